const raw: unique symbol = Symbol('markup');

/** HTML that is safe to send: everything in it was escaped or written by us. Only `html` makes it. */
export interface Markup {
  readonly [raw]: string;
}

type Content = Markup | string | number | undefined | false | readonly Content[];

/** A template whose values are escaped, for element content and quoted attributes. Lists are joined; absent is empty. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return { [raw]: strings.reduce((text, part, index) => text + write(values[index - 1]) + part) };
}

export function markupText(markup: Markup): string {
  return markup[raw];
}

function write(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  return isMarkup(content) ? content[raw] : content.map(write).join('');
}

function isMarkup(content: Markup | readonly Content[]): content is Markup {
  return raw in content;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? '');
}
