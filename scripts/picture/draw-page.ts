import { element } from './svg.ts';
import { SANS } from './text-width.ts';

/** What was drawn, and the pixels that it takes from the top. */
export interface Drawn {
  readonly shapes: readonly string[];
  readonly height: number;
}

/** Pixels throughout. */
export interface Page {
  /** Read out instead of the picture. */
  readonly title: string;
  readonly width: number;
  readonly margin: number;
  /** Between two messages. */
  readonly gap: number;
  readonly fontSize: number;
  readonly fill: string;
}

const CORNER = 10;

/** Messages one below the other, as an SVG picture. Each is drawn from where the one before ends. */
export function drawPage(messages: readonly ((top: number) => Drawn)[], page: Page): string {
  const { title, width, margin, gap, fontSize, fill } = page;
  const shapes: string[] = [];
  let top = margin;
  for (const draw of messages) {
    const drawn = draw(top);
    shapes.push(...drawn.shapes);
    top += drawn.height + gap;
  }
  const height = top + margin - gap;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${Math.round(height)}`,
      'font-family': SANS,
      'font-size': fontSize,
      role: 'img',
    },
    [element('title', {}, title), element('rect', { width, height, rx: CORNER, fill }), ...shapes],
  );
}
