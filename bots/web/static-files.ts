import { readFileSync } from 'node:fs';
import type { Reply } from './reply.ts';

const TYPES: Readonly<Record<string, string>> = {
  'style.css': 'text/css; charset=utf-8',
  'ask.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

const replies = new Map<string, Reply>();

/** One of the page's own files, read once; nothing else of the disk can be asked for. */
export function staticReply(pathname: string): Reply | undefined {
  const name = pathname.slice(1);
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (type === undefined) return undefined;
  const reply = replies.get(name) ?? readReply(name, type);
  replies.set(name, reply);
  return reply;
}

function readReply(name: string, type: string): Reply {
  const body = readFileSync(new URL(`static/${name}`, import.meta.url));
  return { status: 200, type, body, headers: { 'cache-control': 'public, max-age=3600' } };
}
