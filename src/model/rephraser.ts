import { fold, isStopWord, tokenise } from '../text/words.ts';
import type { Question, Rephraser, Turn } from '../types.ts';
import type { Asker } from './asker.ts';
import { withoutThinking } from './draft-reader.ts';
import { createFence } from './fence.ts';
import type { Prompts } from './prompt.ts';

/** Earlier turns that a question may lean on. */
const TURNS = 6;
/** UTF-16 units of one earlier answer: enough for the names in it. */
const ANSWER_LENGTH = 800;
/** UTF-16 units beyond the question's own: room for what is filled in. */
const ADDED_LENGTH = 240;
/** Of the words of a rewrite, this share must be the conversation's. */
const LEAST_KNOWN = 0.6;

/** Makes follow-ups stand alone by asking a model; what it writes is taken only where `keepsToConversation` says so. */
export function createModelRephraser({
  asker,
  prompt,
}: {
  readonly asker: Asker;
  readonly prompt: Prompts['rephrase'];
}): Rephraser {
  return {
    async rephrase(question, signal) {
      const turns = question.history?.slice(-TURNS) ?? [];
      if (turns.length === 0) return { text: question.text };
      const fence = createFence();
      let reply = '';
      const tokens = await asker.ask({
        prompt: prompt.fill({
          boundary: fence.boundary,
          conversation: turns
            .map((turn, index) => fence.wrap(`turn ${index + 1}`, describeTurn(turn)))
            .join('\n\n'),
          question: fence.wrap('question', question.text),
        }),
        ...(signal && { signal }),
        onText: (text) => {
          reply += text;
          return withoutThinking(reply).length > question.text.length + ADDED_LENGTH * 2;
        },
      });
      const written = tidy(withoutThinking(reply));
      return { text: keepsToConversation(written, question, turns) ? written : question.text, tokens };
    },
  };
}

function describeTurn({ question, answer }: Turn): string {
  const asked = `Asked: ${question}`;
  return answer === undefined ? asked : `${asked}\nAnswered: ${answer.slice(0, ANSWER_LENGTH)}`;
}

/** Without quotation marks around the whole and a label in front. */
function tidy(reply: string): string {
  return reply
    .trim()
    .replace(/^(?:(?:standalone |rewritten )?question|rewrite)\s*:\s*/i, '')
    .replace(/^["“](.*)["”]$/su, '$1')
    .trim();
}

const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+|[@#][\p{L}\p{N}_]+|<[@#!/a-z][^>]*>/giu;

/**
 * Whether a rewrite is a question made of the conversation's words: one line, not much longer than the question, most of its
 * words known, each number and address in it known, and something left of what was asked.
 */
export function keepsToConversation(written: string, question: Question, turns: readonly Turn[]): boolean {
  if (written === '' || /[\r\n]/.test(written)) return false;
  if (written.length > question.text.length + ADDED_LENGTH) return false;
  const language = question.language ?? 'en';
  const said = [question.text, ...turns.flatMap((turn) => [turn.question, turn.answer ?? ''])].join('\n');
  const literals = [...written.matchAll(ADDRESS), ...written.matchAll(/\p{N}+/gu)].map(
    ([literal]) => literal,
  );
  if (literals.some((literal) => !said.includes(literal))) return false;
  const known = new Set(wordsOf(said, language).map(({ folded }) => folded));
  const words = wordsOf(written, language).filter(({ isStop }) => !isStop);
  const unknown = words.filter(({ folded }) => !isKnown(folded, known));
  // A name that nobody mentioned is the model's own.
  if (unknown.some(({ isName }) => isName)) return false;
  return words.length > 0 && (words.length - unknown.length) / words.length >= LEAST_KNOWN;
}

interface ReadWord {
  readonly folded: string;
  readonly isStop: boolean;
  /** Has a capital that is not the sentence's. */
  readonly isName: boolean;
}

function wordsOf(text: string, language: string): readonly ReadWord[] {
  return tokenise(text, language).map(({ text: word }, index) => {
    const folded = fold(word);
    return { folded, isStop: isStopWord(folded, language), isName: index > 0 && /^\p{Lu}/u.test(word) };
  });
}

const STEM_LENGTH = 5;

/** Up to its ending: `visited` for `visit`. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  if (known.has(word)) return true;
  const stem = word.slice(0, STEM_LENGTH);
  return stem.length === STEM_LENGTH && [...known].some((other) => other.startsWith(stem));
}
