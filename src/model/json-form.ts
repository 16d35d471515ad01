/** The draft as JSON of a schema: what models with structured output write. */
import { parsePartialJson } from '@langchain/core/output_parsers';
import * as z from 'zod';
import {
  type DraftForm,
  type DraftReader,
  MAX_CLAIMS,
  MAX_REPLY_LENGTH,
  type OnWrittenClaim,
  UnreadableDraft,
  withoutThinking,
} from './draft-reader.ts';

const Claim = z.object({
  text: z.string().describe('One sentence that says one thing, in the language of its quotes.'),
  quotes: z
    .array(
      z.object({
        passage: z.string().describe('Name of the passage, e.g. p1.'),
        text: z.string().describe('Words of that passage, letter by letter, in one piece.'),
      }),
    )
    .describe('What bears the claim out: at least one.'),
});

const Draft = z.object({
  declined: z
    .boolean()
    .describe('Whether the passages do not answer the question. Then there are no claims.'),
  claims: z.array(Claim).describe('The answer, the most direct claim first.'),
});

const { $schema: _dialect, ...schema } = z.toJSONSchema(Draft);

/** JSON Schema of a draft, as endpoints want it: every property required, no other allowed. */
export const DRAFT_SCHEMA: Readonly<Record<string, unknown>> = schema;

const INSTRUCTIONS = `One JSON object and nothing else, of this shape:
{"declined": false, "claims": [{"text": "one sentence", "quotes": [{"passage": "p1", "text": "words of p1"}]}]}
To decline: {"declined": true, "claims": []}`;

export const jsonForm: DraftForm = { instructions: INSTRUCTIONS, createReader: createJsonReader };

/** What a model may make of a claim; the rest of it is dropped by verification, and counted there. */
const AnyClaim = z
  .object({
    text: z.string().catch(''),
    quotes: z
      .array(z.object({ passage: z.string(), text: z.string() }).catch({ passage: '', text: '' }))
      .catch([]),
  })
  .catch({ text: '', quotes: [] });

const AnyDraft = z.object({
  declined: z.boolean().catch(false),
  claims: z.array(z.unknown()).catch([]),
});

/** A claim ends where the next one begins or the reply is whole: partial JSON does not tell an end from a pause. */
function createJsonReader(onClaim: OnWrittenClaim): DraftReader {
  let reply = '';
  let handed = 0;
  const handUpTo = (claims: readonly unknown[], end: number): void => {
    for (; handed < Math.min(end, MAX_CLAIMS); handed += 1) onClaim(AnyClaim.parse(claims[handed]));
  };
  return {
    push: (piece) => {
      reply += piece;
      if (reply.length > MAX_REPLY_LENGTH) throw new UnreadableDraft('it is longer than any draft');
      // Only a bracket can end a claim: the reply is not read anew for every word.
      if (!/[{}[\]]/.test(piece)) return false;
      const read = AnyDraft.safeParse(parsePartialJson(jsonOf(reply)));
      if (read.success) handUpTo(read.data.claims, read.data.claims.length - 1);
      return handed >= MAX_CLAIMS;
    },
    end: () => {
      const read = AnyDraft.safeParse(parseWhole(jsonOf(reply)));
      if (!read.success) throw new UnreadableDraft('it is no JSON object');
      handUpTo(read.data.claims, read.data.claims.length);
      return { declined: read.data.declined };
    },
  };
}

/** The reply from its first brace on: some models set JSON in a fenced block, or speak before it. */
function jsonOf(reply: string): string {
  const text = withoutThinking(reply);
  const start = text.indexOf('{');
  return start < 0 ? '' : text.slice(start).replace(/\s*`{3,}\s*$/, '');
}

function parseWhole(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    if (json === '') throw new UnreadableDraft('it holds no JSON', { isOtherForm: true });
    throw new UnreadableDraft('its JSON is broken or ends early');
  }
}
