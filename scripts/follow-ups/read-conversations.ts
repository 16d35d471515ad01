import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { parseLine } from '../../src/evaluate/parse-line.ts';

/** A question in a conversation, and how a person worded it to stand alone. */
const followUp = z.object({
  id: z.string(),
  history: z.array(z.string()),
  question: z.string(),
  rewrite: z.string(),
  /** Whether the rewrite differs from the question. */
  changed: z.boolean(),
  docs: z.array(z.string()),
  /** Whether all relevant passages are in the corpus, so that recall can be told. */
  all_relevant_in_corpus: z.boolean(),
});

export type RewrittenFollowUp = z.infer<typeof followUp> & {
  /** Shared by the turns of one conversation. */
  readonly conversation: string;
};

export interface FollowUpSet {
  /** Scorable by retrieval: measured on, never learnt from. */
  readonly test: readonly RewrittenFollowUp[];
  /** The others: the words that people added to them are learnt from. */
  readonly train: readonly RewrittenFollowUp[];
}

/** Reads `followups/followups.jsonl` of a bench folder. Throws `SourceError` for a line that is not as expected. */
export async function readConversations(benchFolder: string): Promise<FollowUpSet> {
  const path = join(benchFolder, 'followups', 'followups.jsonl');
  const all = (await readFile(path, 'utf8'))
    .split('\n')
    .map((text, at) => ({ text, source: `${path}:${at + 1}` }))
    .filter(({ text }) => text.trim() !== '')
    .map((line) => parseLine(followUp, line))
    .map((one) => ({ ...one, conversation: one.id.replace(/-\d+$/, '') }));
  return {
    test: all.filter((one) => one.all_relevant_in_corpus),
    train: all.filter((one) => !one.all_relevant_in_corpus),
  };
}
