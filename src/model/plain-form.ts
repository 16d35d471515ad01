/** The draft as numbered lines: what any model can write. */
import {
  type DraftForm,
  type DraftReader,
  MAX_CLAIMS,
  MAX_REPLY_LENGTH,
  type OnWrittenClaim,
  UnreadableDraft,
  type WrittenClaim,
  withoutThinking,
} from './draft-reader.ts';

const INSTRUCTIONS = `Numbered claims, one line each, and under each claim its quotes, one line each, and nothing else:
1. One sentence.
> p1: words of p1
2. Another sentence.
> p2: words of p2
> p3: words of p3
To decline: the line NO ANSWER, and nothing else.`;

export const plainForm: DraftForm = { instructions: INSTRUCTIONS, createReader: createPlainReader };

const CLAIM_LINE = /^\s{0,8}(?:\*\*)?\d{1,3}[.)]\s+(.+)$/u;
const QUOTE_LINE = /^\s{0,8}[>*-]\s{0,4}\[?(p\d{1,3})\]?\s{0,4}[:：]\s*(.+)$/iu;
const DECLINED_LINE = /^[\s*"'>]{0,8}NO ANSWER[\s.*"']{0,8}$/u;

/** Quotation marks around the whole line are the model's; verification would not mind them, a stray one it would. */
const WHOLE_QUOTATION = /^(?:"([^"]+)"|“([^“”]+)”)$/u;

function createPlainReader(onClaim: OnWrittenClaim): DraftReader {
  let reply = '';
  let linesRead = 0;
  let handed = 0;
  let declined = false;
  let open: { text: string; quotes: { passage: string; text: string }[] } | undefined;

  const close = (): void => {
    if (open && handed < MAX_CLAIMS) {
      onClaim(open satisfies WrittenClaim);
      handed += 1;
    }
    open = undefined;
  };
  const readLine = (line: string): void => {
    const [, claim] = CLAIM_LINE.exec(line) ?? [];
    if (claim !== undefined) {
      close();
      open = { text: claim.trim(), quotes: [] };
      return;
    }
    const [, passage, text] = QUOTE_LINE.exec(line) ?? [];
    if (passage !== undefined && text !== undefined) {
      open?.quotes.push({ passage: passage.toLowerCase(), text: unquote(text.trim()) });
    } else if (DECLINED_LINE.test(line)) declined = true;
  };
  const readLines = (lines: readonly string[]): void => {
    for (const line of lines.slice(linesRead)) readLine(line);
    linesRead = lines.length;
  };

  return {
    push: (piece) => {
      reply += piece;
      if (reply.length > MAX_REPLY_LENGTH) throw new UnreadableDraft('it is longer than any draft');
      if (piece.includes('\n')) readLines(withoutThinking(reply).split(/\r?\n/).slice(0, -1));
      return handed >= MAX_CLAIMS;
    },
    end: () => {
      readLines(withoutThinking(reply).split(/\r?\n/));
      close();
      if (handed === 0 && !declined)
        throw new UnreadableDraft('it holds neither a numbered claim nor NO ANSWER');
      return { declined };
    },
  };
}

function unquote(text: string): string {
  const [, straight, curly] = WHOLE_QUOTATION.exec(text) ?? [];
  return straight ?? curly ?? text;
}
