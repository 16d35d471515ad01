import { expect, it } from 'vitest';
import { englishDate } from '../../src/text/english-date.ts';

it.each([
  ['2011-11-04', '4 November 2011'],
  ['2011-05', 'May 2011'],
  ['1911', '1911'],
])('writes %s in words, as far as it is told', (date, words) => {
  expect(englishDate(date)).toBe(words);
});
