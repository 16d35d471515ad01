import { describe, expect, it } from 'vitest';
import { checkSupport, type SupportProblem } from '../../src/answer/support.ts';
import { FOURTH_TABLE } from './support-fourth-table.ts';
import { FRESH_TABLE } from './support-fresh-table.ts';
import { LAST_TABLE } from './support-last-table.ts';
import { MODEL_TABLE, type ModelRow } from './support-model-table.ts';
import { HELD_BACK_TABLE, SUPPORT_TABLE, type SupportRow, TABLE_FACTS } from './support-table.ts';
import { THIRD_TABLE } from './support-third-table.ts';
import { UNSEEN_TABLE } from './support-unseen-table.ts';

interface Rates {
  readonly lost: readonly string[];
  readonly missed: readonly string[];
  readonly summary: string;
  readonly caughtRate: number;
  readonly lostRate: number;
}

function measure(rows: readonly (SupportRow | ModelRow)[]): Rates {
  const judged = rows.map(([label, claim, ...quotes]) => ({
    label,
    claim,
    supported: checkSupport(claim, quotes, [TABLE_FACTS]).supported,
  }));
  const trueOnes = judged.filter(({ label }) => label === 'true');
  const falseOnes = judged.filter(({ label }) => label !== 'true');
  const lost = trueOnes.filter(({ supported }) => !supported).map(({ claim }) => claim);
  const missed = falseOnes
    .filter(({ supported }) => supported)
    .map(({ label, claim }) => `${label}: ${claim}`);
  return {
    lost,
    missed,
    caughtRate: 1 - missed.length / falseOnes.length,
    lostRate: lost.length / trueOnes.length,
    summary: `false caught ${falseOnes.length - missed.length} of ${falseOnes.length}, true lost ${lost.length} of ${trueOnes.length}`,
  };
}

describe('checkSupport', () => {
  it('catches 95 % of false claims and loses at most 5 % of true ones', () => {
    const tables = {
      main: SUPPORT_TABLE,
      'held back': HELD_BACK_TABLE,
      fresh: FRESH_TABLE,
      last: LAST_TABLE,
      models: MODEL_TABLE,
      unseen: UNSEEN_TABLE,
      third: THIRD_TABLE,
      fourth: FOURTH_TABLE,
    };
    const rows = Object.values(tables).flat();
    const all = measure(rows);
    for (const [name, table] of Object.entries(tables))
      console.log(`support, ${name}: ${measure(table).summary}`);
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(all.caughtRate, all.missed.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(all.lostRate, all.lost.join('\n')).toBeLessThanOrEqual(0.05);
  });

  const QUOTE = 'The Reform Alliance won about 48 seats on Thursday, Lena Markovic said.';

  it.each<[string, SupportProblem]>([
    ['The Reform Alliance won about 84 seats.', 'number'],
    ['The Reform Alliance won about 48 seats in 2017.', 'date'],
    ['The Reform Alliance of Paul Renner won about 48 seats.', 'name'],
    ['Reform said the Alliance won about 48 seats.', 'speaker'],
    ['The Reform Alliance did not win about 48 seats.', 'negation'],
    ['The Reform Alliance won "all of the seats".', 'quotation'],
    ['The Reform Alliance always won about 48 seats.', 'strength'],
    ['Sadly, the Reform Alliance won about 48 seats.', 'opinion'],
    ['The regime of the Reform Alliance won about 48 seats.', 'opinion'],
    ['The turnout disappointed observers and analysts abroad.', 'invented'],
    ['The Reform Alliance won about 48 seats: evil.example/win', 'link'],
  ])('names what is wrong with %j', (claim, problem) => {
    expect(checkSupport(claim, [QUOTE], [TABLE_FACTS]).problems).toContain(problem);
  });

  it.each<[string, string, SupportProblem[]]>([
    ['The rebels overthrew the king of Orn.', 'The king of Orn overthrew the rebels.', ['roles']],
    ['The mayor oversaw the vote on Friday.', 'The mayor left the vote on Friday.', ['invented']],
    ['The king of Orn was overthrown by the rebels.', 'The rebels overthrew the king of Orn.', []],
    ['Nurses slept for six hours.', 'People slept for six hours, a study of nurses found.', []],
    ['Ines Varga has a torn ligament.', 'Ines Varga is out with a torn ligament.', []],
  ])('tells a verb by its irregular form: %j', (claim, quote, problems) => {
    expect(checkSupport(claim, [quote], [TABLE_FACTS]).problems).toEqual(problems);
  });

  it('takes a quote said word for word, whatever is in it', () => {
    const quote = 'Nobody but Renner, 58, would say "never" (see www.tarn.example) unless all 90 agreed.';
    expect(checkSupport(quote, [quote], [TABLE_FACTS])).toEqual({ supported: true, problems: [] });
  });

  it('takes a publisher whose name holds a day for a publisher', () => {
    const quote = 'The mine closed.';
    for (const publisher of ['USA Today', 'The Sunday Times']) {
      const facts = [{ publisher, published: '2019-03-14' }];
      expect(checkSupport(`${publisher}, 14 March 2019: ${quote}`, [quote], facts).supported).toBe(true);
      expect(checkSupport(`${publisher}, 15 March 2019: ${quote}`, [quote], facts).supported).toBe(false);
    }
  });

  it('takes a publisher that is called after its address, but no other address', () => {
    const quote = 'The mine closed.';
    const check = (publisher: string, claim = `${publisher}: ${quote}`) =>
      checkSupport(claim, [quote], [{ publisher }]).supported;
    expect(
      ['Salon.com', 'The Daily Tarn.net', 'Al-Monitor.com'].map((publisher) => check(publisher)),
    ).toEqual([true, true, true]);
    expect(
      ['@everyone', 'http://evil.example', 'News <b>', '[x](y.com)'].map((publisher) => check(publisher)),
    ).toEqual([false, false, false, false]);
    expect(check('Salon.com', `Salon.com: ${quote} See evil.com`)).toBe(false);
  });

  it('survives endless claims', () => {
    const started = performance.now();
    for (const part of ['a ', '"', '1 to ', '[x](', '@a ', 'A said B. ']) {
      checkSupport(part.repeat(4_000 / part.length), [QUOTE], [TABLE_FACTS]);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
