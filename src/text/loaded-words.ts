/**
 * Words that praise or condemn what they name, in English: they belong to whoever uses them, so outside of quotation marks
 * no statement uses one. Of disputed names of sides (settlers, rebels) none is here: no other word may exist.
 */
const LOADED =
  `terrorist terrorists regime regimes martyr martyrs martyred martyrdom hero heroes heroic heroine heroes thug thugs
  butcher butchers butchered traitor traitors tyrant tyrants tyranny puppet puppets stooge stooges henchman henchmen fanatic
  fanatics fanatical extremist extremists infidel infidels heretic heretics savage savages barbaric barbarian barbarians scum vermin
  so-called evil evildoers mobster warmonger warmongers bloodthirsty heinous despicable disgraceful shameful outrageous
  slaughter slaughtered massacre massacred massacres genocidal fascist fascists nazi nazis`
    .trim()
    .split(/\s+/)
    .join('|');

const PATTERN = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${LOADED})(?![\p{L}\p{N}])`, 'giu');
const QUOTED = /["“„«][^"“”„«»]*["”“»]|(?<![\p{L}\p{N}])[‘‹][^‘‹›]*?[’›](?!\p{L})/gu;

/** Where loaded words stand outside of quotation marks: the word and its offset, in order. */
export function findLoadedWords(text: string): readonly { readonly word: string; readonly at: number }[] {
  const quoted = Array.from(text.matchAll(QUOTED), ({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }));
  return Array.from(text.matchAll(PATTERN), ({ 0: word, index }) => ({ word, at: index })).filter(
    ({ at }) => !quoted.some(({ start, end }) => at >= start && at < end),
  );
}

/** Puts each loaded word that stands so in one of the quotes in quotation marks: it is the source's. */
export function quoteLoadedWords(text: string, quotes: readonly string[]): string {
  return [...findLoadedWords(text)]
    .reverse()
    .filter(({ word }) => quotes.some((quote) => quote.includes(word)))
    .reduce((rest, { word, at }) => `${rest.slice(0, at)}“${word}”${rest.slice(at + word.length)}`, text);
}
