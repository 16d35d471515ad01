/** Who won, and who lost. */
import type { Evidence, SupportProblem } from './evidence.ts';
import { shareName } from './same-name.ts';
import { namesOf } from './support-names.ts';
import type { SupportWord } from './support-words.ts';

/** Who won against whom, however it is said. */
export function checkWins({
  claimSentences,
  quoteSentences,
  body,
  quotes,
}: Evidence): readonly SupportProblem[] {
  const claimed = winsOf(body);
  if (claimed.length === 0 || claimSentences.length === 0) return [];
  const names = quoteSentences.flatMap(namesOf);
  const given = quotes.flatMap(winsOf);
  const nameIn = (text: string): readonly SupportWord[] => names.filter((name) => text.includes(name.text));
  const isTurned = claimed.some(({ winner, loser }) =>
    given.some(
      (win) =>
        (shareName(nameIn(winner), nameIn(win.loser)) && !shareName(nameIn(winner), nameIn(win.winner))) ||
        (shareName(nameIn(loser), nameIn(win.winner)) && !shareName(nameIn(loser), nameIn(win.loser))),
    ),
  );
  return isTurned ? ['roles'] : [];
}

const SIDE = '[^.;,]{1,80}?';
const WON = new RegExp(
  String.raw`(${SIDE})\b(?:won|wins?|winning|victory|beat|beats|beating|defeat(?:ed|s|ing)?|triumph(?:ed|s)?)\b[^.;,]{0,30}?\b(?:over|against)\s(${SIDE})(?=[.;,]|$)`,
  'giu',
);
const BEAT = new RegExp(
  String.raw`(${SIDE})\b(?:beat|beats|defeated|defeats)\s(?!by\b)(${SIDE})(?=[.;,]|$)`,
  'giu',
);
const LOST = new RegExp(
  String.raw`(${SIDE})\b(?:lost|loses|lose)\b[^.;,]{0,30}?\b(?:to|against)\s(${SIDE})(?=[.;,]|$)`,
  'giu',
);

const BEATEN = new RegExp(String.raw`(${SIDE})\b(?:beaten|defeated)\sby\s(${SIDE})(?=[.;,]|$)`, 'giu');

function winsOf(text: string): readonly { readonly winner: string; readonly loser: string }[] {
  const won = [...text.matchAll(WON), ...text.matchAll(BEAT)].map(([, winner = '', loser = '']) => ({
    winner,
    loser,
  }));
  const lost = Array.from(
    [...text.matchAll(LOST), ...text.matchAll(BEATEN)],
    ([, loser = '', winner = '']) => ({ winner, loser }),
  );
  return [...won, ...lost];
}
