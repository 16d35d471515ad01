import { answer, correctMenu, retractMenu } from './answer.ts';
import { ask, sourcesSay } from './ask.ts';
import { bot } from './bot.ts';
import type { Command } from './command.ts';
import { corpus } from './corpus.ts';
import { forgetMe, help, language, myData, sources } from './people.ts';
import { checkQuote, quote } from './quote.ts';

/** Every command. A further one is a file with an entry here: registration and dispatch follow from it. */
export const COMMANDS: readonly Command[] = [
  ask,
  sources,
  help,
  language,
  forgetMe,
  myData,
  quote,
  corpus,
  answer,
  bot,
  sourcesSay,
  checkQuote,
  retractMenu,
  correctMenu,
];
