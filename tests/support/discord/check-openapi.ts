import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';

/** Holds bodies against an OpenAPI document. Each operation is compiled when it is first met. */
export interface OpenApiCheck {
  /** What is wrong with a request's body, one line each. */
  request(method: string, pattern: string, body: unknown): readonly string[];
  /** What is wrong with an answer. */
  response(
    method: string,
    pattern: string,
    answer: { readonly status: number; readonly body: unknown },
  ): readonly string[];
}

const content = z
  .object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() })
  .loose();
const documentSchema = z.object({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const operationSchema = z.object({
  requestBody: content.optional(),
  responses: z.record(z.string(), content.or(z.unknown())).optional(),
});

const BASE = 'https://openapi.invalid/discord';
const ERRORS_SHOWN = 3;

const opened = new Map<string, OpenApiCheck>();
let hasSaidWhy = false;

/** One for all fakes of a process, since the document is large; none, with the reason printed once, without a path. */
export function findOpenApi(path: string | undefined): OpenApiCheck | undefined {
  if (path === undefined || path === '') {
    if (!hasSaidWhy)
      console.info("DISCORD_OPENAPI is unset: request bodies are not held against Discord's document.");
    hasSaidWhy = true;
    return undefined;
  }
  const check = opened.get(path) ?? openDocument(path);
  opened.set(path, check);
  return check;
}

/** Throws where it is no OpenAPI 3.1 document. */
function openDocument(path: string): OpenApiCheck {
  const document = documentSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false, inlineRefs: false });
  ajv.addSchema({ $id: BASE, components: document.components });
  const compiled = new Map<string, ValidateFunction | undefined>();

  const compile = (key: string, schemaOf: () => unknown): ValidateFunction | undefined => {
    if (!compiled.has(key)) {
      const schema = schemaOf();
      compiled.set(key, isSchema(schema) ? ajv.compile(withBase(schema)) : undefined);
    }
    return compiled.get(key);
  };
  const operationOf = (method: string, pattern: string) => {
    const operation = document.paths[pattern]?.[method.toLowerCase()];
    return operation === undefined ? undefined : operationSchema.parse(operation);
  };
  const check = (validate: ValidateFunction | undefined, body: unknown, what: string): readonly string[] => {
    if (!validate || validate(body)) return [];
    const reasons = (validate.errors ?? []).slice(0, ERRORS_SHOWN);
    return reasons.map(
      ({ instancePath, message }) => `${what}: ${instancePath || 'body'} ${message ?? 'is wrong'}`,
    );
  };
  return {
    request: (method, pattern, body) => {
      const what = `${method} ${pattern}`;
      const operation = operationOf(method, pattern);
      if (!operation) return [`${what}: no operation of Discord's document`];
      const validate = compile(`${what} request`, () => jsonSchema(operation.requestBody));
      return body === undefined ? [] : check(validate, withNumbers(body), what);
    },
    response: (method, pattern, { status, body }) => {
      const what = `${method} ${pattern} -> ${status}`;
      const operation = operationOf(method, pattern);
      if (!operation) return [];
      const responses = operation.responses ?? {};
      if (!(status in responses) && status < 400)
        return [`${what}: not among ${Object.keys(responses).join(', ')}`];
      const validate = compile(what, () => jsonSchema(content.safeParse(responses[status]).data));
      return body === undefined ? [] : check(validate, body, what);
    },
  };
}

/**
 * The document wants an integer where the reference says string, and discord.js sends one:
 * https://discord.com/developers/docs/interactions/application-commands#application-command-object
 */
function withNumbers(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNumbers);
  if (!isSchema(body) || typeof body.default_member_permissions !== 'string') return body;
  return { ...body, default_member_permissions: Number(body.default_member_permissions) };
}

function jsonSchema(holder: z.infer<typeof content> | undefined): unknown {
  return holder?.content?.['application/json']?.schema;
}

function isSchema(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** References of a schema outside the components, made absolute. */
function withBase(schema: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? value.replace(/^#/u, `${BASE}#`) : rebased(value),
    ]),
  );
}

function rebased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rebased);
  return isSchema(value) ? withBase(value) : value;
}
