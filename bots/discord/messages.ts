import { type Block, cleanText, type StandingAnswer, sayBlock, toMessages } from '../../src/index.ts';
import { answerButtons } from './buttons.ts';
import { discordDialect } from './dialect.ts';
import type { MessageBody } from './outlet.ts';

type Additions = Omit<MessageBody, 'content'>;

/** Blocks as messages; buttons and files hang on the last one. */
export function toBodies(blocks: readonly Block[], additions: Additions = {}): readonly MessageBody[] {
  const contents = toMessages(blocks, discordDialect(blocks));
  return contents.map((content, index) => ({
    content,
    ...(index === contents.length - 1 && additions),
  }));
}

export interface AnswerMessageOptions {
  readonly locale: string;
  /** Stands above the answer. */
  readonly header?: readonly Block[];
  readonly canShare?: boolean;
}

/** An answer as the messages that show it. */
export function answerBodies(
  standing: StandingAnswer,
  blocks: readonly Block[],
  { header = [], canShare = false, locale }: AnswerMessageOptions,
): readonly MessageBody[] {
  return toBodies([...header, ...blocks], { components: answerButtons(standing, { canShare, locale }) });
}

/** The question above an answer, for those who do not see what was typed into a command. */
export function questionHeader(question: string): readonly Block[] {
  return [{ kind: 'notice', runs: [{ text: cleanText(question), strong: true }] }];
}

/** Who showed a private answer to everybody, above the question. */
export function sharedHeader(name: string, question: string, locale: string): readonly Block[] {
  return [sayBlock('sharedBy', locale, { name }), ...questionHeader(question)];
}
