import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerToKeep, Ledger, Origin, Post } from '../../src/ledger/types.ts';
import type { Document } from '../../src/types.ts';
import { abstention, crowdAnswer, harbour, rival } from '../support/answers.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOW = Date.parse('2026-03-05T12:00:00Z');
const TODAY = '2026-03-05';

const ann: Origin = { platform: 'discord', space: 'guild', chat: 'general', person: 'ann-1001' };
const ben: Origin = { ...ann, person: 'ben-1002' };
const alone: Origin = { platform: 'telegram', chat: '700800', person: '700800' };

export interface LedgerFactory {
  /** A ledger of its own; the same again for the same `name`. */
  open(name: string, options: { readonly days: number; readonly conversationMs: number }): Ledger;
}

/** What every engine of the ledger does. */
export function testLedger(engine: string, factory: LedgerFactory): void {
  describe(`the ledger (${engine})`, () => {
    const opened: Ledger[] = [];
    let names = 0;
    const open = ({ days = 90, name }: { days?: number; name?: string } = {}): Ledger => {
      names += 1;
      const ledger = factory.open(name ?? `ledger-${names}`, { days, conversationMs: 60 * MINUTE });
      opened.push(ledger);
      return ledger;
    };
    afterEach(() => {
      for (const ledger of opened.splice(0)) ledger.close();
    });

    it('gives an answer back as it was kept, without earlier turns', () => {
      const ledger = open();
      const answer = {
        ...crowdAnswer,
        question: { text: 'How many?', history: [{ question: 'Who won?' }] },
      };
      ledger.answers.add(answerOf('a', { answer }));
      const kept = ledger.answers.get('a');
      expect(kept).toMatchObject({
        id: 'a',
        askedAt: NOW,
        platform: 'discord',
        state: 'standing',
        generation: 7,
      });
      expect(kept?.answer).toEqual({ ...crowdAnswer, question: { text: 'How many?' } });
      expect(ledger.answers.get('b')).toBeUndefined();
    });

    it('knows the asker by a hash that differs between platforms', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a'));
      expect(ledger.answers.isAskedBy('a', ann)).toBe(true);
      expect(ledger.answers.isAskedBy('a', ben)).toBe(false);
      expect(ledger.answers.isAskedBy('a', { ...ann, platform: 'telegram' })).toBe(false);
      expect(ledger.personKey(ann)).not.toContain('ann');
      const elsewhere = { ...ann, chat: 'elsewhere' };
      expect(ledger.personKey(ann)).toBe(ledger.personKey(elsewhere));
    });

    it('finds an answer by any of its messages, in its own chat and platform only', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a'));
      expect(ledger.posts.add('a', postOf(['m1', 'm2'], { extra: '{"buttons":1}' }))).toBe(true);
      expect(ledger.posts.add('unknown', postOf(['m9']))).toBe(false);
      const at = (message: string, chat = 'general', platform = 'discord') =>
        ledger.answers.at({ platform, chat, message });
      expect([at('m1'), at('m2'), at('m3'), at('m1', 'other'), at('m1', 'general', 'telegram')]).toEqual([
        'a',
        'a',
        undefined,
        undefined,
        undefined,
      ]);
      expect(ledger.posts.of('a').map(({ post }) => post)).toEqual([
        postOf(['m1', 'm2'], { extra: '{"buttons":1}' }),
      ]);
    });

    it('keeps a post that is posted again as the same post, and takes messages over from another answer', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a'));
      ledger.answers.add(answerOf('b'));
      ledger.posts.add('a', postOf(['m1', 'm2']));
      ledger.posts.add('a', postOf(['m7']));
      const [first] = ledger.posts.of('a');
      ledger.posts.add('a', postOf(['m1', 'm3']));
      expect(ledger.posts.of('a').map(({ row, post }) => [row, post.messages])).toEqual([
        [first?.row, ['m1', 'm3']],
        [expect.any(Number), ['m7']],
      ]);
      ledger.posts.add('b', postOf(['m1', 'm3']));
      expect(ledger.posts.of('a').map(({ post }) => post.messages)).toEqual([['m7']]);
      expect(ledger.answers.at({ platform: 'discord', chat: 'general', message: 'm3' })).toBe('b');
    });

    it('leads a conversation back through the answers before', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a', { askedAt: NOW - 30 * MINUTE }));
      ledger.answers.add(answerOf('b', { askedAt: NOW - 20 * MINUTE, parent: 'a' }));
      ledger.answers.add(answerOf('c', { askedAt: NOW - 10 * MINUTE, parent: 'a', origin: ben }));
      const ids = (answerId: string, since = 0, limit = 10) =>
        ledger.conversations.thread(answerId, { since, limit }).map((turn) => turn.answerId);
      expect(ids('b')).toEqual(['a', 'b']);
      expect(ids('c')).toEqual(['a', 'c']);
      expect(ids('b', NOW - 25 * MINUTE)).toEqual(['b']);
      expect(ids('b', 0, 1)).toEqual(['b']);
      expect(ids('unknown')).toEqual([]);
      expect([ledger.conversations.root('c'), ledger.conversations.root('unknown')]).toEqual([
        'a',
        'unknown',
      ]);
      const latest = (origin: Origin, since = 0) =>
        ledger.conversations.latest(origin, { since, withPrivate: false });
      expect([latest(ann), latest(ben), latest({ ...ann, thread: 't' })]).toEqual(['b', 'c', undefined]);
      expect(latest(ann, NOW)).toBeUndefined();
    });

    it('tells private turns apart until they are shared', () => {
      const ledger = open();
      ledger.answers.add(answerOf('open', { askedAt: NOW - 2 }));
      ledger.answers.add(answerOf('secret', { askedAt: NOW - 1, isPrivate: true, parent: 'open' }));
      const latest = (withPrivate: boolean) => ledger.conversations.latest(ann, { since: 0, withPrivate });
      expect([latest(false), latest(true)]).toEqual(['open', 'secret']);
      expect(
        ledger.conversations.thread('secret', { since: 0, limit: 9 }).map((turn) => turn.isPrivate),
      ).toEqual([false, true]);
      ledger.answers.share('secret');
      expect([latest(false), ledger.answers.get('secret')?.isPrivate]).toEqual(['secret', false]);
    });

    it('puts an answer in the place of the one to an earlier wording', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a', { askedAt: 1 }));
      ledger.answers.add(answerOf('old', { askedAt: 2, parent: 'a' }));
      ledger.answers.add(answerOf('after', { askedAt: 3, parent: 'old' }));
      ledger.answers.add(answerOf('new', { askedAt: 4, parent: 'a' }));
      ledger.answers.supersede('old', 'new');
      const turns = ledger.conversations.thread('after', { since: 0, limit: 9 });
      expect(turns.map(({ answerId }) => answerId)).toEqual(['a', 'new', 'after']);
    });

    it('finds the answers whose documents have changed or gone since they were looked at', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a'));
      const now = new Map([
        [harbour.id, 'h1'],
        [rival.id, 'r1'],
      ]);
      expect(ledger.edits.stale(now)).toEqual([]);
      const changed = new Map([[harbour.id, 'h2']]);
      const stale = ledger.edits.stale(changed).map(({ documentId }) => documentId);
      expect([...stale].sort()).toEqual([harbour.id, rival.id].sort());
      ledger.edits.checked('a', changed);
      expect(ledger.edits.stale(changed)).toEqual([]);
      expect(ledger.edits.stale(now).map(({ answerId }) => answerId)).toEqual(['a', 'a']);
    });

    it('keeps an edit pending until it is done, and one that was asked for again meanwhile', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a'));
      ledger.posts.add('a', postOf(['m1']));
      ledger.posts.add('a', postOf(['m2'], { chat: 'other' }));
      expect(ledger.edits.request('a', NOW)).toBe(2);
      expect(ledger.edits.due('telegram', { now: NOW, limit: 9 })).toEqual([]);
      expect(ledger.edits.due('discord', { now: NOW - 1, limit: 9 })).toEqual([]);
      const [first, second] = ledger.edits.due('discord', { now: NOW, limit: 9 });
      if (!first || !second) throw new Error('no pending edits');
      expect([first.post.chat, second.post.chat, first.shown]).toEqual(['general', 'other', 'print']);
      ledger.edits.postpone(first, NOW + 500);
      expect(ledger.edits.nextDue('discord')).toBe(NOW);
      ledger.edits.request('a', NOW);
      ledger.edits.done(second, 'other print');
      const again = ledger.edits.due('discord', { now: NOW, limit: 9 });
      expect(again.map(({ attempts, shown }) => [attempts, shown])).toEqual([
        [0, 'print'],
        [0, 'other print'],
      ]);
      for (const edit of again) ledger.edits.done(edit, 'new');
      expect(ledger.edits.nextDue('discord')).toBeUndefined();
      expect(ledger.posts.of('a').map(({ shown }) => shown)).toEqual(['new', 'new']);
    });

    it('takes back and corrects answers, and watches the words that were put there', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a'));
      expect([ledger.answers.retract('a'), ledger.answers.retract('b')]).toEqual([true, false]);
      expect(ledger.answers.get('a')?.state).toBe('retracted');
      const words = { documentId: 'third', digest: 't1', span: { start: 0, end: 5 }, text: 'words' };
      expect(ledger.answers.correct('a', { ...words, at: NOW })).toBe(true);
      expect(ledger.answers.get('a')).toMatchObject({
        state: 'corrected',
        correction: { at: NOW, words: { documentId: 'third', text: 'words' } },
      });
      const stale = ledger.edits.stale(
        new Map([
          [harbour.id, 'h1'],
          [rival.id, 'r1'],
          ['third', 't2'],
        ]),
      );
      expect(stale).toEqual([{ answerId: 'a', documentId: 'third' }]);
    });

    it('counts one verdict per person, the last', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a'));
      ledger.feedback.add('a', ann, { verdict: 'helpful', at: NOW });
      ledger.feedback.add('a', ann, { verdict: 'not-helpful', at: NOW });
      ledger.feedback.add('a', ben, { verdict: 'helpful', at: NOW });
      ledger.feedback.add('unknown', ben, { verdict: 'helpful', at: NOW });
      expect(ledger.stats()).toMatchObject({ helpful: 1, notHelpful: 1 });
    });

    it('counts questions by person, space and day, and takes back', () => {
      const ledger = open();
      ledger.questions.add(ann, TODAY, 1);
      ledger.questions.add(ann, TODAY, 1);
      ledger.questions.add(ann, TODAY, -1);
      ledger.questions.add(ben, TODAY, -1);
      const counts = [ann, ben, { ...ann, space: 'other' }].map((origin) =>
        ledger.questions.count(origin, TODAY),
      );
      expect([...counts, ledger.questions.count(ann, '2026-03-06')]).toEqual([1, 0, 0, 0]);
    });

    it('counts tokens by day, in all and by person', () => {
      const ledger = open();
      ledger.tokens.spend(TODAY, 'p', { input: 10, output: 1 });
      ledger.tokens.spend(TODAY, undefined, { input: 5, output: 2 });
      ledger.tokens.spend('2026-03-04', 'p', { input: 1, output: 1 });
      expect(ledger.tokens.spent(TODAY)).toEqual({ input: 15, output: 3 });
      expect(ledger.tokens.spent(TODAY, 'p')).toEqual({ input: 10, output: 1 });
      expect(ledger.tokens.spent(TODAY, 'q')).toEqual({ input: 0, output: 0 });
      expect(ledger.tokens.byDay(9).map(({ day }) => day)).toEqual([TODAY, '2026-03-04']);
    });

    it('remembers small things and updates for each platform', () => {
      const ledger = open();
      const [one, other] = [ledger.memory('discord'), ledger.memory('telegram')];
      one.set('digest', 'abc');
      one.set('digest', 'def');
      expect([one.get('digest'), one.get('else'), other.get('digest')]).toEqual([
        'def',
        undefined,
        undefined,
      ]);
      const receive = (id: string) => one.receive(id, { payload: `payload ${id}`, at: NOW });
      expect([receive('9'), receive('10'), receive('9')]).toEqual([true, true, false]);
      expect(other.receive('9', { payload: 'other', at: NOW })).toBe(true);
      expect(one.unsettled()).toEqual([
        { id: '9', payload: 'payload 9' },
        { id: '10', payload: 'payload 10' },
      ]);
      one.settle('9');
      expect([receive('9'), one.unsettled().map(({ id }) => id)]).toEqual([false, ['10']]);
    });

    it('keeps changes to the corpus, and the document before the last one only', () => {
      const ledger = open();
      const { changes } = ledger;
      changes.begin(changeOf('one', harbour));
      expect([changes.history(9), changes.unfinished().map(({ id }) => id)]).toEqual([[], ['one']]);
      changes.finish('one');
      changes.begin(changeOf('two', rival));
      changes.abandon('two');
      changes.begin(changeOf('three', rival));
      changes.finish('three');
      expect(changes.history(9)).toMatchObject([
        { id: 'three', action: 'removed', previous: { id: rival.id, text: rival.text } },
        { id: 'one' },
      ]);
      expect(changes.history(9)[1]).not.toHaveProperty('previous');
      expect([changes.history(1).length, changes.unfinished()]).toEqual([1, []]);
    });

    it('holds a document from the moment a change is finished, and tells what held before', () => {
      const { changes } = open();
      const removed = { documentId: harbour.id, kind: 'removed' as const };
      const replaced = { documentId: harbour.id, kind: 'replaced' as const, digest: 'd' };
      changes.begin({ ...changeOf('one', harbour), hold: removed });
      expect(changes.holds()).toEqual([]);
      changes.finish('one');
      changes.begin({ ...changeOf('two', harbour), hold: replaced });
      changes.finish('two');
      expect([changes.holds(), changes.history(1)]).toMatchObject([
        [replaced],
        [{ id: 'two', holdBefore: removed }],
      ]);
      changes.begin(changeOf('three', harbour));
      changes.finish('three');
      expect([changes.holds(), changes.history(1)]).toMatchObject([[], [{ holdBefore: replaced }]]);
      changes.begin({ ...changeOf('four', harbour), hold: removed });
      changes.finish('four');
      changes.release(harbour.id);
      expect(changes.holds()).toEqual([]);
    });

    it('forgets a person: what stands in a space stays without them, what was private goes', () => {
      const ledger = open();
      const inPrivate = answerOf('private', {
        origin: { ...alone, platform: 'discord', person: ann.person },
      });
      ledger.answers.add(
        answerOf('posted', { answer: { ...crowdAnswer, understoodAs: 'How many saw it?' } }),
      );
      ledger.posts.add('posted', postOf(['m1']));
      ledger.answers.add(answerOf('unposted', { parent: 'posted' }));
      ledger.answers.add(inPrivate);
      ledger.posts.add('private', postOf(['m2'], { chat: '700800' }));
      ledger.answers.add(answerOf('bens', { origin: ben }));
      ledger.feedback.add('bens', ann, { verdict: 'helpful', at: NOW });
      ledger.people.setLocale(ann, 'de');
      ledger.questions.add(ann, TODAY, 1);
      expect(ledger.people.dataOf(ann)).toMatchObject({ locale: 'de', feedback: [{ verdict: 'helpful' }] });
      expect(ledger.people.dataOf(ann).questions.map(({ question }) => question)).toHaveLength(3);
      expect(ledger.people.forget(ann)).toEqual({ conversations: 2, answers: 3, feedback: 1 });
      expect(['unposted', 'private'].map((id) => ledger.answers.get(id))).toEqual([undefined, undefined]);
      const posted = ledger.answers.get('posted');
      expect(posted?.answer.question).toEqual({ text: '' });
      expect(posted?.answer).not.toHaveProperty('understoodAs');
      expect(posted?.answer).toMatchObject({ statements: crowdAnswer.statements });
      expect(ledger.answers.isAskedBy('posted', ann)).toBe(false);
      expect(ledger.posts.of('posted')).toHaveLength(1);
      expect(ledger.people.dataOf(ann)).toMatchObject({ questions: [], feedback: [], actions: [] });
      expect([ledger.people.localeOf(ann), ledger.questions.count(ann, TODAY)]).toEqual([undefined, 1]);
      expect(ledger.answers.isAskedBy('bens', ben)).toBe(true);
    });

    it('deletes what is older than is kept', () => {
      const ledger = open({ days: 10 });
      ledger.answers.add(answerOf('old', { askedAt: NOW - 11 * DAY }));
      ledger.posts.add('old', postOf(['m1']));
      ledger.answers.add(answerOf('new', { askedAt: NOW - 9 * DAY, parent: 'old' }));
      ledger.memory('discord').receive('u', { payload: 'x', at: NOW - 3 * DAY });
      ledger.audit.add(ann, { action: 'pause', at: NOW - 29 * DAY });
      ledger.audit.add(ann, { action: 'too old', at: NOW - 31 * DAY });
      expect(ledger.purge(NOW)).toBe(1);
      expect([ledger.answers.get('old'), ledger.answers.get('new')?.id]).toEqual([undefined, 'new']);
      expect(ledger.answers.at({ platform: 'discord', chat: 'general', message: 'm1' })).toBeUndefined();
      expect(ledger.conversations.thread('new', { since: 0, limit: 9 })).toHaveLength(1);
      expect(ledger.memory('discord').unsettled()).toEqual([]);
      const actions = [...ledger.export()]
        .filter(({ table }) => table === 'audit')
        .map(({ action }) => action);
      expect(actions).toEqual(['pause']);
    });

    it('with 0 days keeps a running conversation, then nothing but what editing a post needs', () => {
      const ledger = open({ days: 0 });
      ledger.answers.add(answerOf('running', { askedAt: NOW - 10 * MINUTE }));
      ledger.answers.add(answerOf('over', { askedAt: NOW - 61 * MINUTE }));
      ledger.answers.add(answerOf('posted', { askedAt: NOW - 61 * MINUTE }));
      ledger.posts.add('posted', postOf(['m1']));
      ledger.feedback.add('posted', ann, { verdict: 'helpful', at: NOW - 61 * MINUTE });
      ledger.answers.add(answerOf('ancient', { askedAt: NOW - 91 * DAY }));
      ledger.posts.add('ancient', postOf(['m0']));
      expect(ledger.purge(NOW)).toBe(2);
      expect(['over', 'ancient'].map((id) => ledger.answers.get(id))).toEqual([undefined, undefined]);
      expect(ledger.answers.get('running')?.answer.question.text).toBe(crowdAnswer.question.text);
      expect(ledger.answers.get('posted')?.answer.question.text).toBe('');
      expect(ledger.answers.get('posted')?.answer).toMatchObject({ statements: crowdAnswer.statements });
      expect(ledger.stats()).toMatchObject({ people: 1, helpful: 0, posts: 1 });
    });

    it('erases all but settings, holds and what adapters remember', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a'));
      ledger.answers.add(answerOf('older', { askedAt: NOW - DAY }));
      ledger.settings.set('discord', 'guild', '{"paused":true}');
      const hold = { documentId: harbour.id, kind: 'removed' as const };
      ledger.changes.begin({ ...changeOf('one', harbour), hold });
      ledger.changes.finish('one');
      ledger.memory('discord').set('k', 'v');
      ledger.tokens.spend(TODAY, 'p', { input: 1, output: 1 });
      expect([ledger.erase(NOW - 1), ledger.answers.get('a')?.id]).toEqual([1, 'a']);
      expect([ledger.erase(), ledger.stats().answers, ledger.tokens.byDay(9)]).toEqual([1, 0, []]);
      expect([ledger.settings.get('discord', 'guild'), ledger.memory('discord').get('k')]).toEqual([
        '{"paused":true}',
        'v',
      ]);
      expect(ledger.changes.holds()).toHaveLength(1);
    });

    it('moves a chat with its conversations, posts and settings', () => {
      const ledger = open();
      const group: Origin = { platform: 'telegram', space: '-5', chat: '-5', person: 'p' };
      ledger.answers.add(answerOf('a', { origin: group }));
      ledger.posts.add('a', postOf(['m1'], { platform: 'telegram', space: '-5', chat: '-5' }));
      ledger.settings.set('telegram', '-5', '{"paused":true}');
      ledger.questions.add(group, TODAY, 2);
      ledger.moveChat('telegram', '-5', '-100');
      const moved = { ...group, space: '-100', chat: '-100' };
      expect(ledger.answers.at({ platform: 'telegram', chat: '-100', message: 'm1' })).toBe('a');
      expect(ledger.posts.of('a')[0]?.post).toMatchObject({ chat: '-100', space: '-100' });
      expect(ledger.conversations.latest(moved, { since: 0, withPrivate: false })).toBe('a');
      expect(ledger.settings.get('telegram', '-100')).toBe('{"paused":true}');
      expect([ledger.questions.count(moved, TODAY), ledger.settings.get('telegram', '-5')]).toEqual([
        2,
        undefined,
      ]);
    });

    it('exports what is kept, and nobody by name', () => {
      const ledger = open();
      ledger.answers.add(answerOf('a', { origin: { ...ann, chat: 'general' } }));
      ledger.answers.add(
        answerOf('b', { origin: alone, askedAt: NOW + 1, answer: abstention('no-evidence') }),
      );
      ledger.feedback.add('a', ben, { verdict: 'helpful', at: NOW });
      ledger.audit.add(alone, { action: 'pause', detail: 'here', at: NOW });
      ledger.tokens.spend(TODAY, 'p', { input: 1, output: 2 });
      const lines = [...ledger.export()];
      expect(lines.map(({ table }) => table)).toEqual(['answer', 'answer', 'feedback', 'audit', 'tokens']);
      expect(lines[0]).toMatchObject({
        question: crowdAnswer.question.text,
        space: 'guild',
        chat: 'general',
        person: ledger.personKey(ann),
        cited: [
          { document: harbour.id, digest: 'h1', quoteHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
          {},
        ],
      });
      expect(JSON.stringify(lines)).not.toMatch(/ann-1001|ben-1002|700800/);
      expect(ledger.stats()).toMatchObject({ answers: 2, abstentions: 1, people: 2 });
    });

    it('is shared by all who have it open, and outlives them', () => {
      const [one, other] = [open({ name: 'shared' }), open({ name: 'shared' })];
      one.answers.add(answerOf('a'));
      one.posts.add('a', postOf(['m1']));
      one.edits.request('a', NOW);
      expect(other.edits.due('discord', { now: NOW, limit: 9 })).toHaveLength(1);
      expect(other.answers.isAskedBy('a', ann)).toBe(true);
      other.tokens.spend(TODAY, undefined, { input: 1, output: 0 });
      one.close();
      other.close();
      const again = open({ name: 'shared' });
      expect(again.posts.of('a')[0]?.post).toEqual(postOf(['m1']));
      expect(again.tokens.spent(TODAY).input).toBe(1);
    });
  });
}

function answerOf(id: string, rest: Partial<AnswerToKeep> = {}): AnswerToKeep {
  const cited = [
    { documentId: harbour.id, digest: 'h1', span: { start: 0, end: 4 }, text: harbour.text.slice(0, 4) },
    { documentId: rival.id, digest: 'r1', span: { start: 0, end: 4 }, text: rival.text.slice(0, 4) },
  ];
  return {
    id,
    askedAt: NOW,
    origin: ann,
    locale: 'en',
    isPrivate: false,
    answer: crowdAnswer,
    cited,
    generation: 7,
    fingerprint: 'print',
    ...rest,
  };
}

function postOf(messages: readonly string[], rest: Partial<Post> = {}): Post {
  return { platform: 'discord', chat: 'general', messages, locale: 'en', ...rest };
}

function changeOf(id: string, previous: Document) {
  return { id, at: NOW, action: 'removed' as const, document: previous, previous };
}
