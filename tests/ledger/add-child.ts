/** Adds answers with a post and an edit each until it is killed, a line on stdout for each that is kept. */
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { makeAnswer } from './make-answer.ts';

const [folder = '', prefix = '', most = '1000000'] = process.argv.slice(2);
const ledger = openLedger(folder, { days: 90, conversationMs: 3_600_000 });
for (let count = 0; count < Number(most); count++) {
  const id = `${prefix}${count}`;
  ledger.answers.add(makeAnswer(id));
  ledger.posts.add(id, { platform: 'telegram', chat: '1', messages: [id], locale: 'en' });
  ledger.edits.request(id, 0);
  ledger.tokens.spend('2026-03-05', undefined, { input: 1, output: 1 });
  process.stdout.write(`${id}\n`);
}
ledger.close();
