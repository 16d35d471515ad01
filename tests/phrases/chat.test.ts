import { describe, expect, it } from 'vitest';
import { CHAT_PHRASES, chatPhrasesFor, fillPhrase } from '../../src/phrases/chat.ts';
import type { ChatPhrases, CommandPhrase } from '../../src/phrases/chat-phrases.ts';
import { PHRASES } from '../../src/phrases/phrases.ts';

const english = chatPhrasesFor('en');
const languages = [...CHAT_PHRASES];
const namedPhrases = ({ commands, options }: ChatPhrases): readonly (readonly [string, CommandPhrase])[] => [
  ...Object.entries(commands),
  ...Object.entries(options),
];
const placeholders = (phrase: string) => [...new Set(phrase.match(/\{\w+\}/gu))].sort();

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object */
const COMMAND_NAME = /^[-_'\p{L}\p{M}\p{N}]{1,32}$/u;

/** Names that stand beside each other in a platform's menu. */
const SIBLINGS: readonly (readonly (keyof ChatPhrases['commands'])[])[] = [
  ['ask', 'sources', 'help', 'forgetMe', 'myData', 'quote', 'corpus', 'answer', 'bot'],
  ['quoteShow', 'quoteFind', 'quoteCheck'],
  ['corpusStatus', 'corpusAdd', 'corpusRemove', 'corpusHistory', 'corpusUndo'],
  ['answerRetract', 'answerCorrect'],
  ['botPause', 'botResume', 'botChannels', 'botLimits'],
  ['menuSourcesSay', 'menuCheckQuote', 'menuRetract', 'menuCorrect'],
];

describe('chat phrases', () => {
  it('speak the languages that answers are rendered in', () => {
    expect([...CHAT_PHRASES.keys()].sort()).toEqual([...PHRASES.keys()].sort());
  });

  describe.each(languages)('in %s', (_language, phrases) => {
    it('have what the English ones are filled with', () => {
      for (const [key, phrase] of Object.entries(english.say)) {
        const translated = Object.entries(phrases.say).find(([name]) => name === key)?.[1] ?? '';
        expect(placeholders(translated), key).toEqual(placeholders(phrase));
      }
    });

    it('name commands and options as platforms allow', () => {
      for (const [key, { name, description }] of namedPhrases(phrases)) {
        if (key.startsWith('menu')) expect(name.length, key).toBeLessThanOrEqual(32);
        else {
          expect(name, key).toMatch(COMMAND_NAME);
          expect(name, key).toBe(name.toLowerCase());
          expect(description.length, key).toBeGreaterThan(0);
        }
        expect(description.length, key).toBeLessThanOrEqual(100);
      }
    });

    it('tell commands and options apart', () => {
      for (const keys of SIBLINGS) {
        const names = keys.map((key) => phrases.commands[key].name);
        expect(new Set(names).size, names.join(' ')).toBe(names.length);
      }
      const options = Object.values(phrases.options).map(({ name }) => name);
      expect(new Set(options).size).toBe(options.length);
    });

    it('fit buttons and dialogues', () => {
      for (const [key, phrase] of Object.entries(phrases.say)) {
        if (/(Title|Label)$/u.test(key)) expect(phrase.length, key).toBeLessThanOrEqual(45);
        if (key.startsWith('button')) expect(phrase.length, key).toBeLessThanOrEqual(40);
        expect(phrase.trim(), key).not.toBe('');
      }
    });
  });

  it('are spoken in English where a language is not known', () => {
    expect(chatPhrasesFor('xx-YY')).toBe(english);
    expect(chatPhrasesFor('de-AT')).not.toBe(english);
  });
});

describe('fillPhrase', () => {
  it('fills in values as they are, once', () => {
    expect(fillPhrase('{a} and {b}, {a}', { a: '{b}', b: '$&' })).toBe('{b} and $&, {b}');
  });

  it('leaves alone what it has no value for, inherited names too', () => {
    expect(fillPhrase('{toString} {x}', {})).toBe('{toString} {x}');
  });
});
