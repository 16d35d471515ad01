import { describe, expect, it } from 'vitest';
import {
  foldWords,
  isYesOrNo,
  quoteContains,
  quoteShowsEvidence,
  statementHoldsAnswer,
} from '../../src/evaluate/match-text.ts';

describe('foldWords', () => {
  it.each([
    ['The Café’s 1,250 seats', ['the', 'cafes', '1250', 'seats']],
    ['Twenty-five of five', ['25', 'of', '5']],
    ["``  The ferry , they said . ''", ['the', 'ferry', 'they', 'said']],
    ['й и ё', ['и', 'и', 'е']],
    ['港口关闭', ['港', '口', '关', '闭']],
    ['co\u00adoperate', ['cooperate']],
    ['— … —', []],
  ])('reads %j', (text, words) => {
    expect(foldWords(text)).toEqual(words);
  });
});

describe('statementHoldsAnswer', () => {
  it.each([
    ['The port reopened on 5 May.', 'five', true],
    ['A litre costs $5 now.', '$5', true],
    ['There were 1500 guests.', '5', false],
    ['She is Iranian.', 'Iran', false],
    ['Prices rose by 3.5 percent.', '3.5%', true],
    ['The mayor of Port Alder resigned.', 'port alder', true],
    ['The mayor of Alder Port resigned.', 'port alder', false],
    ['Он живёт в Москве.', 'москв', true],
    ['وصل والرئيس أمس', 'الرئيس', true],
    ['Anything at all', '—', false],
  ])('%j, %j: %s', (statement, answer, holds) => {
    expect(statementHoldsAnswer(statement, answer)).toBe(holds);
  });
});

describe('quoteShowsEvidence', () => {
  const evidence = 'The ferry to Skarholm was cancelled on Monday because its only engine had failed .';

  it.each([
    [
      'the sentence, spaced otherwise',
      'The ferry to Skarholm was cancelled on Monday because its only engine had failed.',
      true,
    ],
    ['a longer quote around it', `Officials spoke. ${evidence} They apologised.`, true],
    ['a part of four words', 'was cancelled on Monday', true],
    ['a part too short to mean it', 'on Monday', false],
    ['most of its words, cut otherwise', 'to Skarholm was cancelled on Monday. The company spoke.', true],
    ['another sentence on the topic', 'The ferry company has run boats to the islands since 1962.', false],
  ])('%s', (_, quote, shows) => {
    expect(quoteShowsEvidence(quote, evidence)).toBe(shows);
  });
});

describe('quoteContains', () => {
  it('asks for the words in a row, whatever the quotation marks and spacing', () => {
    expect(quoteContains('He said: “I don’t  think so.”', "I don't think so")).toBe(true);
    expect(quoteContains('He said: I never think so.', "I don't think so")).toBe(false);
  });
});

describe('isYesOrNo', () => {
  it('knows a bare yes or no from an answer that begins with one', () => {
    expect([isYesOrNo('Yes'), isYesOrNo('no.'), isYesOrNo('No. 5'), isYesOrNo('Norway')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
