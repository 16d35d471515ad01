/** How untrusted text stands in a prompt: between marks that it cannot know, without anything that looks like one. */
import { randomBytes } from 'node:crypto';
import { stripHidden } from '../text/hidden-characters.ts';

const BOUNDARY_BYTES = 12;
/** UTF-16 units; titles and names are for orientation only. */
const LABEL_LIMIT = 200;

/** Wraps texts of one call. */
export interface Fence {
  /** What every line that begins or ends a text holds. Fresh for each call: no document can contain it. */
  readonly boundary: string;
  /** A text between two marked lines. The label is cut and kept to one line. */
  wrap(label: string, text: string): string;
}

export function createFence(boundary = randomBytes(BOUNDARY_BYTES).toString('hex')): Fence {
  return {
    boundary,
    wrap: (label, text) => {
      const name = neutralise(label, boundary).replace(/\s+/g, ' ').trim().slice(0, LABEL_LIMIT);
      return `<<<${boundary} ${name}\n${neutralise(text, boundary)}\n>>>${boundary}`;
    },
  };
}

/** Runs of angle brackets could pass for a fence; the other patterns are what chat templates use to part speakers. */
const LOOKALIKES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/<{2,}/g, '‹'],
  [/>{2,}/g, '›'],
  [/<\|/g, '< |'],
  [/\|>/g, '| >'],
  [/\[(\/?)(INST|SYS|system|user|assistant)\]/gi, '($1$2)'],
  [/<(\/?)(s|bos|eos|start_of_turn|end_of_turn|think|tool_call|system|user|assistant)>/gi, '‹$1$2›'],
];

function neutralise(text: string, boundary: string): string {
  const visible = stripHidden(text).replaceAll(boundary, '');
  return LOOKALIKES.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), visible);
}
