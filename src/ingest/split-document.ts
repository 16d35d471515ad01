import { stripHidden } from '../text/hidden-characters.ts';
import { segmentSentences } from '../text/segment.ts';
import type { Document, Passage, Span } from '../types.ts';
import { PASSAGE_MAX_UNITS, PASSAGE_MIN_UNITS, PASSAGE_TARGET_UNITS } from './limits.ts';

/** Any kind of it: the text is as it was read. */
const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * Passages of whole consecutive sentences, without overlap; none holds boilerplate. They end at a paragraph's end where
 * that comes near the target length.
 */
export function splitDocument(document: Document): Passage[] {
  const runs = articleParts(document).flatMap((part) =>
    groupSentences(document.text, sentencesOf(document, part)),
  );
  return runs.map((sentences, ordinal) => makePassage(document, ordinal, sentences));
}

/** The stretches of text between boilerplate. */
function articleParts({ text, boilerplate }: Document): Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const gap of boilerplate) {
    if (gap.start > start) parts.push({ start, end: gap.start });
    start = Math.max(start, gap.end);
  }
  if (start < text.length) parts.push({ start, end: text.length });
  return parts;
}

/** Sentences that say something: a rule of dashes or a stray bar does not. */
function sentencesOf({ text, language }: Document, part: Span): Span[] {
  return segmentSentences(text, language, part).filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(stripHidden(text.slice(start, end))),
  );
}

function groupSentences(text: string, sentences: readonly Span[]): Span[][] {
  const groups: Span[][] = [];
  let group: Span[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const [first] = group;
    const last = group.at(-1);
    if (first !== undefined && last !== undefined) {
      const newParagraph = LINE_END.test(text.slice(last.end, sentence.start));
      const paragraphEnd = newParagraph ? endOfParagraph(text, sentences, index) : sentence.end;
      if (endsPassage({ start: first.start, end: last.end }, sentence.end, paragraphEnd, newParagraph)) {
        groups.push(group);
        group = [];
      }
    }
    group.push(sentence);
  }
  if (group.length > 0) addLast(groups, group);
  return groups;
}

/** Whether a passage is full before the next sentence; at a paragraph's end, before the next paragraph. */
function endsPassage(
  passage: Span,
  sentenceEnd: number,
  paragraphEnd: number,
  newParagraph: boolean,
): boolean {
  const length = passage.end - passage.start;
  if (sentenceEnd - passage.start > PASSAGE_MAX_UNITS) return true;
  if (!newParagraph) return sentenceEnd - passage.start > PASSAGE_TARGET_UNITS * 1.5;
  const over = paragraphEnd - passage.start - PASSAGE_TARGET_UNITS;
  return (
    length >= PASSAGE_TARGET_UNITS || (length >= PASSAGE_MIN_UNITS && over > PASSAGE_TARGET_UNITS - length)
  );
}

function endOfParagraph(text: string, sentences: readonly Span[], from: number): number {
  let end = sentences[from]?.end ?? 0;
  for (const sentence of sentences.slice(from + 1, from + 40)) {
    if (LINE_END.test(text.slice(end, sentence.start))) break;
    end = sentence.end;
  }
  return end;
}

/** A short remainder joins the passage before it. */
function addLast(groups: Span[][], group: Span[]): void {
  const before = groups.at(-1);
  const start = before?.[0]?.start ?? 0;
  const [first] = group;
  const end = group.at(-1)?.end ?? 0;
  const isShort = first !== undefined && end - first.start < PASSAGE_MIN_UNITS;
  if (before !== undefined && isShort && end - start <= PASSAGE_MAX_UNITS) before.push(...group);
  else groups.push(group);
}

function makePassage(document: Document, ordinal: number, sentences: readonly Span[]): Passage {
  const span = { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0 };
  return {
    id: `${document.id}#${ordinal}`,
    documentId: document.id,
    ordinal,
    span,
    sentences,
    text: document.text.slice(span.start, span.end),
  };
}
