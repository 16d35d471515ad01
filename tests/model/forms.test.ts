import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DraftForm,
  MAX_CLAIMS,
  UnreadableDraft,
  type WrittenClaim,
} from '../../src/model/draft-reader.ts';
import { DRAFT_SCHEMA, jsonForm } from '../../src/model/json-form.ts';
import { plainForm } from '../../src/model/plain-form.ts';

interface Heard {
  readonly claims: readonly WrittenClaim[];
  /** How many claims had been handed over after each piece. */
  readonly after: readonly number[];
  readonly declined: boolean;
}

function read(form: DraftForm, pieces: readonly string[]): Heard {
  const claims: WrittenClaim[] = [];
  const after: number[] = [];
  const reader = form.createReader((claim) => claims.push(claim));
  for (const piece of pieces) {
    if (reader.push(piece)) return { claims, after, declined: false };
    after.push(claims.length);
  }
  return { claims, after, declined: reader.end().declined };
}

const FIRST = { text: 'One "thing".', quotes: [{ passage: 'p1', text: 'a {thing} [1]' }] };
const SECOND = {
  text: 'Another.',
  quotes: [
    { passage: 'p2', text: 'b' },
    { passage: 'p3', text: 'c: d' },
  ],
};
const JSON_REPLY = JSON.stringify({ declined: false, claims: [FIRST, SECOND] });
const PLAIN_REPLY = '1. One "thing".\n> p1: a {thing} [1]\n2. Another.\n> p2: b\n> p3: c: d';

describe.each([
  ['JSON', jsonForm, JSON_REPLY],
  ['numbered lines', plainForm, PLAIN_REPLY],
] as const)('a draft in %s', (_, form, reply) => {
  it('is read whole', () => {
    expect(read(form, [reply])).toMatchObject({ claims: [FIRST, SECOND], declined: false });
  });

  it('is the same however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: reply.length }), { maxLength: 12 }), (cuts) => {
        const places = [0, ...[...cuts].sort((a, b) => a - b), reply.length];
        const pieces = places.slice(1).map((place, index) => reply.slice(places[index], place));
        expect(read(form, pieces).claims).toEqual([FIRST, SECOND]);
      }),
    );
  });

  it('hands a claim over as soon as the next one begins', () => {
    const { after } = read(form, Array.from(reply));
    expect(after.indexOf(1)).toBeGreaterThan(0);
    expect(after.indexOf(1)).toBeLessThan(reply.indexOf('p3'));
  });

  it('is read after what a model thinks aloud', () => {
    const thought = '<think>\n1. Perhaps {"claims": []}\n> p1: no\nNO ANSWER\n</think>\n';
    expect(read(form, Array.from(`${thought}${reply}`)).claims).toEqual([FIRST, SECOND]);
  });

  it.each(['', ' ', 'I am sorry, I cannot help.', '<think>still thinking', '[1, 2, 3]', '"text"', 'null'])(
    'is not made of %j',
    (text) => {
      expect(() => read(form, [text])).toThrow(UnreadableDraft);
    },
  );

  it('is no longer than any draft', () => {
    expect(() =>
      read(
        form,
        Array.from({ length: 100 }, () => 'x'.repeat(1_000)),
      ),
    ).toThrow(UnreadableDraft);
  });
});

describe('a draft in JSON', () => {
  it('may decline', () => {
    expect(read(jsonForm, ['{"declined": true, "claims": []}'])).toMatchObject({
      claims: [],
      declined: true,
    });
  });

  it('may stand in a fenced block behind a remark', () => {
    expect(read(jsonForm, ['Here it is:\n```json\n', JSON_REPLY, '\n```\n']).claims).toEqual([FIRST, SECOND]);
  });

  it('keeps its shape where the model does not keep to it', () => {
    const claims = [
      { text: 3 },
      'a',
      null,
      { text: 'x', quotes: 'y' },
      { text: 'x', quotes: [{ passage: 'p1' }, 4] },
    ];
    expect(read(jsonForm, [JSON.stringify({ claims })]).claims).toEqual([
      { text: '', quotes: [] },
      { text: '', quotes: [] },
      { text: '', quotes: [] },
      { text: 'x', quotes: [] },
      {
        text: 'x',
        quotes: [
          { passage: '', text: '' },
          { passage: '', text: '' },
        ],
      },
    ]);
  });

  it('hands over what was complete before it broke off', () => {
    const claims: WrittenClaim[] = [];
    const reader = jsonForm.createReader((claim) => claims.push(claim));
    for (const piece of JSON_REPLY.slice(0, -20)) reader.push(piece);
    expect(() => reader.end()).toThrow(/broken or ends early/);
    expect(claims).toEqual([FIRST]);
  });

  it('is enough after a dozen claims', () => {
    const reply = JSON.stringify({ declined: false, claims: Array.from({ length: 40 }, () => SECOND) });
    expect(read(jsonForm, Array.from(reply)).claims).toHaveLength(MAX_CLAIMS);
  });

  it('has a schema in which every property is required and none is added', () => {
    const check = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('type' in schema && schema.type === 'object') {
        expect(schema).toMatchObject({ additionalProperties: false });
        const { properties = {}, required } = schema as { properties?: object; required?: unknown };
        expect(required).toEqual(Object.keys(properties));
      }
      Object.values(schema).forEach(check);
    };
    check(DRAFT_SCHEMA);
    expect(JSON.stringify(DRAFT_SCHEMA)).toContain('"declined"');
  });
});

describe('a draft in numbered lines', () => {
  it.each(['NO ANSWER', '**NO ANSWER**', '"NO ANSWER."\n'])('may decline: %j', (reply) => {
    expect(read(plainForm, [reply])).toMatchObject({ claims: [], declined: true });
  });

  it.each([
    ['brackets and dashes', '1) It closed.\n- [P1]: "It closed."', { passage: 'p1', text: 'It closed.' }],
    ['quotation marks', '1. It closed.\n  > p1: “It closed.”', { passage: 'p1', text: 'It closed.' }],
    [
      'a quotation within',
      '1. It closed.\n> p1: "It" closed "then"',
      { passage: 'p1', text: '"It" closed "then"' },
    ],
    ['Windows line ends', '1. It closed.\r\n> p1: It closed.\r\n', { passage: 'p1', text: 'It closed.' }],
  ])('is read with %s', (_, reply, quote) => {
    expect(read(plainForm, [reply]).claims).toEqual([{ text: 'It closed.', quotes: [quote] }]);
  });
});
