#!/usr/bin/env node
// The `footnote` command. Plain JavaScript, so that an older Node can read it: the program itself is TypeScript and
// needs the Node of the `node` package, which is then started with the same arguments.
import { spawn } from 'node:child_process';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 24;

if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) {
  // Compiled modules are kept beside the packages that they come from: `npm ci` clears both. Saves two fifths of start-up.
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/footnote', import.meta.url)));
  await import('./cli.ts');
} else {
  runWithNewerNode();
}

function runWithNewerNode() {
  const node = findNewerNode();
  if (node === undefined) {
    process.stderr.write(
      `footnote needs Node ${OLDEST_NODE} and this is ${process.versions.node}: run \`npm ci\` in its folder, which installs one beside it, or install Node ${OLDEST_NODE}\n`,
    );
    process.exitCode = 1;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal sends its signals to both; those sent to this process alone are handed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`footnote could not start ${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function findNewerNode() {
  try {
    return module.createRequire(import.meta.url).resolve('node/bin/node');
  } catch {
    return undefined;
  }
}
