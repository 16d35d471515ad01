import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { temporaryFolder } from '../support/run-cli.ts';
import { alone, makeAnswer } from './make-answer.ts';

const retention = { days: 90, conversationMs: 3_600_000 };

/** Everything that the files of a folder hold, as bytes. */
function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('');
}

describe('the file of a ledger', () => {
  it('and its key are for their owner only', () => {
    const folder = temporaryFolder();
    const ledger = openLedger(folder, retention);
    ledger.answers.add(makeAnswer('a'));
    const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
    expect(modes.map(([name]) => name)).toEqual(expect.arrayContaining(['ledger.db', 'ledger.key']));
    for (const [name, mode] of modes) expect([name, mode]).toEqual([name, 0o600]);
    ledger.close();
  });

  it('names no person and no private chat', () => {
    const folder = temporaryFolder();
    const ledger = openLedger(folder, retention);
    ledger.answers.add(makeAnswer('a'));
    const post = { ...alone, messages: ['4711'], locale: 'en', extra: '{"chat":9988776655}' };
    ledger.posts.add('a', post);
    ledger.feedback.add('a', alone, { verdict: 'helpful', at: 1 });
    ledger.audit.add(alone, { action: 'pause', at: 1 });
    ledger.people.setLocale(alone, 'de');
    ledger.questions.add(alone, '2026-03-05', 1);
    ledger.memory('telegram').set('blocked 9988776655', '9988776655');
    ledger.memory('telegram').receive('1', { payload: '{"from":9988776655}', at: 1 });
    expect(bytesOf(folder)).toContain('Zanzibar');
    expect(bytesOf(folder)).not.toContain('9988776655');
    ledger.close();
  });

  it('holds nothing any more of what was forgotten', () => {
    const folder = temporaryFolder();
    const ledger = openLedger(folder, retention);
    ledger.answers.add(makeAnswer('a'));
    ledger.people.forget(alone);
    expect(bytesOf(folder)).not.toContain('Zanzibar');
    ledger.close();
  });

  it('is refused when it is of a newer version, damaged, or something else', () => {
    const newer = temporaryFolder();
    openLedger(newer, retention).close();
    const database = new DatabaseSync(join(newer, 'ledger.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openLedger(newer, retention)).toThrow(/has format 99.*use a newer version/);

    const damaged = temporaryFolder();
    writeFileSync(join(damaged, 'ledger.db'), 'no database at all, but long enough to look at. '.repeat(100));
    expect(() => openLedger(damaged, retention)).toThrow(/is damaged or no ledger.*Restore it, or delete it/);

    const other = temporaryFolder();
    const foreign = new DatabaseSync(join(other, 'ledger.db'));
    foreign.exec('CREATE TABLE things (id INTEGER)');
    foreign.close();
    expect(() => openLedger(other, retention)).toThrow(/is damaged or no ledger/);
  });

  it('says so when its key is another one, or none', () => {
    const folder = temporaryFolder();
    const ledger = openLedger(folder, retention);
    ledger.answers.add(makeAnswer('a'));
    ledger.posts.add('a', { ...alone, messages: ['1'], locale: 'en' });
    ledger.close();
    rmSync(join(folder, 'ledger.key'));
    const again = openLedger(folder, retention);
    expect(() => again.posts.of('a')).toThrow(/is not the key that the ledger beside it was written with/);
    again.close();
    writeFileSync(join(folder, 'ledger.key'), 'short');
    expect(() => openLedger(folder, retention)).toThrow(/is not a key of Footnote/);
  });

  it('is not made where it cannot be', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => openLedger(join(file, 'data'), retention)).toThrow(
      /cannot be read or written.*Check its permissions/,
    );
  });
});
