import { describe, expect, it } from 'vitest';
import { redact } from '../../src/model/redact.ts';

describe('a line for the operator', () => {
  it.each([
    ['the key that is known', 'Bad key hunter2hunter2.', 'hunter2hunter2'],
    ['a key of OpenAI', 'Incorrect API key provided: sk-proj-AbCdEfGhIjKlMnOp', undefined],
    ['a key with stars', 'Incorrect API key provided: sk-AbCd***********WxYz.', undefined],
    ['a key of Google', 'API key AIzaSyA1234567890abcdefghij not valid', undefined],
    ['a bearer token', 'Sent {"authorization":"Bearer abc.def.ghi"}', undefined],
    ['a header', 'x-api-key: 0123456789', undefined],
    ['a setting', 'api_key=0123456789&model=x', undefined],
    ['a password in an address', 'connect to http://me:secret@host/v1 failed', undefined],
  ])('holds no key: %s', (_, message, key) => {
    const shown = redact(message, key);
    expect(shown).toContain('not shown');
    expect(shown).not.toMatch(/hunter2|AbCd|AIza|abc\.def|0123456789|secret@/);
  });

  it('is one short line without control characters', () => {
    const shown = redact(`first\nsecond\u001b[31m ${'x'.repeat(1_000)}`);
    expect(shown).toMatch(/^first second \[31m x+…$/);
    expect(shown.length).toBeLessThan(310);
  });

  it('keeps what is none', () => {
    const message = 'The model gpt-4.1-mini-2025-04-14 does not exist or you do not have access to it.';
    expect(redact(message)).toBe(message);
  });
});
