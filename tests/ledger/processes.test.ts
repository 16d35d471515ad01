import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { temporaryFolder } from '../support/run-cli.ts';

const CHILD = join(import.meta.dirname, 'add-child.ts');
const retention = { days: 90, conversationMs: 3_600_000 };

/** Adds answers in a process of its own; resolves to the ids that it had kept when it ended, or was killed. */
async function addInChild(
  folder: string,
  prefix: string,
  options: { readonly most?: number; readonly killAfter?: number },
): Promise<readonly string[]> {
  const args = options.most === undefined ? [] : [String(options.most)];
  const child = spawn(process.execPath, [CHILD, folder, prefix, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    lines += chunk.toString().split('\n').length - 1;
    if (options.killAfter !== undefined && lines >= options.killAfter) child.kill('SIGKILL');
  });
  const printed = await text(child.stdout);
  return printed.split('\n').slice(0, -1);
}

describe('a ledger that several processes write', () => {
  it('keeps what each of them wrote, with one key for all', async () => {
    const folder = temporaryFolder();
    const kept = await Promise.all(['a', 'b'].map((prefix) => addInChild(folder, prefix, { most: 40 })));
    const ledger = openLedger(folder, retention);
    expect(kept.flat()).toHaveLength(80);
    for (const id of kept.flat()) {
      expect(ledger.answers.at({ platform: 'telegram', chat: '1', message: id })).toBe(id);
    }
    expect(ledger.tokens.spent('2026-03-05')).toEqual({ input: 80, output: 80 });
    ledger.close();
  });

  it('is whole after one of them was killed: all that was said to be kept is there', async () => {
    const folder = temporaryFolder();
    for (const killAfter of [1, 7, 23]) {
      const kept = await addInChild(folder, `k${killAfter}-`, { killAfter });
      const ledger = openLedger(folder, retention);
      for (const id of kept) expect(ledger.posts.of(id)[0]?.post.messages).toEqual([id]);
      expect(ledger.edits.due('telegram', { now: 1, limit: 10_000 }).length).toBeGreaterThanOrEqual(
        kept.length,
      );
      ledger.close();
    }
  });
});
