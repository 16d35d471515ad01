import { ANSWER_TYPES, type AnswerType } from '../answer-type.ts';
import { anyOf, dropAccents } from './compile-words.ts';
import type { Wording } from './wording.ts';
import { wordingOf } from './wordings.ts';

/** What a question word asks for. */
export interface Asks {
  readonly kind: AnswerType;
  /** Whether a noun beside the word tells the kind better. */
  readonly heedsNoun: boolean;
}

/** Patterns of a language's question words, and of the nouns beside them. */
export interface Asking {
  /** Question words in a text with its accents, and without; the later the more particular. */
  readonly exact: readonly (readonly [Asks, RegExp])[];
  readonly loose: readonly (readonly [Asks, RegExp])[];
  /** Nouns, as whole words, that tell what "which" asks for. */
  readonly nouns: readonly (readonly [AnswerType, RegExp])[];
  /** Nouns that tell more of what is counted. */
  readonly counted: readonly (readonly [AnswerType, RegExp])[];
  /** A verb of speech. */
  readonly speech: RegExp | undefined;
  /** Where the noun of "which" is looked for. */
  readonly nounSides: readonly ('after' | 'before')[];
}

const askings = new Map<string, Asking | undefined>();

/** How a language (BCP 47) asks, made on first use; undefined where it has no wording. */
export function askingIn(language: string): Asking | undefined {
  if (askings.has(language)) return askings.get(language);
  const wording = wordingOf(language);
  const asking = wording && compile(wording);
  askings.set(language, asking);
  return asking;
}

function compile(wording: Wording): Asking {
  const { prefix = '', unspaced, words, nounSide = 'after' } = wording;
  const inText = (source: string) =>
    new RegExp(
      unspaced ? source : `(?<![\\p{L}\\p{M}\\p{N}])(?:${prefix})?(?:${source})(?![\\p{L}\\p{M}\\p{N}])`,
      'u',
    );
  const whole = (source: string) => new RegExp(`^(?:${prefix})?(?:${source})$`, 'u');
  const asks = [
    ...readLists({ name: wording.which }, true),
    ...readLists(wording.unlessNoun ?? {}, true),
    ...readLists(wording.asks, false),
  ];
  const counts = { percent: words.percent, money: words.currency, duration: words.unit };
  const counted = readLists(counts, false).map(([{ kind }, source]) => [kind, whole(source)] as const);
  const nouns = readLists(wording.nouns, false).map(([{ kind }, source]) => [kind, whole(source)] as const);
  const speech = anyOf(wording.speech);
  return {
    exact: asks.map(([what, source]) => [what, inText(source)]),
    loose: asks.map(([what, source]) => [what, inText(dropAccents(source))]),
    nouns: [...nouns, ...counted],
    counted,
    speech: speech === undefined ? undefined : whole(speech),
    nounSides: nounSide === 'both' ? ['after', 'before'] : [nounSide],
  };
}

function readLists(
  lists: Readonly<Partial<Record<AnswerType, string | undefined>>>,
  heedsNoun: boolean,
): [Asks, string][] {
  return ANSWER_TYPES.flatMap((kind): [Asks, string][] => {
    const source = anyOf(lists[kind]);
    return source === undefined ? [] : [[{ kind, heedsNoun }, source]];
  });
}
