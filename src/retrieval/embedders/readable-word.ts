/** Plain Latin letters, digits and inner marks, at least one letter, and no longer than English words get. */
const READABLE = /^(?=[^a-z]*[a-z])[a-z0-9.']{1,24}$/;

/**
 * Whether the encoder makes anything of a folded word. Its vocabulary has hardly a piece of a script other than Latin,
 * and it spells numbers out digit by digit: those words go by their spelling instead, and so are hexadecimal strings and the like.
 */
export function isReadable(word: string): boolean {
  return READABLE.test(word);
}
