/** Marks that mean something anywhere; a colon with a letter or slash behind it may begin an emoji or an address. */
const MARKS = /[\\*_~`|<@[]|:(?=\S)/gu;
/** Invitations and gifts are found without `https://`. */
const OWN_DOMAIN = /(discord(?:app)?)\.(?=[a-z])/giu;
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/**
 * Text of a document or a person as Discord shows it letter by letter: no emphasis, spoiler, code, link, mention, command,
 * time stamp, emoji or invitation. It stays on one line. At the beginning of a line it also needs `escapeLineStart`.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(LINE_BREAKS, ' ').replace(MARKS, '\\$&').replace(OWN_DOMAIN, '$1\\.');
}

const LINE_MARKS = /^(\s*)(#{1,3}|-#|[-+]|>{1,3})(?=\s|$)/u;
const NUMBERED = /^(\s*\d+)\.(?=\s|$)/u;

/** The same for what means something only where a line begins: headings, subtext, lists, block quotes. */
export function escapeLineStart(line: string): string {
  return line.replace(LINE_MARKS, '$1\\$2').replace(NUMBERED, '$1\\.');
}
