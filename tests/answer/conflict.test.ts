import { describe, expect, it } from 'vitest';
import { compareQuotes } from '../../src/answer/conflict.ts';
import { CONFLICT_TABLE } from './conflict-table.ts';

describe('compareQuotes', () => {
  it('finds nine disagreements in ten and raises at most 5 % false alarms', () => {
    const judged = CONFLICT_TABLE.map(([label, question, left, right]) => ({
      label,
      pair: `${left} | ${right}`,
      about: compareQuotes({ text: left }, { text: right }, question),
      turned: compareQuotes({ text: right }, { text: left }, question),
    }));
    const differing = judged.filter(({ label }) => label !== 'agree');
    const agreeing = judged.filter(({ label }) => label === 'agree');
    const found = differing.filter(({ label, about }) => about === label);
    const alarms = agreeing.filter(({ about }) => about !== undefined);
    console.log(
      `disagreement: found ${found.length} of ${differing.length}, false alarms ${alarms.length} of ${agreeing.length}`,
    );
    expect(differing.length).toBeGreaterThanOrEqual(60);
    expect(agreeing.length).toBeGreaterThanOrEqual(60);
    expect(found.length / differing.length).toBeGreaterThanOrEqual(0.9);
    expect(alarms.map(({ pair }) => pair).length / agreeing.length).toBeLessThanOrEqual(0.05);
    expect(judged.filter(({ about, turned }) => about !== turned)).toEqual([]);
  });

  it('reckons weekdays from the day of publication', () => {
    const text = 'Kolb was arrested on Monday.';
    const left = { text, published: '2019-03-14' };
    expect(compareQuotes(left, { text: 'Kolb was arrested on 11 March 2019.' })).toBeUndefined();
    expect(compareQuotes(left, { text: 'Kolb was arrested on 12 March 2019.' })).toBe('date');
  });
});
