import { join } from 'node:path';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { testLedger } from '../contracts/ledger.ts';
import { temporaryFolder } from '../support/run-cli.ts';

const folder = temporaryFolder();

testLedger('SQLite', {
  open: (name, retention) =>
    openLedger(join(folder, name), { ...retention, clock: () => Date.parse('2026-03-05T12:00:00Z') }),
});
