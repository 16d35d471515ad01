import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../src/render/answer.ts';
import { htmlDialect } from '../../src/render/html.ts';
import { html, markupText } from '../../src/render/markup.ts';
import {
  citationOf,
  crowdAnswer,
  documentOf,
  groundedAnswer,
  statementOf,
  writtenAnswer,
} from '../support/answers.ts';

const parse = (answer: Parameters<typeof renderAnswer>[0]) =>
  parseHTML(`<html><body>${markupText(htmlDialect.encode(renderAnswer(answer)))}</body></html>`).document;

describe('htmlDialect', () => {
  it('sets words of documents as block quotations and footnotes as one numbered list', () => {
    const page = parse(crowdAnswer);
    expect(page.querySelectorAll('blockquote').length).toBe(3);
    expect(page.querySelector('blockquote strong')?.textContent).toBe('41,000');
    expect([...page.querySelectorAll('ol.sources > li')].map(({ id }) => id)).toEqual([
      'source-1',
      'source-2',
      'source-3',
    ]);
    for (const mark of page.querySelectorAll('sup a')) {
      expect(page.querySelector(mark.getAttribute('href') ?? '')).not.toBeNull();
    }
  });

  it('puts a quote into the item of its source', () => {
    expect(parse(writtenAnswer).querySelector('#source-2 blockquote')?.textContent).toBe(
      'A crowd of 38,500 saw the final, according to the stadium.',
    );
  });

  it('escapes everything that comes from a document', () => {
    const text = '<script>alert(1)</script> & "quotes" <img src=x onerror=alert(1)>';
    const document = documentOf('<b>id</b>', text, {
      title: '</a><script>',
      publisher: '"><svg onload=1>',
      language: '"><x',
    });
    const page = parse(
      groundedAnswer(
        [statementOf(text, [1])],
        [citationOf(1, document, text, 'https://e.example/"><script>')],
      ),
    );
    expect(page.querySelectorAll('script, img, svg, x, b').length).toBe(0);
    expect(page.querySelector('blockquote')?.textContent).toBe(`${text}\u00a0[1]`);
  });
});

describe('html', () => {
  it('escapes values, joins lists and leaves out what is absent', () => {
    const item = (text: string) => html`<li>${text}</li>`;
    expect(
      markupText(html`<ul title="${'"&\''}">${['<a>', 'b'].map(item)}</ul>${undefined}${false}${3}`),
    ).toBe('<ul title="&quot;&amp;&#39;"><li>&lt;a&gt;</li><li>b</li></ul>3');
  });
});
