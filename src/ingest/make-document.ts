import { createHash } from 'node:crypto';
import { SourceError } from '../errors.ts';
import type { Document, DocumentFacts, Span } from '../types.ts';
import { cleanText } from './clean-text.ts';
import { idOfStem, withoutUndefined } from './declare-facts.ts';
import { detectFacts } from './detect-facts.ts';
import { detectLanguage } from './detect-language.ts';
import { findBoilerplate } from './find-boilerplate.ts';
import type { RawDocument } from './raw-document.ts';

/** Fixes a document's text, completes its facts and marks its boilerplate. Throws `SourceError` when no text is left. */
export async function makeDocument(raw: RawDocument): Promise<Document> {
  const { text, warnings } = cleanText(raw.text);
  if (text.trim() === '') {
    throw new SourceError(raw.source, `${raw.source}: holds no visible text; skipped. Remove it or fill it.`);
  }
  const language = raw.declared.language ?? (await detectLanguage(text));
  const { title, ...detected } = detectFacts(text, language);
  const facts: DocumentFacts = {
    ...detected,
    ...withoutUndefined({ ...raw.declared }),
    id: raw.declared.id ?? idOfStem(raw.stem),
    title: raw.declared.title ?? title,
    language,
    kind: raw.declared.kind ?? 'article',
  };
  const boilerplate = findBoilerplate(text, facts.title);
  const whole = leavesNothing(text, boilerplate);
  return {
    ...facts,
    text,
    digest: digestOf(text, facts),
    source: raw.source,
    boilerplate: whole ? [] : boilerplate,
    warnings: [...raw.warnings, ...warnings],
  };
}

/** A document that is nothing but boilerplate was misjudged: better to keep all of it. */
function leavesNothing(text: string, boilerplate: readonly Span[]): boolean {
  let rest = '';
  let from = 0;
  for (const { start, end } of [...boilerplate, { start: text.length, end: text.length }]) {
    rest = text.slice(from, start);
    if (/[\p{L}\p{N}]/u.test(rest)) return false;
    from = end;
  }
  return true;
}

/** SHA-256 over text and facts, the facts in a fixed order. */
function digestOf(text: string, facts: DocumentFacts): string {
  const ordered = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(ordered)).update('\n').update(text).digest('hex');
}
