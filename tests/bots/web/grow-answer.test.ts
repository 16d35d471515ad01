import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebParts } from '../../../bots/web/route.ts';
import { startWeb, type Web, type WebOptions } from '../../../bots/web/start-web.ts';
import type { PartialAnswer } from '../../../src/index.ts';
import { crowdAnswer, harbour } from '../../support/answers.ts';

/** An answer that a model is still writing. */
const whole = { ...crowdAnswer, drafter: 'test:model' };
const withFirst = (count: number): PartialAnswer => ({
  ...whole,
  statements: whole.statements.slice(0, count),
});

let running: Web | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function serve(ask: WebParts['ask'], options: Partial<WebOptions> = {}): Promise<Web> {
  running = await startWeb(
    { ask, documents: async () => [harbour], document: async () => undefined },
    { port: 0, ...options },
  );
  return running;
}

/** Reads a page part by part. */
async function open(web: Web) {
  const response = await fetch(`${web.url}/?q=How+many%3F`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no body');
  let received = '';
  return {
    response,
    /** Everything so far, once the words are among it. */
    async until(words: string): Promise<string> {
      while (!received.includes(words)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`The page ended without "${words}": ${received}`);
        received += value;
      }
      return received;
    },
    async rest(): Promise<string> {
      for (let part = await reader.read(); !part.done; part = await reader.read()) received += part.value;
      return received;
    },
  };
}

const first = whole.statements[0].text;
const statementsOf = (html: string) =>
  [...parseHTML(html).document.querySelectorAll('article .statement')].map(({ textContent }) =>
    textContent?.replace(/\s*\[\d\]/gu, ''),
  );

describe('a page that grows', () => {
  it('shows each statement as it is verified, then what the whole answer has', async () => {
    const finish = Promise.withResolvers<typeof whole>();
    const web = await serve((_question, { onStatement }) => {
      onStatement?.(withFirst(1));
      return finish.promise;
    });
    const page = await open(web);
    expect(page.response.status).toBe(200);
    expect(page.response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const begun = await page.until('</p>');
    expect(statementsOf(await page.until('class="statement"'))).toEqual([first]);
    expect(begun).not.toContain('</html>');
    finish.resolve(whole);
    const html = await page.rest();
    expect(statementsOf(html)).toEqual(whole.statements.map(({ text }) => text));
    expect(parseHTML(html).document.querySelectorAll('ol.sources > li')).toHaveLength(whole.citations.length);
    expect(html.match(/<\/html>/gu)).toHaveLength(1);
  });

  it('is whole at once where nothing was told before', async () => {
    const web = await serve(async () => whole);
    const { response, rest } = await open(web);
    expect(response.headers.get('content-length')).not.toBeNull();
    expect(statementsOf(await rest())).toHaveLength(whole.statements.length);
  });

  it('says so when the rest fails, and keeps what was verified', async () => {
    const lines: string[] = [];
    const failing = Promise.withResolvers<never>();
    const web = await serve(
      (_question, { onStatement }) => {
        onStatement?.(withFirst(1));
        return failing.promise;
      },
      { log: (line) => lines.push(line) },
    );
    const page = await open(web);
    await page.until('class="statement"');
    failing.reject(new Error('secret detail'));
    const html = await page.rest();
    expect(statementsOf(html)).toEqual([first]);
    expect(html).toContain('Something went wrong.');
    expect(html).toContain('</html>');
    expect(html).not.toContain('secret detail');
    expect(lines.join()).toContain('secret detail');
  });

  it('stops asking when the reader leaves', async () => {
    const gone = Promise.withResolvers<void>();
    const web = await serve((_question, { onStatement, signal }) => {
      onStatement?.(withFirst(1));
      signal.addEventListener('abort', () => gone.resolve());
      return new Promise(() => {});
    });
    const controller = new AbortController();
    const response = await fetch(`${web.url}/?q=How+many%3F`, { signal: controller.signal });
    expect(response.status).toBe(200);
    controller.abort();
    await gone.promise;
  });
});
