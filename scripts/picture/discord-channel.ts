import type { FakeButton, FakeMessage } from '../../tests/support/discord/fake-discord.ts';
import { readMarkdown, type SeenLine } from '../../tests/support/discord/read-markdown.ts';
import { type Drawn, drawPage } from './draw-page.ts';
import { element } from './svg.ts';
import { type Font, MONO, textWidth } from './text-width.ts';
import { type Piece, wrapText } from './wrap-text.ts';

/** Draws messages that a Discord server received as its client shows them. Pixels throughout. */

const MARGIN = 18;
const AVATAR = 40;
const INDENT = MARGIN + AVATAR + 16;
const GAP = 20;
const SIZE = 16;
const LINE = 22;
const SMALL_SIZE = 13;
const SMALL_LINE = 18;
const HEADING_SPACE = 10;
const QUOTE_INDENT = 14;
const BUTTON = { height: 32, padding: 16, gap: 8, size: 14 };

const COLOURS = {
  wall: '#313338',
  text: '#dbdee1',
  name: '#f2f3f5',
  faint: '#949ba4',
  link: '#00a8fc',
  bar: '#4e5058',
  code: '#1e1f22',
  button: '#4e5058',
  badge: '#5865f2',
  person: '#3ba55d',
} as const;

interface Styled extends Piece {
  readonly colour: string;
  readonly isCode: boolean;
}

/** A channel as an SVG picture of the given width. */
export function drawChannel(messages: readonly FakeMessage[], width: number): string {
  return drawPage(
    messages.map((message) => (top) => drawMessage(message, top, width)),
    {
      title: 'A question to the bot in a Discord channel, and its answer with sources',
      width,
      margin: MARGIN,
      gap: GAP,
      fontSize: SIZE,
      fill: COLOURS.wall,
    },
  );
}

function drawMessage(message: FakeMessage, top: number, width: number): Drawn {
  const shapes = drawAuthor(message.author, top);
  let y = top + 24;
  for (const line of readMarkdown(withNames(message)).lines) {
    const drawn = drawLine(line, y, width - INDENT - MARGIN);
    shapes.push(...drawn.shapes);
    y += drawn.height;
  }
  if (message.buttons.length > 0) {
    shapes.push(...drawButtons(message.buttons, y + 8));
    y += 8 + BUTTON.height;
  }
  return { shapes, height: Math.max(y - top, AVATAR) };
}

/** Mentions as people see them. */
function withNames({ content, author }: FakeMessage): string {
  return author.isBot ? content : content.replace(/<@!?\d+>/gu, '\\@Footnote');
}

function drawAuthor({ name, isBot }: FakeMessage['author'], top: number): string[] {
  const centre = { cx: MARGIN + AVATAR / 2, cy: top + AVATAR / 2 };
  const label = { fill: COLOURS.name, 'font-weight': 'bold' };
  const nameWidth = textWidth(name, { size: SIZE, isBold: true });
  const badge = INDENT + nameWidth + 8;
  return [
    element('circle', { ...centre, r: AVATAR / 2, fill: isBot ? COLOURS.badge : COLOURS.person }),
    element(
      'text',
      { x: centre.cx, y: centre.cy + 6, 'text-anchor': 'middle', ...label },
      isBot ? '[1]' : name.slice(0, 1).toUpperCase(),
    ),
    element('text', { x: INDENT, y: top + 13, ...label }, name),
    ...(isBot
      ? [
          element('rect', { x: badge, y: top, width: 34, height: 16, rx: 4, fill: COLOURS.badge }),
          element(
            'text',
            { x: badge + 17, y: top + 12, 'text-anchor': 'middle', 'font-size': 11, fill: COLOURS.name },
            'APP',
          ),
        ]
      : []),
  ];
}

function drawLine(line: SeenLine, top: number, width: number): Drawn {
  if (line.text === '') return { shapes: [], height: LINE };
  const isSmall = line.kind === 'subtext';
  const isQuote = line.kind === 'quote';
  const space = line.kind === 'heading' ? HEADING_SPACE : 0;
  const height = isSmall ? SMALL_LINE : LINE;
  const left = INDENT + (isQuote ? QUOTE_INDENT : 0);
  const rows = wrapText(piecesOf(line), width - (isQuote ? QUOTE_INDENT : 0));
  const y = top + space;
  const bar = { x: INDENT, y: y + 1, width: 4, height: rows.length * height - 2, rx: 2, fill: COLOURS.bar };
  return {
    shapes: [
      ...(isQuote ? [element('rect', bar)] : []),
      ...rows.flatMap((row, index) => drawRow(row, left, y + index * height + height - 6)),
    ],
    height: space + rows.length * height,
  };
}

function piecesOf({ kind, text, active }: SeenLine): readonly Styled[] {
  const size = kind === 'subtext' ? SMALL_SIZE : SIZE;
  const edges = active.flatMap(({ start, text: words }) => [start, start + words.length]);
  const cuts = [...new Set([0, ...edges, text.length])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const here = new Set(
      active
        .filter(({ start, text: words }) => start <= from && from < start + words.length)
        .map((one) => one.kind),
    );
    const isCode = here.has('code');
    const font: Font = {
      size: isCode ? size - 2 : size,
      isBold: here.has('bold') || kind === 'heading',
      isMono: isCode,
    };
    const plain = kind === 'subtext' ? COLOURS.faint : COLOURS.text;
    return {
      text: text.slice(from, cuts[index + 1]),
      font,
      colour: here.has('link') ? COLOURS.link : kind === 'heading' ? COLOURS.name : plain,
      isCode,
    };
  });
}

function drawRow(row: readonly Styled[], left: number, y: number): readonly string[] {
  let x = left;
  const boxes: string[] = [];
  const spans = row.map(({ text, font, colour, isCode }) => {
    const width = textWidth(text, font);
    if (isCode && text.trim() !== '')
      boxes.push(
        element('rect', {
          x: x - 2,
          y: y - font.size,
          width: width + 4,
          height: font.size + 5,
          rx: 3,
          fill: COLOURS.code,
        }),
      );
    const at = x;
    x += width;
    return element(
      'tspan',
      {
        // Boxes stand where the widths say: so does the text in and behind them.
        x: isCode || boxes.length > 0 ? at : undefined,
        fill: colour,
        'font-weight': font.isBold ? 'bold' : undefined,
        'font-family': font.isMono ? MONO : undefined,
        'font-size': font.size,
      },
      text,
    );
  });
  return [
    ...boxes,
    `<text x="${Math.round(left)}" y="${Math.round(y)}" xml:space="preserve">${spans.join('')}</text>`,
  ];
}

function drawButtons(buttons: readonly FakeButton[], top: number): readonly string[] {
  let x = INDENT;
  return buttons.flatMap(({ label }) => {
    const width = textWidth(label, { size: BUTTON.size, isBold: true }) + 2 * BUTTON.padding;
    const left = x;
    x += width + BUTTON.gap;
    return [
      element('rect', { x: left, y: top, width, height: BUTTON.height, rx: 4, fill: COLOURS.button }),
      element(
        'text',
        {
          x: left + width / 2,
          y: top + BUTTON.height / 2 + 5,
          'text-anchor': 'middle',
          'font-size': BUTTON.size,
          'font-weight': 'bold',
          fill: COLOURS.name,
        },
        label,
      ),
    ];
  });
}
