/** The only door for bots, and for programs that use Footnote as a library. */
export { type AskOptions, type Assistant, createAssistant } from './assistant.ts';
export * from './chat/index.ts';
export { checkQuestion, QUESTION_LIMIT } from './check-question.ts';
export {
  type Corpus,
  ingestPaths,
  type Library,
  type OpenDeskOptions,
  type OpenedDesk,
  openCorpus,
  openDesk,
  openLibrary,
  openParts,
  type Parts,
} from './compose.ts';
export { type Config, readConfig } from './config.ts';
export { DESK_LIMITS, type DeskLimits, type DeskOptions } from './desk/limits.ts';
export { createDesk } from './desk/open-desk.ts';
export type { CorpusWriter, DeskParts } from './desk/parts.ts';
export { createTokenBudget } from './desk/token-budget.ts';
export type * from './desk/types.ts';
export * from './errors.ts';
export { MAX_DOCUMENT_BYTES, UPLOAD_LIMIT_BYTES } from './ingest/limits.ts';
export type { FoundPlace } from './look-up.ts';
export { CHAT_PHRASES, chatPhrasesFor, fillPhrase } from './phrases/chat.ts';
export type { ChatPhrases, CommandKey, CommandPhrase, OptionKey, SayKey } from './phrases/chat-phrases.ts';
export { type Phrases, phrasesFor, spokenLocale } from './phrases/phrases.ts';
export {
  type Place,
  type RenderOptions,
  renderAnswer,
  renderBeginning,
  renderDocuments,
  renderPlaces,
} from './render/answer.ts';
export { type Block, blockText, lineBreaksBetween, type Run } from './render/block.ts';
export { cleanLines, cleanText } from './render/clean.ts';
export { formatDate } from './render/date.ts';
export { type Dialect, toMessages } from './render/dialect.ts';
export { htmlDialect } from './render/html.ts';
export { type AnswerJson, answerToJson } from './render/json.ts';
export { safeLink } from './render/link.ts';
export { html, type Markup, markupText } from './render/markup.ts';
export { type TerminalOptions, terminalDialect } from './render/terminal.ts';
export { turnOf } from './turn-of.ts';
export * from './types.ts';
