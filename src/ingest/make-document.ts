import { createHash } from 'node:crypto';
import { SourceError } from '../errors.ts';
import { countHidden } from '../text/hidden-characters.ts';
import { readVisible } from '../text/visible-text.ts';
import type { Document, DocumentFacts, Span } from '../types.ts';
import { idOfStem, withoutUndefined } from './declare-facts.ts';
import { detectFacts } from './detect-facts.ts';
import { detectLanguage } from './detect-language.ts';
import { findBoilerplate } from './find-boilerplate.ts';
import type { RawDocument } from './raw-document.ts';

/** Hidden characters that a warning names. */
const NAMED_CHARACTERS = 5;

/**
 * Completes a document's facts and marks its boilerplate. Its text stays as it was read: what reads it looks past hidden
 * characters and the kind of line ends. Throws `SourceError` when no text is seen.
 */
export async function makeDocument(raw: RawDocument): Promise<Document> {
  // The index stores UTF-8, which has no broken surrogates.
  const text = raw.text.toWellFormed();
  const visible = readVisible(text);
  if (visible.text.trim() === '') {
    throw new SourceError(raw.source, `${raw.source}: holds no visible text; skipped. Remove it or fill it.`);
  }
  const language = raw.declared.language ?? (await detectLanguage(visible.text));
  const { title, ...detected } = detectFacts(visible.text, language);
  const facts: DocumentFacts = {
    ...detected,
    ...withoutUndefined({ ...raw.declared }),
    id: raw.declared.id ?? idOfStem(raw.stem),
    title: raw.declared.title ?? title,
    language,
    kind: raw.declared.kind ?? 'article',
  };
  const boilerplate = findBoilerplate(visible.text, facts.title);
  const whole = leavesNothing(visible.text, boilerplate);
  return {
    ...facts,
    text,
    digest: digestOf(text, facts),
    source: raw.source,
    boilerplate: whole ? [] : boilerplate.map(visible.originOf),
    warnings: [...raw.warnings, ...warningsOf(raw.text)],
  };
}

/** What an operator should know of a text as it was read. */
function warningsOf(text: string): string[] {
  const warnings: string[] = [];
  if (!text.isWellFormed()) warnings.push('replaced broken surrogate characters by U+FFFD');
  const hidden = countHidden(text);
  const count = [...hidden.values()].reduce((sum, each) => sum + each, 0);
  if (count > 0) {
    const names = [...hidden.keys()].slice(0, NAMED_CHARACTERS).map(nameOf).join(', ');
    const more = hidden.size > NAMED_CHARACTERS ? ', ...' : '';
    const said = count === 1 ? ['character', 'is'] : ['characters', 'are'];
    warnings.push(
      `${count} hidden ${said[0]} (${names}${more}) ${said[1]} kept in the text and never shown or indexed`,
    );
  }
  return warnings;
}

function nameOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
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
