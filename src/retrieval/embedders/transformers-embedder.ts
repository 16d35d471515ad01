import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as z from 'zod';
import { EmbedderError } from '../../errors.ts';
import type { Embedder } from '../../types.ts';
import { embedWritten } from './embed-written.ts';
import { isUsable, toUnitLength } from './unit-vector.ts';

/** Not among the dependencies: it brings 200 MB of runtimes. A variable, so that the compiler does not look for it. */
const PACKAGE = '@huggingface/transformers';

const BATCH_TEXTS = 32;

/** What is used of the package. https://huggingface.co/docs/transformers.js/api/pipelines */
interface Transformers {
  readonly env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(task: 'feature-extraction', model: string, options: object): Promise<Extractor>;
}

type Extractor = (
  texts: readonly string[],
  options: { readonly pooling: 'mean'; readonly normalize: boolean },
) => Promise<{ tolist(): unknown }>;

const Rows = z.array(z.array(z.number()).transform((values) => Float32Array.from(values)));

/**
 * Opens a transformers.js model folder (config.json, tokenizer.json, onnx/), averaging its token vectors. Nothing is
 * downloaded. Throws `EmbedderError` when folder or package are missing or do not work together.
 */
export async function openTransformersEmbedder(folder: string): Promise<Embedder> {
  const path = resolve(folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new EmbedderError(
      `The model folder ${folder} does not exist, so no text can be embedded; correct the path in EMBEDDINGS`,
    );
  }
  const transformers = await importTransformers();
  transformers.env.allowRemoteModels = false;
  // With the root as the folder of models, a model's whole path is its name (version 3; version 4 takes a path as it is).
  transformers.env.localModelPath = '/';
  try {
    const extract = await transformers.pipeline('feature-extraction', path, { local_files_only: true });
    const [probe] = await embedBatch(extract, ['probe']);
    const dimensions = probe?.length ?? 0;
    return {
      id: `transformers:${basename(path)}-${fingerprint(path)}@${dimensions}`,
      dimensions,
      embed: (texts, _purpose, signal) =>
        embedWritten(texts, dimensions, async (written) => {
          const vectors: Float32Array[] = [];
          for (let start = 0; start < written.length; start += BATCH_TEXTS) {
            signal?.throwIfAborted();
            vectors.push(...(await embedBatch(extract, written.slice(start, start + BATCH_TEXTS))));
          }
          return vectors;
        }),
      close: async () => undefined,
    };
  } catch (cause) {
    throw new EmbedderError(
      `The model in ${folder} cannot be used, so no text can be embedded; it must be a feature-extraction model in transformers.js form (config.json, tokenizer.json, onnx/model.onnx)`,
      { cause },
    );
  }
}

async function importTransformers(): Promise<Transformers> {
  try {
    return await import(PACKAGE);
  } catch (cause) {
    throw new EmbedderError(
      `The package ${PACKAGE} is not installed, so a model folder cannot be used; run "npm install ${PACKAGE}" or set EMBEDDINGS=builtin`,
      { cause },
    );
  }
}

async function embedBatch(extract: Extractor, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors = Rows.parse((await extract(texts, { pooling: 'mean', normalize: true })).tolist());
  if (vectors.length !== texts.length || !vectors.every(isUsable)) {
    throw new EmbedderError(
      'The model returned vectors that cannot be compared, so nothing was embedded; use another model folder',
    );
  }
  return vectors.map(toUnitLength);
}

/** Tells model folders of one name apart, by the names and sizes of their files. */
function fingerprint(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const sizes = files.map((file) => `${file} ${statSync(join(folder, file)).size}`);
  return createHash('sha256').update(sizes.join('\n')).digest('hex').slice(0, 8);
}
