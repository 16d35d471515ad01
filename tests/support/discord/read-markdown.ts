/**
 * What people see of a message's `content`, by the rules of Discord's own client, which is a dialect of simple-markdown
 * (https://github.com/discord/SimpleAST names the same rules for Android). Written from the rules, not from the encoder.
 * Where clients differ or nobody knows, it takes what would be worse: any `:word:` counts as an emoji.
 */
export interface SeenMessage {
  /** Visible text, a line each. Addresses that are shown as such are left out. */
  readonly lines: readonly SeenLine[];
  /** Everything that does something or looks different. */
  readonly active: readonly Active[];
}

export interface SeenLine {
  readonly kind: 'plain' | 'quote' | 'heading' | 'subtext' | 'list';
  readonly text: string;
  readonly active: readonly Active[];
}

export interface Active {
  readonly kind:
    | 'bold'
    | 'italic'
    | 'underline'
    | 'strike'
    | 'spoiler'
    | 'code'
    | 'code block'
    | 'link'
    | 'address'
    | 'mention'
    | 'emoji'
    | 'invite';
  /** Visible words. */
  readonly text: string;
  /** Where they begin in the visible text of their line. */
  readonly start: number;
  readonly address?: string;
}

interface Found {
  readonly text: string;
  readonly active: readonly Active[];
}

/** Discord trims what it is sent. */
export function readMarkdown(content: string): SeenMessage {
  const active: Active[] = [...content.matchAll(INVITE)].map(([text]) => ({
    kind: 'invite',
    text,
    start: 0,
  }));
  const lines: SeenLine[] = [];
  const text = content.trim();
  const fence = /```[\s\S]+?```/u.exec(text);
  if (fence && !text.slice(0, fence.index).endsWith('\\'))
    active.push({ kind: 'code block', text: fence[0], start: 0 });
  let isInQuote = false;
  for (const line of text.split('\n')) {
    const seen = readLine(line, isInQuote);
    isInQuote ||= seen.isOpenQuote;
    lines.push({ kind: seen.kind, text: seen.text, active: seen.active });
    active.push(...seen.active);
  }
  return { lines, active };
}

/** Found in the raw text, whatever stands before it. */
const INVITE = /discord(?:app)?\.(?:gg|gift|com\/invite)\/[\w-]+/giu;

const OPEN_QUOTE = /^ *>>> +/u;
const QUOTE = /^ *> +/u;
const HEADING = /^ *#{1,3} +(?=\S)/u;
const SUBTEXT = /^ *-# +(?=\S)/u;
const LIST = /^ *(?:[*-]|\d+\.) +(?=\S)/u;

function readLine(
  line: string,
  isInQuote: boolean,
): Found & { readonly kind: SeenLine['kind']; readonly isOpenQuote: boolean } {
  const open = OPEN_QUOTE.exec(line)?.[0];
  const quote = open ?? QUOTE.exec(line)?.[0];
  const inner = quote === undefined || isInQuote ? line : line.slice(quote.length);
  const marks: readonly (readonly [SeenLine['kind'], RegExp])[] = [
    ['heading', HEADING],
    ['subtext', SUBTEXT],
    ['list', LIST],
  ];
  const [kind = 'plain', mark] = marks.find(([, pattern]) => pattern.test(inner)) ?? [];
  const found = readInline(mark ? inner.replace(mark, '') : inner, false);
  const isQuote = quote !== undefined || isInQuote;
  return { ...found, kind: kind === 'plain' && isQuote ? 'quote' : kind, isOpenQuote: open !== undefined };
}

type Rule = (match: RegExpExecArray, isInLink: boolean) => Found | undefined;

const marked =
  (kind: Active['kind']): Rule =>
  (match, isInLink) => {
    const found = readInline(match.slice(1).find((group) => group !== undefined) ?? '', isInLink);
    return { text: found.text, active: [{ kind, text: found.text, start: 0 }, ...found.active] };
  };
const shown =
  (kind: Active['kind']): Rule =>
  ([text]) => ({ text, active: [{ kind, text, start: 0 }] });

/** In the order in which the client tries them. */
const RULES: readonly (readonly [RegExp, Rule])[] = [
  [/\\([^0-9A-Za-z\s])/uy, ([raw, text = ''], isInLink) => ({ text: isInLink ? raw : text, active: [] })],
  [
    /<([^: >]+:\/[^ >]+)>/uy,
    (match) => ({
      text: '',
      active: [{ kind: 'address', text: match[0], start: 0, address: match[1] ?? '' }],
    }),
  ],
  [
    /(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/uy,
    ([text]) => ({ text, active: [{ kind: 'address', text, start: 0, address: text }] }),
  ],
  [
    /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/uy,
    readLink,
  ],
  [/\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/uy, marked('bold')],
  [/__((?:\\[\s\S]|[^\\])+?)__(?!_)/uy, marked('underline')],
  [
    /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/uy,
    marked('italic'),
  ],
  [/~~([\s\S]+?)~~(?!_)/uy, marked('strike')],
  [/\|\|([\s\S]+?)\|\|/uy, marked('spoiler')],
  [
    /(`+)([\s\S]*?[^`])\1(?!`)/uy,
    ([, , text = '']) => ({ text, active: [{ kind: 'code', text, start: 0 }] }),
  ],
  [/<(?:@[!&]?\d+|#\d+|\/[^>]+:\d+|t:-?\d+(?::\w)?|id:\w+)>/uy, shown('mention')],
  [/@(?:everyone|here)/uy, shown('mention')],
  [/<a?:\w+:\d+>/uy, shown('emoji')],
  [/:[\w+~-]+?(?:::skin-tone-\d)?:/uy, shown('emoji')],
];

function readInline(text: string, isInLink: boolean): Found {
  let seen = '';
  const active: Active[] = [];
  for (let at = 0; at < text.length; ) {
    const found = tryRules(text, at, isInLink);
    active.push(...(found?.active ?? []).map((one) => ({ ...one, start: one.start + seen.length })));
    seen += found?.text ?? text[at];
    at += found?.length ?? 1;
  }
  return { text: seen, active };
}

function tryRules(
  text: string,
  at: number,
  isInLink: boolean,
): (Found & { readonly length: number }) | undefined {
  for (const [pattern, rule] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const found = match ? rule(match, isInLink) : undefined;
    if (match && found) return { ...found, length: match[0].length };
  }
  return undefined;
}

const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/**
 * `[words](<address>)`. Escapes in the words are shown; an emoji, mention, address or list in them, or an address that is
 * none, leaves the markup as text. https://github.com/discord/discord-api-docs/issues/6088, /6185, /6565, /7721
 */
function readLink([, words = '', address = '']: RegExpExecArray, isInLink: boolean): Found | undefined {
  if (isInLink || !/^https?:\/\/[^\s<>]+$/u.test(address) || words.trim() === '') return undefined;
  const found = readInline(words, true);
  const isRefused =
    PICTURE.test(found.text) ||
    LIST.test(words) ||
    HEADING.test(words) ||
    found.active.some(({ kind }) => kind === 'emoji' || kind === 'mention' || kind === 'address');
  if (isRefused) return undefined;
  return {
    text: found.text,
    active: [{ kind: 'link', text: found.text, start: 0, address }, ...found.active],
  };
}
