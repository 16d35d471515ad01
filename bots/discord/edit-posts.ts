import type { SendableChannels } from 'discord.js';
import type { EditOutcome, Post, PostEdit } from '../../src/index.ts';
import type { Bot } from './bot.ts';
import { channelVerbs } from './channel-outlet.ts';
import { describeError, isArchivedThread, isGone } from './errors.ts';
import { answerBodies, questionHeader } from './messages.ts';
import { createOutlet, type MessageBody } from './outlet.ts';

/** Makes a post say what its answer says now. Throws where it may work later. */
export async function editPost({ post, answer }: PostEdit, bot: Bot): Promise<EditOutcome> {
  const { desk, client, options } = bot;
  try {
    const channel = await client.channels.fetch(post.thread ?? post.chat);
    if (!channel?.isSendable()) return 'gone';
    const question = answer.answer.question.text;
    const { locale } = post;
    const bodies = answerBodies(answer, desk.render(answer, { locale }), {
      locale,
      header: hasQuestion(post) && question !== '' ? questionHeader(question) : [],
    });
    const standing = await rewrite(channel, post.messages, bodies);
    const added = standing.filter((id) => !post.messages.includes(id));
    if (added.length > 0) desk.posted(answer.id, { ...post, messages: [...post.messages, ...added] });
    return standing.length > 0 ? 'done' : 'gone';
  } catch (error) {
    if (isGone(error)) return 'gone';
    options.log(
      `Discord: a posted answer could not be edited; it is tried again later: ${describeError(error)}`,
    );
    throw error;
  }
}

/** Whether the question stands above the answer. */
function hasQuestion({ extra }: Post): boolean {
  const value: unknown = extra === undefined ? undefined : JSON.parse(extra);
  return typeof value === 'object' && value !== null && 'hasQuestion' in value && value.hasQuestion === true;
}

/** Edits the messages, adds or deletes where there are more or fewer now, and resolves to the ids of those that stand. */
async function rewrite(
  channel: SendableChannels,
  messages: readonly string[],
  bodies: readonly MessageBody[],
): Promise<readonly string[]> {
  const write = () =>
    createOutlet(
      channelVerbs(async () => ({ channel })),
      messages,
    ).show(bodies);
  try {
    return await write();
  } catch (error) {
    if (!isArchivedThread(error) || !channel.isThread()) throw error;
    await channel.setArchived(false);
    return write();
  }
}
