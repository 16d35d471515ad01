import { type Block, type Dialect, lineBreaksBetween, type Run, type Span } from '../../src/index.ts';
import { findClickable } from './find-clickable.ts';
import { ENTITY_BYTES_LIMIT, ENTITY_LIMIT, TEXT_LIMIT } from './limits.ts';

/** A stretch of a text with its mark, in UTF-16 units: https://core.telegram.org/bots/api#messageentity */
export type TelegramEntity =
  | {
      readonly type: 'bold' | 'italic' | 'code' | 'blockquote' | 'expandable_blockquote';
      readonly offset: number;
      readonly length: number;
    }
  | { readonly type: 'text_link'; readonly offset: number; readonly length: number; readonly url: string };

/** What `sendMessage` and `editMessageText` take, with no `parse_mode`: nothing needs escaping. */
export interface TelegramText {
  readonly text: string;
  readonly entities: readonly TelegramEntity[];
}

/** Quotes below a source that are longer are folded to their first three lines, to be opened by a tap. UTF-16 units. */
const FOLDED_QUOTE_LENGTH = 240;
/** What those lines show on a narrow screen. UTF-16 units. */
const SHOWN_OF_FOLDED = 90;
/** Clickable words of one paragraph beyond which all between the first and the last is set as code. */
const MOST_CODES_OF_BLOCK = 20;
/** An entity without its address: a constructor, an offset, a length, padding (TL serialization). */
const ENTITY_BYTES = 16;

/**
 * Blocks as text with entities. `answer` is all of an answer's blocks: footnote marks then lead to their source also
 * where it is in a later message.
 *
 * Telegram makes mentions, commands, hashtags, addresses and numbers in any text clickable, and notifies those whom it
 * takes to be mentioned; no option turns that off, and block quotations and bold do not stop it. Only the words of
 * links and of code are left alone (tdlib, merge_new_entities). So such words, whoever wrote them, are set as code:
 * they read the same, and a tap copies them. What a client finds by itself on the screen is beyond reach.
 */
export function telegramDialect(answer: readonly Block[] = []): Dialect<TelegramText> {
  const links = sourceLinks(answer);
  return {
    name: 'telegram',
    encode: (blocks) => encode(blocks, new Map([...links, ...sourceLinks(blocks)])),
    fits,
  };
}

function fits({ text, entities }: TelegramText): boolean {
  const bytes = entities.reduce(
    (sum, entity) => sum + ENTITY_BYTES + (entity.type === 'text_link' ? Buffer.byteLength(entity.url) : 0),
    0,
  );
  return text.length <= TEXT_LIMIT && entities.length <= ENTITY_LIMIT && bytes <= ENTITY_BYTES_LIMIT;
}

/** The address of each footnote's source. */
function sourceLinks(blocks: readonly Block[]): ReadonlyMap<number, string> {
  return new Map(
    blocks.flatMap(({ number, runs }) => {
      const link = runs.map(webLink).find((address) => address !== undefined);
      return number === undefined || link === undefined ? [] : [[number, link] as const];
    }),
  );
}

/** Footnote marks lead to their sources as long as that does not cost a message. */
function encode(blocks: readonly Block[], links: ReadonlyMap<number, string>): TelegramText {
  const linked = write(blocks, links);
  return fits(linked) || links.size === 0 ? linked : write(blocks, new Map());
}

function write(blocks: readonly Block[], links: ReadonlyMap<number, string>): TelegramText {
  let text = '';
  const entities: TelegramEntity[] = [];
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    if (before) text += '\n'.repeat(lineBreaksBetween(before, block));
    const start = text.length;
    const marks = block.runs.map((run): Mark => {
      const words = keepRings(run.text);
      text += words;
      return { run, start: text.length - words.length, end: text.length };
    });
    entities.push(
      ...quotationOf(block, before, { start, end: text.length }),
      ...entitiesOf(block, marks, { text, links }),
    );
  });
  return trim(text, entities);
}

/** A run at its place in the message. */
interface Mark extends Span {
  readonly run: Run;
}

interface Written {
  /** The message up to the end of the block. */
  readonly text: string;
  readonly links: ReadonlyMap<number, string>;
}

/** The words that answer stand open; those that only support a source are folded where they are long. */
function quotationOf(
  { kind, runs }: Block,
  before: Block | undefined,
  place: Span,
): readonly TelegramEntity[] {
  if (kind !== 'verbatim' || place.end === place.start) return [];
  const supports = before?.kind === 'source' || before?.kind === 'passage';
  const isFolded = supports && place.end - place.start > FOLDED_QUOTE_LENGTH && !hidesStrongWords(runs);
  return [{ type: isFolded ? 'expandable_blockquote' : 'blockquote', ...extentOf(place) }];
}

/** Whether the words that matter stand where a folded quotation does not show them. */
function hidesStrongWords(runs: readonly Run[]): boolean {
  let at = 0;
  return runs.some(({ text, strong }) => {
    at += text.length;
    return strong && at > SHOWN_OF_FOLDED;
  });
}

function entitiesOf(
  block: Block,
  marks: readonly Mark[],
  { text, links }: Written,
): readonly TelegramEntity[] {
  const linked = marks.flatMap((mark) => {
    const { run } = mark;
    const url = run.reference === undefined ? webLink(run) : links.get(run.reference);
    return url === undefined ? [] : [{ ...mark, url }];
  });
  const codes = marks.filter((mark) => mark.run.code && !linked.some(({ run }) => run === mark.run));
  const [first] = marks;
  const start = first?.start ?? text.length;
  const covers = cover(
    findClickable(text.slice(start)).map((span) => ({ start: span.start + start, end: span.end + start })),
    [...linked, ...codes],
  );
  const closed = [...codes, ...covers];
  return [
    ...linked.map((mark) => ({ type: 'text_link' as const, ...extentOf(mark), url: mark.url })),
    ...closed.map((span) => ({ type: 'code' as const, ...extentOf(span) })),
    ...stylesOf(block, marks).flatMap(({ type, ...span }) =>
      without(span, closed).flatMap((part) => {
        const words = shrink(text, part);
        return words.end > words.start ? [{ type, ...extentOf(words) }] : [];
      }),
    ),
  ].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

interface Styled extends Span {
  readonly type: 'bold' | 'italic';
}

/** Headings and likely answers are bold. Telegram has no quieter type: a whole paragraph in it is set in italics. */
function stylesOf(block: Block, marks: readonly Mark[]): readonly Styled[] {
  const isQuiet = marks.every(({ run }) => run.faint);
  return marks.flatMap(({ run, start, end }): readonly Styled[] => {
    if (run.strong || block.kind === 'heading') return [{ type: 'bold', start, end }];
    return isQuiet ? [{ type: 'italic', start, end }] : [];
  });
}

/** Stretches to set as code: what is clickable, but for links and code that stand there already. */
function cover(clickable: readonly Span[], taken: readonly Span[]): readonly Span[] {
  const [first, last] = [clickable[0], clickable.at(-1)];
  const stretches =
    first && last && clickable.length > MOST_CODES_OF_BLOCK
      ? [{ start: first.start, end: last.end }]
      : clickable;
  return stretches.flatMap((span) => without(span, taken));
}

/** What is left of a span without others. */
function without(span: Span, others: readonly Span[]): readonly Span[] {
  let start = span.start;
  const left: Span[] = [];
  for (const other of others.toSorted((a, b) => a.start - b.start)) {
    if (other.end <= start || other.start >= span.end) continue;
    if (other.start > start) left.push({ start, end: other.start });
    start = other.end;
  }
  return start < span.end ? [...left, { start, end: span.end }] : left;
}

/** A span without the white space at its ends. */
function shrink(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

/** Drops white space at both ends, as the server would. */
function trim(text: string, entities: readonly TelegramEntity[]): TelegramText {
  const { start, end } = shrink(text, { start: 0, end: text.length });
  const moved = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  return { text: text.slice(start, end), entities: moved };
}

/** http(s) with a dot in the host: of others Telegram makes no link. Paths of the own web page lead nowhere from here. */
function webLink({ link }: Run): string | undefined {
  if (link === undefined || !/^https?:\/\//iu.test(link) || !URL.canParse(link)) return undefined;
  return /\.|^\[/u.test(new URL(link).hostname) ? link : undefined;
}

/** The server deletes every combining ring above, and with it the å of texts that are written in parts. */
function keepRings(text: string): string {
  return text.replace(/[AaUuwy]\u030a/gu, (letter) => letter.normalize('NFC'));
}

function extentOf({ start, end }: Span): { readonly offset: number; readonly length: number } {
  return { offset: start, length: end - start };
}
