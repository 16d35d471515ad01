import type { FakeMessage } from '../../tests/support/telegram/fake-telegram.ts';
import { type Drawn, drawPage } from './draw-page.ts';
import { element } from './svg.ts';
import { type Font, MONO, textWidth } from './text-width.ts';
import { type Piece, widthOf, wrapText } from './wrap-text.ts';

/** Draws messages that a Bot API server received as a Telegram client shows them. Pixels throughout. */

const SIZE = 15;
const LINE = 21;
const MARGIN = 16;
const PADDING = 12;
const GAP = 8;
const QUOTE_INDENT = 12;
const QUOTE_SPACE = 4;
const BUTTON = 34;
/** Lines of a folded quotation that are shown. */
const FOLDED_LINES = 3;

const COLOURS = {
  wall: '#d8e3d0',
  bot: '#ffffff',
  person: '#e7fbd6',
  text: '#0f1419',
  link: '#1a73c7',
  quote: '#e6f0fb',
  bar: '#2f7fd1',
  code: '#8a3b1e',
  button: '#8fa489',
  buttonText: '#ffffff',
} as const;

interface Styled extends Piece {
  readonly isLink: boolean;
  readonly isItalic: boolean;
}

interface Paragraph {
  readonly pieces: readonly Styled[];
  readonly quote?: 'open' | 'folded';
}

/** A chat as an SVG picture of the given width. */
export function drawChat(messages: readonly FakeMessage[], width: number): string {
  return drawPage(
    messages.map((message) => (top) => drawMessage(message, top, width)),
    {
      title: 'A question to the bot in Telegram, and its answer with sources',
      width,
      margin: MARGIN,
      gap: GAP,
      fontSize: SIZE,
      fill: COLOURS.wall,
    },
  );
}

function drawMessage(message: FakeMessage, top: number, width: number): Drawn {
  const room = width - 2 * MARGIN - (message.fromBot ? 24 : 160);
  const paragraphs = paragraphsOf(message);
  const { lines, height } = layOut(paragraphs, room - 2 * PADDING);
  const widest = Math.max(...lines.map(({ pieces, indent }) => widthOf(pieces) + indent));
  const bubble = { width: message.fromBot ? room : widest + 2 * PADDING, height: height + 2 * PADDING };
  const left = message.fromBot ? MARGIN : width - MARGIN - bubble.width;
  const shapes = [
    element('rect', {
      x: left,
      y: top,
      ...bubble,
      rx: 12,
      fill: message.fromBot ? COLOURS.bot : COLOURS.person,
    }),
    ...drawQuotes(lines, { left: left + PADDING, top: top + PADDING, width: bubble.width - 2 * PADDING }),
    ...lines.map(({ pieces, indent, y }) =>
      drawLine(pieces, { x: left + PADDING + indent, y: top + PADDING + y + SIZE }),
    ),
  ];
  const buttons = drawButtons(message, { left, top: top + bubble.height + 4, width: bubble.width });
  return { shapes: [...shapes, ...buttons.shapes], height: bubble.height + buttons.height };
}

interface Line {
  readonly pieces: readonly Styled[];
  readonly indent: number;
  readonly y: number;
  /** The quotation that it belongs to. */
  readonly quote?: number;
}

function layOut(paragraphs: readonly Paragraph[], width: number): { lines: readonly Line[]; height: number } {
  const lines: Line[] = [];
  let y = 0;
  paragraphs.forEach(({ pieces, quote }, index) => {
    const indent = quote ? QUOTE_INDENT : 0;
    const wrapped = wrapText(pieces, width - indent - (quote ? PADDING : 0));
    const shown = quote === 'folded' ? fold(wrapped) : wrapped;
    if (quote) y += QUOTE_SPACE;
    for (const line of shown) {
      lines.push({ pieces: line, indent, y, ...(quote && { quote: index }) });
      // An empty line only sets paragraphs apart.
      y += line.length === 0 ? LINE / 2 : LINE;
    }
    if (quote) y += QUOTE_SPACE;
  });
  return { lines, height: y };
}

function fold(lines: readonly (readonly Styled[])[]): readonly (readonly Styled[])[] {
  const last = lines[FOLDED_LINES - 1]?.at(-1);
  if (lines.length <= FOLDED_LINES || !last) return lines;
  return [...lines.slice(0, FOLDED_LINES - 1), [...(lines[FOLDED_LINES - 1] ?? []), { ...last, text: ' …' }]];
}

/** Paragraphs of a message: what is quoted, and the text before, between and behind. */
function paragraphsOf({ text, entities }: FakeMessage): readonly Paragraph[] {
  const quotes = entities.filter(({ type }) => type === 'blockquote' || type === 'expandable_blockquote');
  const paragraphs: Paragraph[] = [];
  let at = 0;
  const plain = (end: number, behind: boolean) => {
    // The break at a quotation's edge is made by its own shape.
    const words = text.slice(at, end).replace(/\n$/u, '');
    const start = behind && words.startsWith('\n') ? at + 1 : at;
    if (words.trim() !== '')
      paragraphs.push({ pieces: piecesOf({ text, entities }, start, at + words.length) });
    else if (words.includes('\n')) paragraphs.push({ pieces: [] });
  };
  for (const { type, offset, length } of quotes) {
    plain(offset, at > 0);
    const quote = type === 'blockquote' ? 'open' : 'folded';
    paragraphs.push({ pieces: piecesOf({ text, entities }, offset, offset + length), quote });
    at = offset + length;
  }
  plain(text.length, at > 0);
  return paragraphs;
}

function piecesOf(
  { text, entities }: Pick<FakeMessage, 'text' | 'entities'>,
  start: number,
  end: number,
): readonly Styled[] {
  const edges = entities.flatMap(({ offset, length }) => [offset, offset + length]);
  const cuts = [...new Set([start, ...edges.filter((edge) => edge > start && edge < end), end])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const here = new Set(
      entities
        .filter(({ offset, length }) => offset <= from && from < offset + length)
        .map(({ type }) => type),
    );
    const font: Font = { size: SIZE, isBold: here.has('bold'), isMono: here.has('code') };
    return {
      text: text.slice(from, cuts[index + 1]),
      font: font.isMono ? { ...font, size: SIZE - 1 } : font,
      isLink: ['text_link', 'url', 'mention', 'bot_command', 'hashtag'].some((type) =>
        here.has(type as 'url'),
      ),
      isItalic: here.has('italic'),
    };
  });
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

function drawQuotes(lines: readonly Line[], { left, top, width }: Area): readonly string[] {
  const quotes = new Set(lines.flatMap(({ quote }) => quote ?? []));
  return [...quotes].flatMap((quote) => {
    const own = lines.filter((line) => line.quote === quote);
    const y = top + (own[0]?.y ?? 0) - 2;
    const height = own.length * LINE + 2;
    return [
      element('rect', { x: left, y, width, height, rx: 4, fill: COLOURS.quote }),
      element('rect', { x: left, y, width: 3, height, rx: 1.5, fill: COLOURS.bar }),
    ];
  });
}

function drawLine(pieces: readonly Styled[], { x, y }: { readonly x: number; readonly y: number }): string {
  const spans = pieces.map(({ text, font, isLink, isItalic }) =>
    element(
      'tspan',
      {
        fill: font.isMono ? COLOURS.code : isLink ? COLOURS.link : undefined,
        'font-weight': font.isBold ? 'bold' : undefined,
        'font-style': isItalic ? 'italic' : undefined,
        'font-family': font.isMono ? MONO : undefined,
        'font-size': font.size === SIZE ? undefined : font.size,
      },
      text,
    ),
  );
  return `<text x="${Math.round(x)}" y="${Math.round(y)}" fill="${COLOURS.text}" xml:space="preserve">${spans.join('')}</text>`;
}

function drawButtons({ buttons }: FakeMessage, { left, top, width }: Area): Drawn {
  const space = 4;
  const shapes = buttons.flatMap((row, rowIndex) => {
    const each = (width - space * (row.length - 1)) / row.length;
    return row.flatMap(({ label }, index) => {
      const x = left + index * (each + space);
      const y = top + rowIndex * (BUTTON + space);
      const font: Font = { size: SIZE - 1, isBold: true };
      return [
        element('rect', { x, y, width: each, height: BUTTON, rx: 8, fill: COLOURS.button }),
        element(
          'text',
          {
            x: x + each / 2,
            y: y + BUTTON / 2 + 5,
            'text-anchor': 'middle',
            'font-size': font.size,
            'font-weight': 'bold',
            fill: COLOURS.buttonText,
          },
          shorten(label, each - 16, font),
        ),
      ];
    });
  });
  return { shapes, height: buttons.length === 0 ? 0 : buttons.length * (BUTTON + space) };
}

function shorten(label: string, width: number, font: Font): string {
  if (textWidth(label, font) <= width) return label;
  let end = label.length;
  while (end > 0 && textWidth(`${label.slice(0, end)}…`, font) > width) end -= 1;
  return `${label.slice(0, end).trimEnd()}…`;
}
