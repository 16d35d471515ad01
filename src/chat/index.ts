/** What chat platforms say beside answers, as blocks: written once for all of them. */
export {
  renderCorpusChange,
  renderCorpusHistory,
  renderCorpusStatus,
  renderUpload,
} from './corpus.ts';
export { type HelpFacts, renderHelp } from './help.ts';
export { joinPlaces } from './join-places.ts';
export { renderQuoteInContext } from './quote-in-context.ts';
export { renderRefusal } from './refusal.ts';
export { sayBlock, sayText } from './say.ts';
export { renderWordingCheck } from './wording-check.ts';
