import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import { ConfigError } from '../errors.ts';

/** The two messages that open a conversation with a model. */
export interface PromptText {
  readonly system: string;
  readonly user: string;
}

/** A prompt file, checked: filling it cannot fail. */
export interface Prompt<Variable extends string = string> {
  readonly name: string;
  readonly version: number;
  fill(values: Readonly<Record<Variable, string>>): PromptText;
}

export const ANSWER_VARIABLES = ['boundary', 'form', 'question', 'passages', 'today'] as const;
export const REPHRASE_VARIABLES = ['boundary', 'conversation', 'question'] as const;

export interface Prompts {
  readonly answer: Prompt<(typeof ANSWER_VARIABLES)[number]>;
  readonly rephrase: Prompt<(typeof REPHRASE_VARIABLES)[number]>;
}

const SHIPPED_FOLDER = fileURLToPath(new URL('../../prompts', import.meta.url));

/**
 * Reads `answer.md` and `rephrase.md` of a folder, the shipped ones where it has none. Throws `ConfigError`, which names the
 * file, for a folder without either, a file that cannot be read, and variables that do not agree.
 */
export async function readPrompts(folder?: string): Promise<Prompts> {
  const [answer, rephrase] = await Promise.all([
    readOne(folder, 'answer', ANSWER_VARIABLES),
    readOne(folder, 'rephrase', REPHRASE_VARIABLES),
  ]);
  if (folder !== undefined && !answer.isOwn && !rephrase.isOwn) {
    throw new ConfigError(
      `PROMPTS_DIR is "${folder}", which holds neither answer.md nor rephrase.md, so your prompts are not used: correct it or remove it`,
    );
  }
  return { answer: answer.prompt, rephrase: rephrase.prompt };
}

interface Read<Variable extends string> {
  readonly prompt: Prompt<Variable>;
  /** Of the operator's folder. */
  readonly isOwn: boolean;
}

async function readOne<Variable extends string>(
  folder: string | undefined,
  name: string,
  variables: readonly Variable[],
): Promise<Read<Variable>> {
  for (const place of folder === undefined ? [SHIPPED_FOLDER] : [folder, SHIPPED_FOLDER]) {
    const path = join(place, `${name}.md`);
    const text = await readIfThere(path);
    if (text !== undefined)
      return { prompt: parsePrompt(text, { path, name, variables }), isOwn: place === folder };
  }
  throw new ConfigError(
    `${join(SHIPPED_FOLDER, `${name}.md`)} is missing, so no model can be asked: install again`,
  );
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new ConfigError(`${path} cannot be read, so no model can be asked: make it a readable file`, {
      cause: error,
    });
  }
}

export interface PromptFacts<Variable extends string> {
  /** For messages. */
  readonly path: string;
  readonly name: string;
  /** What the program fills in: the file must declare and use exactly these. */
  readonly variables: readonly Variable[];
}

const Head = z.object({
  name: z.string(),
  version: z.int().positive(),
  variables: z.array(z.string().regex(/^[a-z]+$/)),
});

const FILE =
  /^\uFEFF?---\r?\n(?<head>[\s\S]*?)\r?\n---\r?\n\s*\[system\]\r?\n(?<system>[\s\S]*?)\r?\n\[user\]\r?\n(?<user>[\s\S]*)$/;
const PLACE = /\{\{\s*([a-z]+)\s*\}\}/g;

/** Reads a prompt: front matter, then `[system]` and `[user]` on lines of their own. Throws `ConfigError`. */
export function parsePrompt<Variable extends string>(
  text: string,
  { path, name, variables }: PromptFacts<Variable>,
): Prompt<Variable> {
  const fail = (what: string): never => {
    throw new ConfigError(`${path} ${what}`);
  };
  const {
    head = '',
    system = '',
    user = '',
  } = FILE.exec(text)?.groups ??
  fail(
    'is no prompt: it must begin with front matter (name, version, variables) between lines of ---, followed by a line [system] and a line [user]',
  );
  const declared = readHead(head, fail);
  if (declared.name !== name)
    fail(`has the name "${declared.name}" in its front matter: it must be "${name}"`);
  const used = new Set(Array.from(`${system}${user}`.matchAll(PLACE), ([, variable = '']) => variable));
  for (const variable of declared.variables) {
    if (!used.has(variable))
      fail(`declares the variable "${variable}" and does not use it: write {{${variable}}} or undeclare it`);
  }
  for (const variable of used) {
    if (!declared.variables.includes(variable))
      fail(`uses {{${variable}}}, which its front matter does not declare: add it to variables`);
  }
  const known: readonly string[] = variables;
  const unknown = declared.variables.find((variable) => !known.includes(variable));
  if (unknown !== undefined)
    fail(
      `wants the variable "${unknown}", which the program does not fill in: it fills in ${known.join(', ')}`,
    );
  const missing = known.find((variable) => !declared.variables.includes(variable));
  if (missing !== undefined)
    fail(`lacks the variable "${missing}": declare it and write {{${missing}}} where it belongs`);
  return {
    name,
    version: declared.version,
    // One pass: what is filled in is never looked at for variables.
    fill: (values) => {
      const filled = new Map<string, string>(Object.entries(values));
      const fillIn = (part: string) =>
        part.trim().replace(PLACE, (_, variable: string) => filled.get(variable) ?? '');
      return { system: fillIn(system), user: fillIn(user) };
    },
  };
}

function readHead(head: string, fail: (what: string) => never): z.infer<typeof Head> {
  let parsed: unknown;
  try {
    parsed = parse(head);
  } catch {
    return fail('has front matter that is no YAML: write name, version and variables, one on each line');
  }
  const result = Head.safeParse(parsed);
  if (result.success) return result.data;
  return fail(
    `has front matter without a usable ${String(result.error.issues[0]?.path[0] ?? 'name')}: it needs name (text), version (a whole number) and variables (a list of words)`,
  );
}
