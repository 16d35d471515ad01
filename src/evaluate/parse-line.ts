import type * as z from 'zod';
import { SourceError } from '../errors.ts';

/** A line of a JSONL file by its schema. Throws `SourceError` that names the line and what is wrong with it. */
export function parseLine<Schema extends z.ZodType>(
  schema: Schema,
  line: { readonly text: string; readonly source: string },
): z.output<Schema> {
  const { text, source } = line;
  const fail = (what: string, cause?: unknown) =>
    new SourceError(source, `${source}${what}; the set is not measured. Mend the line.`, { cause });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw fail(' is not JSON', cause);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw fail(`: ${issue?.path.join('.') || 'the line'}: ${issue?.message}`);
}
