import type { Command } from 'commander';
import type { Document, DocumentFacts, PassageIndex } from '../types.ts';
import { describeDocument, printable } from './describe.ts';
import { EXIT } from './exit-codes.ts';
import { addDataOption, type DataOptions, readCommandConfig } from './options.ts';
import { printData, printJson, style } from './output.ts';

interface SourcesOptions extends DataOptions {
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  footnote sources
  footnote sources 000_e8
  footnote sources --json | jq -r '.[].title'`;

export function addSourcesCommand(program: Command): void {
  const command = program
    .command('sources')
    .description('list the documents of the corpus, or tell what is known of one')
    .argument('[id]', 'a document; an unambiguous beginning of its id will do')
    .option('--json', 'print them as JSON; with an id, the whole text too')
    .addHelpText('after', EXAMPLES);
  addDataOption(command).action(runSources);
}

async function runSources(id: string | undefined, options: SourcesOptions): Promise<void> {
  const { openCorpus } = await import('../compose.ts');
  await using corpus = await openCorpus(readCommandConfig(options));
  if (id === undefined) await listDocuments(corpus.index, options);
  else await showDocument(id, corpus.index, options);
  process.exitCode = EXIT.answered;
}

async function listDocuments(index: PassageIndex, options: SourcesOptions): Promise<void> {
  const documents = await index.documents();
  if (options.json) printJson(documents.map(factsToJson));
  else
    for (const document of documents)
      printData(`${style('dim', document.id)}  ${describeDocument(document)}`);
}

async function showDocument(id: string, index: PassageIndex, options: SourcesOptions): Promise<void> {
  const { findDocument } = await import('../look-up.ts');
  const document = await findDocument(index, id);
  const passages = await index.passagesOf(document.id);
  if (options.json) {
    printJson({ ...factsToJson(document), warnings: document.warnings, text: document.text });
    return;
  }
  for (const [name, value] of describeFacts(document, passages.length)) {
    printData(`${style('dim', name.padEnd(FACT_NAME_WIDTH))} ${printable(value)}`);
  }
}

const FACT_NAME_WIDTH = 10;

function describeFacts(document: Document, passages: number): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['id', document.id],
    ['title', document.title],
    ['publisher', document.publisher],
    ['author', document.author],
    ['published', document.published],
    ['link', document.url],
    ['language', document.language],
    ['kind', document.digestOf === undefined ? document.kind : `${document.kind} of ${document.digestOf}`],
    ['length', `${document.text.length} characters in ${passages} passages`],
    ['read from', document.source],
    ...document.warnings.map((warning) => ['note', warning] as const),
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function factsToJson(document: DocumentFacts & { readonly digest: string; readonly source: string }) {
  return {
    id: document.id,
    title: document.title,
    publisher: document.publisher ?? null,
    author: document.author ?? null,
    published: document.published ?? null,
    url: document.url ?? null,
    language: document.language,
    kind: document.kind,
    digestOf: document.digestOf ?? null,
    digest: document.digest,
    source: document.source,
  };
}
