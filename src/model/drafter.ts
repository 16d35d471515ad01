import { ModelError } from '../errors.ts';
import { attributionOf } from '../text/attribution.ts';
import { stripHidden } from '../text/hidden-characters.ts';
import { quoteLoadedWords } from '../text/loaded-words.ts';
import type { Draft, DraftClaim, Drafter, DraftOptions, Retrieval } from '../types.ts';
import { type Asker, formTrouble } from './asker.ts';
import type { DraftForm, WrittenClaim } from './draft-reader.ts';
import { createFence } from './fence.ts';
import { DRAFT_SCHEMA, jsonForm } from './json-form.ts';
import { type GivenPassages, givePassages } from './passages.ts';
import { plainForm } from './plain-form.ts';
import type { Prompts } from './prompt.ts';

export interface DrafterOptions {
  /** `provider:model` */
  readonly name: string;
  readonly asker: Asker;
  readonly prompt: Prompts['answer'];
  /** Whether the provider can bind a reply to a schema, as far as is known; found out by trying. */
  readonly takesSchema: boolean;
  /** Gets lines for the operator. */
  readonly note: (message: string) => void;
}

export interface ModelDrafter extends Drafter {
  /** Whether drafts are bound to a schema: what the endpoint has refused or ignored is not asked for again. */
  readonly isStructured: () => boolean;
}

/** Drafts by asking a model. Claims are handed over as they are complete, each behind whose words it reports. */
export function createModelDrafter({ name, asker, prompt, takesSchema, note }: DrafterOptions): ModelDrafter {
  let isStructured = takesSchema;

  async function askFor(retrieval: Retrieval, options: DraftOptions, asked: DraftForm): Promise<Draft> {
    const fence = createFence();
    const passages = givePassages(retrieval.candidates, fence);
    const claims: DraftClaim[] = [];
    let declined = false;
    const reader = asked.createReader((written) => {
      const claim = toDraftClaim(written, passages);
      // Said twice, a thing is not twice as true.
      if (claim.text !== '' && claims.some(({ text }) => text === claim.text)) return;
      claims.push(claim);
      options.onClaim?.(claim);
    });
    const { question } = retrieval;
    const tokens = await asker.ask({
      prompt: prompt.fill({
        boundary: fence.boundary,
        form: asked.instructions,
        passages: passages.text,
        question: fence.wrap('question', question.text),
        today: question.today ?? new Date().toISOString().slice(0, 10),
      }),
      ...(asked === jsonForm && { schema: DRAFT_SCHEMA }),
      ...(options.signal && { signal: options.signal }),
      onText: (text) => reader.push(text),
      onEnd: () => {
        declined = reader.end().declined;
      },
    });
    return { drafter: name, claims, declined, tokens };
  }

  async function askStructured(retrieval: Retrieval, options: DraftOptions): Promise<Draft> {
    let hasHandedOver = false;
    const onClaim = (claim: DraftClaim): void => {
      hasHandedOver = true;
      options.onClaim?.(claim);
    };
    try {
      return await askFor(retrieval, { ...options, onClaim }, jsonForm);
    } catch (error) {
      if (!(error instanceof ModelError) || hasHandedOver) throw error;
      const form = formTrouble(error);
      if (form === 'ignored') {
        isStructured = false;
        note(`${name}: it does not keep to JSON, so it is asked in plain lines from now on`);
      }
      if (form !== 'refused') throw error;
      const draft = await askFor(retrieval, options, plainForm);
      isStructured = false;
      note(`${name}: it takes no schema, so it is asked in plain lines from now on`);
      return draft;
    }
  }

  return {
    name,
    isStructured: () => isStructured,
    draft: (retrieval, options = {}) =>
      isStructured ? askStructured(retrieval, options) : askFor(retrieval, options, plainForm),
  };
}

/** A claim behind whose words it reports, in quotation marks where it is nothing but them: none is the bot's own. */
function toDraftClaim({ text, quotes }: WrittenClaim, passages: GivenPassages): DraftClaim {
  const cited = quotes.map(({ passage, text: words }) => ({ candidate: passages.find(passage), words }));
  const sources = new Set(
    cited.flatMap(({ candidate }) => (candidate ? attributionOf(candidate.document) : [])),
  );
  const attribution = [...sources].join('; ');
  const written = stripHidden(text).trim();
  const said = cited.some(({ words }) => haveSameWords(words, written))
    ? `“${written}”`
    : quoteLoadedWords(
        written,
        cited.map(({ words }) => words),
      );
  return {
    text:
      written === '' || attribution === '' || written.startsWith(attribution)
        ? written
        : `${attribution}: ${said}`,
    quotes: cited.map(({ candidate, words }) => ({
      // No passage has an empty id: a quote from one that was not given is dropped.
      passageId: candidate?.passage.id ?? '',
      text: words,
    })),
  };
}

/** Up to spacing and the signs at either end. */
function haveSameWords(a: string, b: string): boolean {
  const wordsOf = (text: string) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/^[\s"“”'.,;:]{1,9}|[\s"“”'.,;:]{1,9}$/g, '')
      .toLowerCase();
  return wordsOf(a) !== '' && wordsOf(a) === wordsOf(b);
}
