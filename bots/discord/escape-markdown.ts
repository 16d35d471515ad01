/**
 * Marks that mean something anywhere; a colon without a space behind it may begin an emoji or an address, and a
 * parenthesis behind a bracket the address of a link that began much earlier.
 */
const MARKS = /[\\*_~`|<@[]|:(?=\S)|(?<=\]|^)\(/gu;
/** Invitations and gifts are found without `https://`. */
const OWN_DOMAIN = /(discord(?:app)?)\.(?=[a-z])/giu;
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/**
 * Text of a document or a person as Discord shows it letter by letter: no emphasis, spoiler, code, link, mention, command,
 * time stamp, emoji or invitation. It stays on one line. `next` is what follows it; a whole line also needs `escapeLine`.
 */
export function escapeMarkdown(text: string, next = ''): string {
  const escaped = text.replace(LINE_BREAKS, ' ').replace(MARKS, '\\$&').replace(OWN_DOMAIN, '$1\\.');
  return text.endsWith(':') && /^\S/u.test(next) ? `${escaped.slice(0, -1)}\\:` : escaped;
}

const LINE_MARKS = /^(\s*)(#{1,3}|-#|[-+]|>{1,3})(?=\s|$)/u;
const NUMBERED = /^(\s*\d+)\.(?=\s|$)/u;

/** The same for what means something only where a line begins: headings, subtext, lists, block quotes. */
export function escapeLine(line: string): string {
  return line.replace(LINE_MARKS, '$1\\$2').replace(NUMBERED, '$1\\.');
}
