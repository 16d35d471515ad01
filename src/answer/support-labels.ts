/** What a name is called. */
import type { Evidence, SupportProblem } from './evidence.ts';
import { isSameName } from './same-name.ts';
import { namesOf } from './support-names.ts';
import type { SupportSentence, SupportWord } from './support-words.ts';
import { isVerbLike } from './verb-like.ts';

/** `the asteroid Halcyon` of quotes that speak of the probe Halcyon and the asteroid Mirova. */
export function checkLabels({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const given = quoteSentences.flatMap(labelsOf);
  const isMixed = claimSentences.flatMap(labelsOf).some(({ label, name }) => {
    const ofLabel = given.filter((other) => other.label.stem === label.stem);
    const ofName = given.filter((other) => isSameName(other.name, name));
    return ofLabel.length > 0 && ofName.length > 0 && !ofLabel.some((other) => isSameName(other.name, name));
  });
  return isMixed ? ['roles'] : [];
}

interface Label {
  readonly label: SupportWord;
  readonly name: SupportWord;
}

/** A plain noun and the name right behind it. */
function labelsOf(sentence: SupportSentence): readonly Label[] {
  const names = namesOf(sentence);
  return names.flatMap((name) => {
    const index = sentence.words.indexOf(name);
    const label = sentence.words[index - 1];
    const isNoun =
      label &&
      !label.isName &&
      !label.isStop &&
      !isVerbLike(sentence.words, index - 1) &&
      /^\p{Ll}/u.test(label.text);
    return isNoun && sentence.text.slice(label.end, name.start) === ' ' ? [{ label, name }] : [];
  });
}
