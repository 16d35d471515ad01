import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/text/numbers.ts';

/** Each row: text, then what is found as `slice=value kind unit bound`, the last two left out when plain. */
const ROWS: readonly (readonly [string, ...string[]])[] = [
  ['won 66 of 132 seats', '66=66 cardinal', '132=132 cardinal'],
  ['more than two dozen people', 'two dozen=24 cardinal above'],
  ['at least 1,234.5 tonnes', '1,234.5 tonnes=1234.5 measure tonne above'],
  ['one hundred and five thousand six hundred', 'one hundred and five thousand six hundred=105600 cardinal'],
  ['$3.5bn and €20m', '$3.5bn=3500000000 money USD', '€20m=20000000 money EUR'],
  ['US$5 million, 40 shekels', 'US$5 million=5000000 money USD', '40 shekels=40 money ILS'],
  ['about 12.5 percent', '12.5 percent=12.5 percent about'],
  ['up to 3 percentage points', '3 percentage points=3 percent point below'],
  ['COVID-19 grounded 16 F-16 jets', '16=16 cardinal'],
  ['half a million', 'half a million=500000 cardinal'],
  ['half of them', 'half=0.5 fraction'],
  ['three quarters of voters', 'three quarters=0.75 fraction'],
  ['two and a half million', 'two and a half million=2500000 cardinal'],
  ['3½ years', '3½ years=3.5 measure year'],
  ['the 21st century, the third man', '21st=21 ordinal', 'third=3 ordinal'],
  ['from 10:30 to 5pm', '10:30=630 time', '5pm=1020 time'],
  ['a 10-day trip of 5 square miles', '10-day=10 measure day', '5 square miles=5 measure square mile'],
  ['70-plus seats or 300+ more', '70=70 cardinal above', '300=300 cardinal above'],
  ['1.234.567 inhabitants', '1.234.567=1234567 cardinal'],
  ['12万人', '12万=120000 cardinal'],
  ['١٢٣', '١٢٣=123 cardinal'],
  ['thousands of people in 24.11.2011', ...[]],
  ['they won by a lot', ...[]],
  ['', ...[]],
];

describe('findNumbers', () => {
  it.each(ROWS)('reads %j', (text, ...expected) => {
    const found = findNumbers(text).map(({ span, value, kind, unit, bound }) =>
      [`${text.slice(span.start, span.end)}=${value}`, kind, unit, bound === 'exact' ? undefined : bound]
        .filter((part) => part !== undefined)
        .join(' '),
    );
    expect(found).toEqual(expected);
  });

  it('survives endless input', () => {
    const endless = ['1'.repeat(50_000), '1,'.repeat(25_000), 'one '.repeat(12_000), ' '.repeat(50_000)];
    const started = performance.now();
    for (const text of endless) findNumbers(text);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
