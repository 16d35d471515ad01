/** UTF-16 units of a provider's words in a line for the operator. */
const LIMIT = 300;

const SECRETS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\b(bearer|basic)\s+[^\s"',;]+/gi, '$1 (not shown)'],
  [/\b(?:sk|pk|rk|key|gsk|xai|hf|ghp|lsv2|AIza)[-_]?[A-Za-z0-9*._-]{12,}/g, '(key not shown)'],
  [
    /((?:api[-_ ]?key|x-api-key|authorization|access[-_ ]?token|secret|password)["']?\s*[:=]\s*["']?)[^\s"',;}]+/gi,
    '$1(not shown)',
  ],
  [/\/\/[^\s/@]+@/g, '//(not shown)@'],
];

/** A provider's message in one short line, without keys: neither the one that is known nor what looks like one. */
export function redact(message: string, key?: string): string {
  const known = key === undefined ? message : message.replaceAll(key, '(key not shown)');
  const shown = SECRETS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), known);
  // Control characters could play with the operator's terminal.
  const line = shown.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length <= LIMIT ? line : `${line.slice(0, LIMIT)}…`;
}
