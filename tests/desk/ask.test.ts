import { describe, expect, it } from 'vitest';
import type { Origin } from '../../src/index.ts';
import { openTestDesk } from '../support/open-desk.ts';

const ann: Origin = { platform: 'test', space: 'guild', chat: 'general', person: 'ann' };

describe('desk.ask', () => {
  it('answers, and finds the answer again by its message', async () => {
    await using opened = await openTestDesk();
    const { desk } = opened;
    const reply = await desk.ask({ origin: ann, text: 'Who met in Cairo?', locale: 'en' });
    if (reply.kind !== 'answered') throw new Error('refused');
    expect(reply.answer.answer.kind).toBe('grounded');
    desk.posted(reply.answer.id, { platform: 'test', chat: 'general', messages: ['m1', 'm2'], locale: 'en' });
    const found = await desk.answerAt({ platform: 'test', chat: 'general', message: 'm2' });
    expect({ ...found, posts: [] }).toEqual(reply.answer);
    expect(found?.posts).toHaveLength(1);
    expect(desk.render(reply.answer).length).toBeGreaterThan(2);
    expect((await desk.suggestDocuments('', 10)).length).toBe(3);
    const quotes = await desk.findQuotes('Cairo', { limit: 3 });
    expect(quotes[0]?.quote.text).toContain('Cairo');
    expect((await desk.quotesInContext(reply.answer.id)).length).toBeGreaterThan(0);
    expect((await desk.showQuote('000')).length).toBeGreaterThan(0);
  });
});
