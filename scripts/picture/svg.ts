/** Pictures are written by hand: one element a line, text escaped, numbers rounded to a tenth. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(
  name: string,
  attributes: Attributes,
  content: readonly string[] | string = [],
): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}="${escapeText(format(value))}"`]))
    .join(' ');
  const inner =
    typeof content === 'string' ? escapeText(content) : content.length > 0 ? `\n${content.join('\n')}\n` : '';
  return inner === '' ? `<${name} ${written}/>` : `<${name} ${written}>${inner}</${name}>`;
}

export function escapeText(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

function format(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;
}
