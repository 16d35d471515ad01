/** The only file that knows the libraries for HTML, PDF and DOCX; each is loaded when its first file is met. */
import { MAX_HTML_ELEMENTS, MAX_UNPACKED_BYTES } from './limits.ts';

/** Text of a file in another format, with paragraphs apart, and its facts by the names that front matter uses. */
export interface ConvertedText {
  readonly text: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** The part of the DOM that is used here; the compiler's own DOM types would allow a browser's globals everywhere. */
interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
}

interface Page {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Elements that stand on lines of their own. */
const BLOCKS =
  /^(?:P|DIV|SECTION|ARTICLE|MAIN|HEADER|FOOTER|ASIDE|NAV|H[1-6]|UL|OL|LI|DL|DT|DD|BLOCKQUOTE|PRE|TABLE|TR|FIGURE|FIGCAPTION|HR|DETAILS|SUMMARY|FORM|FIELDSET)$/;
const UNSEEN = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|IFRAME|OBJECT|SVG|HEAD|BUTTON|SELECT|TEXTAREA)$/i;
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Main text of a page by Readability; the whole body where it finds none. Scripts never run. Throws on oversize pages. */
export async function convertHtml(html: string): Promise<ConvertedText> {
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  // A fragment has no html element to stand on.
  const page = /<(?:html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(page);
  const record = factsOfPage(document);
  const bodyText = blockText(document.body);
  const article = new Readability<PageNode>(document, {
    maxElemsToParse: MAX_HTML_ELEMENTS,
    serializer: (node: PageNode) => node,
  }).parse();
  const mainText = article?.content ? blockText(article.content) : '';
  return {
    text: mainText.trim() === '' ? bodyText : mainText,
    record: {
      ...record,
      title: record.title ?? article?.title,
      publisher: article?.siteName ?? record.publisher,
      author: record.author ?? article?.byline?.replace(/^by\s+/i, ''),
      date: record.date ?? article?.publishedTime,
      lang: record.lang ?? article?.lang,
    },
  };
}

/** Title, author, date, site, address and language as meta tags and JSON-LD state them. */
function factsOfPage(document: Page): Record<string, unknown> {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const tag = document.querySelector(
        `meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`,
      );
      const content = tag?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return undefined;
  };
  const linked = linkedData(document);
  return {
    title: meta('og:title', 'twitter:title') ?? linked.title,
    author: linked.author ?? meta('author', 'article:author_name', 'parsely-author', 'dc.creator'),
    publisher: meta('og:site_name') ?? linked.publisher,
    date:
      linked.date ??
      meta('article:published_time', 'datePublished', 'date', 'dc.date', 'parsely-pub-date', 'pubdate'),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
    lang: document.documentElement?.getAttribute('lang') || undefined,
  };
}

interface LinkedFacts {
  readonly title?: unknown;
  readonly author?: unknown;
  readonly publisher?: unknown;
  readonly date?: unknown;
}

/** The first article among a page's JSON-LD blocks (schema.org); broken blocks are passed over. */
function linkedData(document: Page): LinkedFacts {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const item of flattenLinked(parseJson(script.textContent ?? ''))) {
      if (!/Article|Posting|Report/.test(String(item['@type']))) continue;
      return {
        title: item.headline,
        author: nameOf(item.author),
        publisher: nameOf(item.publisher),
        date: item.datePublished,
      };
    }
  }
  return {};
}

function flattenLinked(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(flattenLinked);
  if (!isRecord(value)) return [];
  return [value, ...flattenLinked(value['@graph'])];
}

function nameOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nameOf).filter((name) => typeof name === 'string');
  return isRecord(value) ? value.name : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Text of a node with a blank line between blocks and white space as a browser shows it. Walks without recursion. */
function blockText(root: PageNode): string {
  let text = '';
  const pending: (PageNode | string)[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') text += node;
    else if (node.nodeType === TEXT_NODE) text += (node.nodeValue ?? '').replace(/[^\S\u00A0]+/g, ' ');
    else if (node.nodeName === 'BR') text += '\n';
    else if (node.nodeType === ELEMENT_NODE && !UNSEEN.test(node.nodeName)) {
      const edge = BLOCKS.test(node.nodeName.toUpperCase())
        ? '\n\n'
        : /^T[DH]$/i.test(node.nodeName)
          ? '\t'
          : '';
      pending.push(edge, ...[...node.childNodes].reverse(), edge);
    }
  }
  return text
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Text of a PDF, page after page. Throws when the file is damaged or locked by a password. */
export async function convertPdf(bytes: Uint8Array): Promise<ConvertedText> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  try {
    const { text } = await extractText(pdf, { mergePages: false });
    const { info } = await getMeta(pdf);
    return { text: text.join('\n'), record: { title: info.Title, author: info.Author } };
  } finally {
    await pdf.destroy();
  }
}

/** Text of a Word document, paragraph after paragraph. Throws when the file is damaged or unpacks to too much. */
export async function convertDocx(bytes: Uint8Array): Promise<ConvertedText> {
  const { default: mammoth } = await import('mammoth');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (unpackedSize(buffer) > MAX_UNPACKED_BYTES) throw new Error('it unpacks to more than is allowed');
  const { value } = await mammoth.extractRawText({ buffer });
  return { text: value, record: {} };
}

/** Bytes that a ZIP archive says it unpacks to (APPNOTE 4.3.12: central directory headers). */
function unpackedSize(zip: Buffer): number {
  const header = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  let total = 0;
  for (let at = zip.indexOf(header); at >= 0 && at + 28 <= zip.length; at = zip.indexOf(header, at + 4)) {
    total += zip.readUInt32LE(at + 24);
  }
  return total;
}
