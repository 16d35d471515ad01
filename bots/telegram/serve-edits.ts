import type { EditOutcome, PostEdit } from '../../src/index.ts';
import type { Adapter } from './adapter.ts';
import { answerKeyboard } from './answer-keyboard.ts';
import { describeTrouble, troubleOf } from './api-errors.ts';
import { placeOfPost, postOf, viewOf } from './post-of.ts';
import { editBlocks, type Sending } from './send-blocks.ts';
import { describeSource } from './source-view.ts';

/** Makes a post say what its answer says by now. A chat that cannot be written to is given up. */
export async function editPost(adapter: Adapter, { post, answer }: PostEdit): Promise<EditOutcome> {
  const place = placeOfPost(post);
  const view = viewOf(post);
  const { locale } = post;
  // Edits are made one after the other: a chat in which one has to wait has its turn again later.
  const signal = AbortSignal.any([adapter.signal, AbortSignal.timeout(adapter.pace.editMs)]);
  try {
    const messages = await editBlocks(adapter, place, {
      ...(view.kind === 'source'
        ? await describeView(adapter, { post, answer }, view.number)
        : {
            blocks: adapter.desk.render(answer, { locale }),
            keyboard: answerKeyboard(adapter, answer, { locale }),
          }),
      replaces: post.messages.map(Number),
      signal,
    });
    if (!messages) return 'gone';
    adapter.desk.posted(answer.id, postOf(place, { messages, locale, view }));
    return 'done';
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === 'unreachable' || trouble === 'refused') return 'gone';
    if (!signal.aborted)
      adapter.log(`an answer could not be brought up to date yet: ${describeTrouble(error)}`);
    throw error;
  }
}

/** Where no quote is left, it says what became of the answer. A view stands in its person's private chat. */
async function describeView(
  adapter: Adapter,
  { post, answer }: PostEdit,
  number: number,
): Promise<Pick<Sending, 'blocks' | 'keyboard'>> {
  const { locale } = post;
  const isStanding = answer.state !== 'retracted';
  const view = isStanding
    ? await describeSource(adapter, Number(post.chat), { answerId: answer.id, number, locale })
    : undefined;
  return view ?? { blocks: adapter.desk.render(answer, { locale }) };
}
