/** A path of the own web page: one slash, then no second one (which would name a host). */
const OWN_PATH = /^\/(?![/\\])[^\s\\]*$/u;

/**
 * A link that may be offered for a tap: http(s), or a path of the own web page, with everything escaped that could end
 * it early on any platform (spaces, quotes, angle brackets, controls, parentheses). `undefined` for anything else.
 */
export function safeLink(link: string): string | undefined {
  if (OWN_PATH.test(link))
    return escapeEnds(new URL(link, 'http://localhost').href.slice('http://localhost'.length));
  const url = URL.parse(link);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return escapeEnds(url.href);
}

/** What URL leaves as it is and Markdown, HTML or a terminal could take for the link's end. */
function escapeEnds(href: string): string {
  return href.replace(/['"<>()[\]\\`|*\s]/gu, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
