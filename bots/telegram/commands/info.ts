import { type Block, renderHelp, sayBlock } from '../../../src/index.ts';
import type { CommandCall } from '../command-call.ts';
import { commandName } from '../command-name.ts';
import { sendBlocks } from '../send-blocks.ts';
import { SOURCES_PARAMETER, sendSources } from '../source-view.ts';
import { MY_DATA_PARAMETER, myDataCommand } from './person.ts';

/** `/start`, also with what a deep link asks for. */
export async function startCommand(call: CommandCall): Promise<void> {
  const { adapter, asker, locale, words } = call;
  if (asker.isPrivate && words.startsWith(SOURCES_PARAMETER)) {
    await sendSources(adapter, asker, { answerId: words.slice(SOURCES_PARAMETER.length) });
  } else if (asker.isPrivate && words === MY_DATA_PARAMETER) await myDataCommand(call);
  else await sendHelp(call, [sayBlock('greeting', locale), ...(await help(call))]);
}

export async function helpCommand(call: CommandCall): Promise<void> {
  await sendHelp(call, await help(call));
}

/** Its words are the bot's own: commands in them may be tapped. */
async function sendHelp({ adapter, asker, message }: CommandCall, blocks: readonly Block[]): Promise<void> {
  await sendBlocks(adapter, asker, {
    blocks,
    hasCommands: true,
    ...(!asker.isPrivate && { replyTo: { message: message.message_id } }),
  });
}

async function help({ adapter, asker, locale }: CommandCall): Promise<readonly Block[]> {
  const { documents } = await adapter.desk.corpus.status();
  return renderHelp(
    {
      documents,
      days: adapter.ledgerDays,
      myData: `/${commandName('myData')}`,
      forgetMe: `/${commandName('forgetMe')}`,
      isModerator: await adapter.moderators.isModerator(asker),
    },
    locale,
  );
}
