/** Which name goes with which noun. */
import type { Evidence, SupportProblem } from './evidence.ts';
import { shareName } from './same-name.ts';
import { namesOf } from './support-names.ts';
import type { SupportSentence, SupportWord } from './support-words.ts';
import { isVerbLike } from './verb-like.ts';

/** `exports to Brazil` where the quotes have exports to Japan, `takeover by Belco` where it is by Nordia. */
export function checkBindings({
  claimSentences,
  quoteSentences,
  quoteWords,
}: Evidence): readonly SupportProblem[] {
  const given = quoteSentences.flatMap(bindingsOf);
  const isMixed = claimSentences.flatMap(bindingsOf).some(({ noun, preposition, names }) => {
    const ofNoun = given.filter(
      (binding) => binding.noun.stem === noun.stem && binding.preposition === preposition,
    );
    const isGivenSo = ofNoun.some((binding) => shareName(binding.names, names));
    if (ofNoun.length === 0 || isGivenSo || !shareName(names, quoteWords)) return false;
    const ofName = given.filter((binding) => shareName(binding.names, names));
    return (
      /^(?:from|by)$/.test(preposition) ||
      (ofName.length > 0 && !ofName.some((binding) => binding.noun.stem === noun.stem))
    );
  });
  return isMixed ? ['roles'] : [];
}

interface Binding {
  readonly noun: SupportWord;
  readonly preposition: string;
  readonly names: readonly SupportWord[];
}

/** Words after a preposition in which its names are looked for: `by the Danish group Nordia`. */
const BOUND_WORDS = 5;

/** A noun or a name, a preposition, and the names behind it. */
function bindingsOf(sentence: SupportSentence): readonly Binding[] {
  const known = new Set(namesOf(sentence));
  const { words } = sentence;
  return words.flatMap((noun, index): Binding[] => {
    const preposition = words[index + 1]?.folded ?? '';
    if (noun.isStop || !/^(?:to|from|of|in|with|for|against|by)$/.test(preposition)) return [];
    const behind = words.slice(index + 2, index + 2 + BOUND_WORDS);
    const end = behind.findIndex(
      (word) =>
        /^(?:to|from|of|in|with|for|against|by|on|at)$/.test(word.folded) ||
        isVerbLike(words, words.indexOf(word)),
    );
    const names = behind.slice(0, end < 0 ? BOUND_WORDS : end).filter((word) => known.has(word));
    return names.length === 0 ? [] : [{ noun, preposition, names }];
  });
}
