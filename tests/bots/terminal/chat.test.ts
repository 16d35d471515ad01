import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { chat } from '../../../bots/terminal/chat.ts';
import type { ChatParts } from '../../../bots/terminal/respond.ts';
import { LookupError, type Question } from '../../../src/index.ts';
import {
  abstention,
  closestOf,
  crowdAnswer,
  digestDocument,
  harbour,
  quoteFrom,
  rival,
} from '../../support/answers.ts';

/** Answers by hand-made answers, and remembers what it was asked. */
function partsOf(asked: Question[] = [], rest: Partial<ChatParts> = {}): ChatParts {
  return {
    ask: async (question) => {
      asked.push(question);
      return question.text.includes('moon')
        ? abstention('no-evidence', [closestOf(rival, 'It was the largest of the season.')])
        : { ...crowdAnswer, question };
    },
    documents: async () => [harbour, rival, digestDocument],
    quote: async (id, query) => {
      if (!harbour.id.startsWith(id)) throw new LookupError(`no document begins with ${id}`);
      const sentence = 'Harbour United won the cup on Saturday.';
      if (query !== undefined && !sentence.includes(query)) return [];
      return [{ document: harbour, quote: quoteFrom(harbour, sentence), link: '' }];
    },
    ...rest,
  };
}

interface Session {
  readonly parts?: ChatParts;
  readonly isInteractive?: boolean;
}

/** Starts a chat over real streams. */
function open({ parts = partsOf(), isInteractive = false }: Session = {}) {
  const [input, output, talk] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const outcome = chat(parts, { input, output, talk, isInteractive, styles: false, hyperlinks: false });
  const whole = async () => {
    const { failures } = await outcome;
    output.end();
    talk.end();
    return { failures, output: await text(output), talk: await text(talk) };
  };
  return { input, output, talk, outcome, whole };
}

const say = (input: string, session?: Session) => {
  const opened = open(session);
  opened.input.end(input);
  return opened.whole();
};

describe('chat from a pipe', () => {
  it('answers each line in order, shows what was asked, and ends with the input', async () => {
    const asked: Question[] = [];
    const slowFirst = partsOf(asked);
    const parts: ChatParts = {
      ...slowFirst,
      ask: async (question, options) => {
        if (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 30));
        return slowFirst.ask(question, options);
      },
    };
    const { output, talk, failures } = await say(
      'How many saw it?\n\n  Who walked on the moon?  \r\nlast without end',
      { parts },
    );
    expect(output.match(/^\? .*/gmu)).toEqual([
      '? How many saw it?',
      '? Who walked on the moon?',
      '? last without end',
    ]);
    expect(output.indexOf('41,000')).toBeLessThan(output.indexOf('holds no answer'));
    expect(talk).toBe('');
    expect(failures).toBe(0);
    expect(asked.map((question) => question.text)).toEqual([
      'How many saw it?',
      'Who walked on the moon?',
      'last without end',
    ]);
  });

  it('shows the reason and the closest passages of an abstention', async () => {
    const { output } = await say('Who walked on the moon?\n');
    expect(output).toBe(
      [
        '? Who walked on the moon?',
        '',
        'The corpus holds no answer to this.',
        '',
        'Closest passages',
        '• Final seen by 38,500 — Evening Ledger, November 2011 · rival-report-3c4d:59-92',
        '  │ It was the largest of the season.',
        '',
        '',
      ].join('\n'),
    );
  });

  it('hands the last five questions on as history', async () => {
    const asked: Question[] = [];
    await say('1\n2\n:sources\n3\n4\n5\n6\n7\n', { parts: partsOf(asked) });
    expect(asked[0]).toEqual({ text: '1' });
    expect(asked[2]?.history?.map(({ question }) => question)).toEqual(['1', '2']);
    expect(asked[6]?.history?.map(({ question }) => question)).toEqual(['2', '3', '4', '5', '6']);
  });

  it('tells a failure, counts it, and goes on', async () => {
    const asked: Question[] = [];
    const parts = partsOf(asked, {
      ask: async (question) => {
        if (question.text === 'fail') throw new Error('the \u001b[31mindex\u001b[0m is locked');
        return crowdAnswer;
      },
    });
    const { output, talk, failures } = await say('fail\nwork\n', { parts });
    expect(talk).toBe('the index is locked\n\n');
    expect(output).toContain('41,000');
    expect(failures).toBe(1);
  });

  it('shows each verified statement of an answer that is still being written, once', async () => {
    const whole = { ...crowdAnswer, drafter: 'test:model' };
    const finish = Promise.withResolvers<typeof whole>();
    const {
      input,
      output,
      whole: result,
    } = open({
      parts: partsOf([], {
        ask: (_question, { onStatement }) => {
          onStatement?.({ ...whole, statements: whole.statements.slice(0, 1) });
          return finish.promise;
        },
      }),
    });
    input.write('How many saw it?\n');
    let seen = '';
    const beginning = '2011: “The final';
    for await (const chunk of output.iterator({ destroyOnReturn: false })) {
      seen += chunk;
      if (seen.includes(beginning)) break;
    }
    finish.resolve(whole);
    input.end('');
    seen += (await result()).output;
    expect(seen.split(beginning)).toHaveLength(2);
    expect(seen).toContain('Sources');
  });

  it('shows no control sequence of a question', async () => {
    const { output } = await say('\u001b]0;owned\u0007how \u001b[2Jmany\n');
    expect(output).toContain('? how many\n');
  });

  it('stops when nobody reads its answers', async () => {
    const { input, output, outcome } = open();
    output.destroy();
    input.write('How many saw it?\n');
    await expect(outcome).resolves.toEqual({ failures: 0 });
  });
});

describe('chat commands', () => {
  it('list the documents', async () => {
    const { output } = await say(':sources\n');
    expect(output).toContain('• How the stadium was rebuilt — Evening Ledger, 2009 (digest) · digest-5e6f');
  });

  it('quote a document word for word, by the beginning of its id', async () => {
    const { output } = await say(':quote harbour cup\n');
    expect(output).toContain('· harbour-cup-1a2b:0-39');
    expect(output).toContain('  │ Harbour United won the cup on Saturday.');
  });

  it.each([
    [':help', '\n  :sources             list the documents\n'],
    [':quote', ':quote needs a document'],
    [':quote harbour snow', 'No sentence of this document fits'],
    [':quote zzz', 'no document begins with zzz'],
    [':constructor', 'There is no command :constructor'],
  ])('explain themselves: %s', async (line, explanation) => {
    const { output, talk } = await say(`${line}\n`);
    expect(talk).toContain(explanation);
    expect(output).toBe(`? ${line}\n`);
  });

  it('quit before the input ends', async () => {
    const { input, outcome } = open();
    input.write(':quit\nHow many saw it?\n');
    await expect(outcome).resolves.toEqual({ failures: 0 });
  });
});

describe('chat at a terminal', () => {
  const CTRL_C = '\u0003';
  const until = async (stream: PassThrough, words: string): Promise<string> => {
    let seen = '';
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      seen += String(chunk);
      if (seen.includes(words)) return seen;
    }
    throw new Error(`"${words}" never came, only: ${seen}`);
  };

  it('greets, prompts, answers without repeating the question, and ends by Ctrl-D', async () => {
    const { input, output, talk, whole } = open({ isInteractive: true });
    await until(talk, ':help');
    await until(output, '? ');
    input.write('How many saw it?\r');
    expect(await until(output, 'not rewritten')).not.toContain('\n? How many');
    input.write('\u0004');
    expect((await whole()).failures).toBe(0);
  });

  it('gives up the answer at work on Ctrl-C, and asks on', async () => {
    let isAborted = false;
    const parts = partsOf([], {
      ask: (question, { signal }) =>
        new Promise((resolve, reject) => {
          if (question.text !== 'slow') return resolve(crowdAnswer);
          signal.addEventListener('abort', () => {
            isAborted = true;
            reject(signal.reason);
          });
        }),
    });
    const { input, output, talk, whole } = open({ isInteractive: true, parts });
    await until(output, '? ');
    input.write('slow\r');
    setTimeout(() => input.write(CTRL_C), 50);
    await until(talk, 'Given up.');
    expect(isAborted).toBe(true);
    input.write('quick\r');
    await until(output, '41,000');
    input.write('\u0004');
    expect((await whole()).failures).toBe(0);
  });

  it('clears a line on Ctrl-C, and ends when it is pressed twice on an empty one', async () => {
    const asked: Question[] = [];
    const { input, output, talk, outcome } = open({ isInteractive: true, parts: partsOf(asked) });
    await until(output, '? ');
    input.write(`never asked${CTRL_C}`);
    input.write(CTRL_C);
    await until(talk, 'Ctrl-C again');
    input.write(CTRL_C);
    await outcome;
    expect(asked).toEqual([]);
  });
});
