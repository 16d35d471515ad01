import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenLocally } from '../support/local-server.ts';
import { FAKE_KEY } from '../support/model-corpus.ts';
import { COUNTED } from '../support/model-protocols.ts';
import { replyOf } from '../support/model-replies.ts';
import { type ModelServer, startModelServer } from '../support/model-server.ts';
import { type CliRun, runCli, temporaryFolder } from '../support/run-cli.ts';
import { ROOT } from '../support/source-files.ts';
import { TOPICS } from './lies.ts';

const { question, truth } = TOPICS.swap;
const LIE = { ...truth, text: 'The front released 64 soldiers.' };
const data = join(temporaryFolder(), 'data');
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
  const { code } = await runCli([
    'ingest',
    join(ROOT, 'tests/fixtures/mini-news/corpus.jsonl'),
    '--data',
    data,
  ]);
  expect(code).toBe(0);
});
afterAll(() => server[Symbol.asyncDispose]());

const withModel = (spec: string, environment: Readonly<Record<string, string>> = {}) => ({
  environment: { MODEL: spec, MODEL_API_KEY: FAKE_KEY, THRESHOLD: '0', ...environment },
});
const local = () => withModel('openai:fake', { MODEL_BASE_URL: server.urls.openai });
const ask = (options: Parameters<typeof runCli>[1]): Promise<CliRun> =>
  runCli(['ask', question, '--json', '--data', data], options);

describe('footnote ask with a model', () => {
  it('tells drafter, tokens and drops by kind', async () => {
    server.react((request) => replyOf(request, [LIE, truth]));
    const { code, stdout, stderr } = await ask(local());
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'grounded',
      drafter: 'openai:fake',
      statements: [{ text: `Harbour Radio, 14 February 2023: ${truth.text}`, citations: [1] }],
      tokens: COUNTED,
      drops: { unsupported: 1 },
    });
  });

  it('falls back to the words of the sources, says why, and shows no key', async () => {
    server.react({ status: 401, message: `Incorrect API key provided: ${FAKE_KEY}` });
    const { code, stdout, stderr } = await ask(local());
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ drafter: 'extractive', fallback: 'unavailable' });
    expect(stderr).toContain('check MODEL_API_KEY');
    expect(`${stdout}${stderr}`).not.toContain(FAKE_KEY);
  });

  it('says where an answer was cut short', async () => {
    server.react((request) => replyOf(request, [truth, truth]).slice(0, -30));
    const { stdout } = await ask(local());
    expect(JSON.parse(stdout)).toMatchObject({ drafter: 'openai:fake', cutShort: 'malformed' });
  });

  it.each([
    [
      'a provider whose package is not installed',
      withModel('mistralai:small'),
      /npm install @langchain\/mistralai/,
    ],
    ['no such provider', withModel('acme:model'), /"acme" is no provider/],
    [
      'a folder without prompts',
      withModel('openai:fake', { PROMPTS_DIR: data }),
      /PROMPTS_DIR is .* holds neither/,
    ],
  ])('is refused with %s: exit code 2, one line', async (_, options, message) => {
    const { code, stderr } = await ask(options);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('is refused without a key for a provider that wants one', async () => {
    for (const spec of ['openai:gpt-4.1-mini', 'anthropic:claude-sonnet-4-5']) {
      const { code, stderr } = await ask({ environment: { MODEL: spec } });
      expect(code, stderr).toBe(2);
      expect(stderr).toContain('set MODEL_API_KEY');
    }
  });

  it('is traced where the usual variables say so', async () => {
    const traced: string[] = [];
    const traces = createServer((request, response) => {
      traced.push(`${request.method} ${request.url}`);
      request
        .resume()
        .on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
    });
    await using tracer = await listenLocally(traces);
    server.react((request) => replyOf(request, [truth]));
    const { environment } = local();
    await ask({
      environment: {
        ...environment,
        LANGSMITH_TRACING: 'true',
        LANGSMITH_API_KEY: 'lsv2_fake',
        LANGSMITH_ENDPOINT: tracer.url,
      },
    });
    expect(traced.some((line) => line.startsWith('POST /runs'))).toBe(true);
  });
});

describe('footnote doctor', () => {
  const model = async (options: Parameters<typeof runCli>[1]): Promise<string> => {
    const { stdout } = await runCli(['doctor', '--data', data], options);
    return stdout.split('\n').find((line) => / model\b/.test(line)) ?? '';
  };

  it('tells whether the model answers, and how', async () => {
    server.react('{"declined": true, "claims": []}');
    expect(await model(local())).toMatch(/^ok {3}model +openai:fake, structured output, [\d.]+ s/);
    server.react({ status: 400, message: 'no response_format' }, 'NO ANSWER');
    expect(await model(local())).toMatch(/^ok .*plain lines/);
  });

  it('tells why it does not, and what to do', async () => {
    server.react({ status: 401, message: `bad key ${FAKE_KEY}` });
    const line = await model(local());
    expect(line).toMatch(/^BAD {2}model .*check MODEL_API_KEY/);
    expect(line).not.toContain(FAKE_KEY);
  });

  it('says that there is none', async () => {
    expect(await model({})).toMatch(/^note model +none \(MODEL is not set\)/);
  });
});
