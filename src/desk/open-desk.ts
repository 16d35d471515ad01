import { checkInCorpus } from '../look-up.ts';
import { renderPartial } from '../render/answer.ts';
import { createQuestionDesk } from './ask.ts';
import { createCatalogue } from './catalogue.ts';
import { createCorpusDesk } from './corpus.ts';
import { describeCause } from './describe-cause.ts';
import { createPostEditor } from './edits.ts';
import { DESK_LIMITS, type DeskOptions } from './limits.ts';
import { createModeration } from './moderate.ts';
import type { DeskContext, DeskParts } from './parts.ts';
import { createPeopleDesk } from './people.ts';
import { findQuotesFor, quotesInContext, showQuote } from './quotes.ts';
import { renderStanding } from './render.ts';
import { createDeskSettings, moveChatInSettings } from './settings.ts';
import { readStandingAnswer } from './standing.ts';
import { createSuggestions } from './suggest-documents.ts';
import type { Desk } from './types.ts';

/** Milliseconds between deletions of what is older than is kept. */
const PURGE_INTERVAL_MS = 3_600_000;

/** A desk over open parts. Disposing it stops its clock; the parts stay open. */
export function createDesk(
  parts: DeskParts,
  { clock = Date.now, note = () => {}, limits }: DeskOptions = {},
): Desk & Disposable {
  const context: DeskContext = { ...parts, clock, note, limits: { ...DESK_LIMITS, ...limits } };
  const { ledger } = context;
  const catalogue = createCatalogue(parts.index);
  const settings = createDeskSettings(context);
  const editor = createPostEditor(context, catalogue);
  const suggestions = createSuggestions(catalogue);
  // Whoever needs them first is told what is wrong.
  suggestions.prepare().catch(() => undefined);
  const timer = purgeRegularly(context);
  const read: Desk['answer'] = (id) => readStandingAnswer(id, context);
  return {
    ...createQuestionDesk(context, { settings, catalogue }),
    ...createModeration(context, { editor, read, check: (text) => checkInCorpus(text, context) }),
    ...createPeopleDesk(context),
    posted: (id, post) => {
      if (ledger.posts.add(id, post)) editor.noticePost(id);
    },
    answer: read,
    answerAt: async (message) => {
      const id = ledger.answers.at(message);
      return id === undefined ? undefined : read(id);
    },
    quotesInContext: async (id) => {
      const standing = await read(id);
      return standing ? quotesInContext(standing, context) : [];
    },
    render: (answer, { locale = answer.locale } = {}) => renderStanding(answer, locale),
    renderPartial: (partial, locale) => renderPartial(partial, { locale }),
    suggestDocuments: suggestions.suggest,
    showQuote: (id, passage) => parts.index.during(() => showQuote(id, passage, context)),
    findQuotes: (words, options) => parts.index.during(() => findQuotesFor(words, options, context)),
    check: (text) => checkInCorpus(text, context),
    corpus: createCorpusDesk(context, { catalogue, onChange: () => editor.findChanges() }),
    settings,
    moveChat: (platform, from, to) => {
      moveChatInSettings(context, { platform, space: from }, [from, to]);
      ledger.moveChat(platform, from, to);
    },
    memory: (platform) => {
      const memory = ledger.memory(platform);
      return {
        ...memory,
        set: (key, value, options) => memory.set(key, value, options && clock() + options.lifetimeMs),
        receive: (updateId, payload) => memory.receive(updateId, { payload, at: clock() }),
      };
    },
    serveEdits: (platform, edit, signal) => editor.serve(platform, edit, signal),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** Now, and then every so often; what cannot be deleted now is deleted the next time. */
function purgeRegularly({ ledger, clock, note }: DeskContext): NodeJS.Timeout {
  const purge = (): void => {
    try {
      ledger.purge(clock());
    } catch (error) {
      note(`what is older than is kept could not be deleted: ${describeCause(error)}`);
    }
  };
  purge();
  return setInterval(purge, PURGE_INTERVAL_MS).unref();
}
