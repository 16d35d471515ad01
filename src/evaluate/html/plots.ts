import type { ReliabilityBin, RiskPoint } from '../abstention-measures.ts';
import { escapeHtml } from './escape-html.ts';

/** Units of the drawing; the page scales it. */
const WIDTH = 460;
const HEIGHT = 300;
const MARGIN = { left: 54, right: 18, top: 18, bottom: 42 };
const INNER_WIDTH = WIDTH - MARGIN.left - MARGIN.right;
const INNER_HEIGHT = HEIGHT - MARGIN.top - MARGIN.bottom;
/** Curves are thinned to about this many points: more cannot be seen. */
const CURVE_POINTS = 240;

export interface Curve {
  readonly name: string;
  readonly points: readonly RiskPoint[];
}

/** Risk over coverage, a line per system, with a dot where the shipped threshold answers. */
export function plotRiskCoverage(
  curves: readonly Curve[],
  options: { readonly label: string; readonly shippedCoverage?: number },
): string {
  const highest = Math.max(0.1, ...curves.flatMap((curve) => curve.points.map((point) => point.risk)));
  const top = Math.min(1, Math.ceil(highest * 5) / 5);
  const y = (risk: number) => scaleY(risk / top);
  const lines = curves.map((curve, index) => {
    const path = thin(curve.points)
      .map(
        (point, step) => `${step === 0 ? 'M' : 'L'}${fixed(scaleX(point.coverage))} ${fixed(y(point.risk))}`,
      )
      .join('');
    return `<path class="line s${index + 1}" d="${path}"><title>${escapeHtml(curve.name)}</title></path>`;
  });
  const shipped = curves[0] && shippedDot(curves[0].points, options.shippedCoverage, y);
  return svg(options.label, [
    axes({ x: 'coverage: share of questions answered', y: 'risk: share of answers that are wrong', top }),
    ...lines,
    shipped ?? '',
  ]);
}

/** Answerable questions by the rank of their first relevant document, bars of the systems side by side. */
export function plotRanks(
  systems: readonly { readonly name: string; readonly ranks: readonly number[] }[],
): string {
  const bins = systems[0]?.ranks.length ?? 0;
  const share = (ranks: readonly number[], bin: number) =>
    (ranks[bin] ?? 0) /
    Math.max(
      1,
      ranks.reduce((sum, count) => sum + count, 0),
    );
  const band = INNER_WIDTH / Math.max(1, bins);
  const bar = (band * 0.8) / Math.max(1, systems.length);
  const bars = systems.flatMap(({ name, ranks }, index) =>
    ranks.map((count, bin) => {
      const height = share(ranks, bin) * INNER_HEIGHT;
      const x = MARGIN.left + bin * band + band * 0.1 + index * bar;
      const rank = bin === bins - 1 ? 'not found' : `rank ${bin + 1}`;
      const title = `${name}, ${rank}: ${count} (${(100 * share(ranks, bin)).toFixed(1)} %)`;
      return `<rect class="bar s${index + 1}" x="${fixed(x)}" y="${fixed(scaleY(0) - height)}" width="${fixed(
        Math.max(1, bar - 1),
      )}" height="${fixed(height)}"><title>${escapeHtml(title)}</title></rect>`;
    }),
  );
  const labels = Array.from(
    { length: bins },
    (_, bin) =>
      `<text class="tick" text-anchor="middle" x="${fixed(MARGIN.left + (bin + 0.5) * band)}" y="${scaleY(0) + 15}">${
        bin === bins - 1 ? 'none' : bin + 1
      }</text>`,
  );
  return svg('Rank of the first relevant document', [
    axes({
      x: 'rank of the first relevant document',
      y: 'share of answerable questions',
      top: 1,
      ticksX: false,
    }),
    ...labels,
    ...bars,
  ]);
}

/** Mean confidence of each bin against the share of answerable questions in it; the circle's area is the bin's count. */
export function plotReliability(bins: readonly ReliabilityBin[]): string {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const dots = bins.map((bin) => {
    const [x, y] = [scaleX(bin.confidence), scaleY(bin.share)];
    const title = `${bin.count} questions with confidence ${bin.low.toFixed(1)} to ${bin.high.toFixed(
      1,
    )}: on average ${bin.confidence.toFixed(2)}, answerable ${bin.share.toFixed(2)}`;
    return `<circle class="dot s1" cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(
      3 + 11 * Math.sqrt(bin.count / most),
    )}"><title>${escapeHtml(title)}</title></circle>`;
  });
  const path = bins
    .map(
      (bin, step) => `${step === 0 ? 'M' : 'L'}${fixed(scaleX(bin.confidence))} ${fixed(scaleY(bin.share))}`,
    )
    .join('');
  return svg('Calibration', [
    axes({ x: 'confidence', y: 'share that is answerable', top: 1 }),
    `<path class="ideal" d="M${scaleX(0)} ${scaleY(0)}L${scaleX(1)} ${scaleY(1)}"/>`,
    `<path class="line s1 thin" d="${path}"/>`,
    ...dots,
  ]);
}

function shippedDot(
  points: readonly RiskPoint[],
  coverage: number | undefined,
  y: (risk: number) => number,
): string | undefined {
  if (coverage === undefined) return undefined;
  const point = [...points].reverse().find((each) => each.coverage <= coverage + 1e-9);
  if (!point) return undefined;
  const title = `shipped threshold: answers ${(100 * point.coverage).toFixed(1)} %, of which ${(100 * point.risk).toFixed(1)} % wrong`;
  return `<circle class="dot s1 shipped" cx="${fixed(scaleX(point.coverage))}" cy="${fixed(
    y(point.risk),
  )}" r="6"><title>${escapeHtml(title)}</title></circle>`;
}

function axes(options: {
  readonly x: string;
  readonly y: string;
  readonly top: number;
  readonly ticksX?: boolean;
}): string {
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const grid = [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => {
    const y = fixed(scaleY(share));
    const label = (share * options.top).toFixed(2).replace(/0$/, '');
    return `<path class="grid" d="M${MARGIN.left} ${y}H${WIDTH - MARGIN.right}"/><text class="tick" text-anchor="end" x="${
      MARGIN.left - 6
    }" y="${Number(y) + 4}">${label}</text>`;
  });
  const ticks = steps.map(
    (share) =>
      `<text class="tick" text-anchor="middle" x="${fixed(scaleX(share))}" y="${scaleY(0) + 15}">${share}</text>`,
  );
  return [
    ...grid,
    ...(options.ticksX === false ? [] : ticks),
    `<text class="axis" text-anchor="middle" x="${MARGIN.left + INNER_WIDTH / 2}" y="${HEIGHT - 6}">${options.x}</text>`,
    `<text class="axis" text-anchor="middle" transform="translate(12 ${MARGIN.top + INNER_HEIGHT / 2}) rotate(-90)">${options.y}</text>`,
  ].join('');
}

function svg(label: string, parts: readonly string[]): string {
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}">${parts.join('')}</svg>`;
}

function thin(points: readonly RiskPoint[]): RiskPoint[] {
  const step = Math.max(1, Math.floor(points.length / CURVE_POINTS));
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

const scaleX = (share: number): number => MARGIN.left + share * INNER_WIDTH;
const scaleY = (share: number): number => MARGIN.top + (1 - share) * INNER_HEIGHT;
const fixed = (value: number): string => value.toFixed(1);
