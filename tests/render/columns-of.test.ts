import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/render/columns-of.ts';

const LAST_CHARACTER = 0xffff;

describe('columnsOf', () => {
  it('is what the library says, of every character and of one beside it', () => {
    const others: string[] = [];
    for (let code = 0; code <= LAST_CHARACTER; code += 1) {
      const character = String.fromCharCode(code);
      for (const text of [character, `a${character}b`])
        if (columnsOf(text) !== stringWidth(text)) others.push(code.toString(16));
    }
    expect(others).toEqual([]);
  });

  it.each([
    ['“Ja”, sagte Gößner – 7 €', 24],
    ['мост в Зареченске', 17],
    ['青河大桥 2019', 13],
    ['e\u0301\u200b', 1],
    ['👩\u200d🚀!', 3],
  ])('counts %j', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});
