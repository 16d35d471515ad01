import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/text/dates.ts';

const TODAY = '2022-10-14'; // a Friday

/** Each row: text, then what is found as `slice=value from..to`, the range left out when unresolved. */
const ROWS: readonly (readonly [string, ...string[]])[] = [
  ['26 January 2006', '26 January 2006=2006-01-26 2006-01-26..2006-01-26'],
  ['Thursday, Nov. 24, 2011', 'Thursday, Nov. 24, 2011=2011-11-24 2011-11-24..2011-11-24'],
  ['24 ноября 2011 года', '24 ноября 2011=2011-11-24 2011-11-24..2011-11-24'],
  ['24 de noviembre de 2011', '24 de noviembre de 2011=2011-11-24 2011-11-24..2011-11-24'],
  ['2011年11月24日', '2011年11月24日=2011-11-24 2011-11-24..2011-11-24'],
  [
    '11/24/2011 or 24/11/2011',
    '11/24/2011=2011-11-24 2011-11-24..2011-11-24',
    '24/11/2011=2011-11-24 2011-11-24..2011-11-24',
  ],
  ['2011-11-24T10:00', '2011-11-24=2011-11-24 2011-11-24..2011-11-24'],
  ['in November 2011', 'November 2011=2011-11 2011-11-01..2011-11-30'],
  ['Since November he may march', 'November=--11 2021-11-01..2021-11-30'],
  ['on December 15', 'December 15=--12-15 2021-12-15..2021-12-15'],
  ['in 1967 and the 1990s', '1967=1967 1967-01-01..1967-12-31', '1990s=1990s 1990-01-01..1999-12-31'],
  ['the 2006 elections', '2006=2006 2006-01-01..2006-12-31'],
  ['1500 people paid $2000 for more than 2000 of 2,006 seats', ...[]],
  ['summer 2020', 'summer 2020=2020-summer 2020-06-01..2020-08-31'],
  ['Q3 2020', 'Q3 2020=2020-q3 2020-07-01..2020-09-30'],
  ['on Thursday', 'Thursday=thursday 2022-10-13..2022-10-13'],
  ['last Friday', 'last Friday=friday 2022-10-07..2022-10-07'],
  ['next Monday', 'next Monday=monday 2022-10-17..2022-10-17'],
  ['USA Today reported', ...[]],
  ['yesterday', 'yesterday=yesterday 2022-10-13..2022-10-13'],
  ['two days ago', 'two days ago=two days ago 2022-10-12..2022-10-12'],
  ['this week', 'this week=this week 2022-10-10..2022-10-16'],
  ['last month', 'last month=last month 2022-09-01..2022-09-30'],
  ['next year', 'next year=next year 2023-01-01..2023-12-31'],
  ['this weekend', 'this weekend=this weekend 2022-10-15..2022-10-16'],
  ['自2011年11月24日起', '2011年11月24日=2011-11-24 2011-11-24..2011-11-24'],
  ['x24 November 2011', 'November 2011=2011-11 2011-11-01..2011-11-30'],
  ['24 November 2011é, Novembers, 1990ski and yesterdays', '24 November=--11-24 2021-11-24..2021-11-24'],
  ['30/30/2011', ...[]],
  ['', ...[]],
];

describe('findDates', () => {
  it.each(ROWS)('reads %j', (text, ...expected) => {
    const found = findDates(text, TODAY).map(
      ({ span, value, range }) => `${text.slice(span.start, span.end)}=${value} ${range?.from}..${range?.to}`,
    );
    expect(found).toEqual(expected);
  });

  it('leaves relative dates unresolved without a day', () => {
    expect(findDates('on Thursday, last month')).toEqual([
      { span: { start: 3, end: 11 }, kind: 'weekday', value: 'thursday' },
      { span: { start: 13, end: 23 }, kind: 'relative', value: 'last month' },
    ]);
  });

  it('survives endless input', () => {
    const started = performance.now();
    for (const text of ['1'.repeat(50_000), ' '.repeat(50_000), 'Thursday 3 May '.repeat(3_000)])
      findDates(text);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
