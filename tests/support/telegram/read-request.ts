import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Parameters, UploadedPart } from './parameters.ts';

/** Reads the parameters of a call: query string, JSON, or a form of either kind, as the real server takes them. */
export async function readRequest(request: IncomingMessage, url: URL): Promise<Parameters> {
  const values: Record<string, unknown> = Object.fromEntries(url.searchParams);
  const files = new Map<string, UploadedPart>();
  const body = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return { values, files };
  if (type.startsWith('application/json')) {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return { values: { ...values, ...(typeof parsed === 'object' ? parsed : {}) }, files };
  }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const [name, value] of form) {
    if (typeof value === 'string') values[name] = value;
    else
      files.set(name, {
        filename: value.name,
        type: value.type,
        content: new Uint8Array(await value.arrayBuffer()),
      });
  }
  return { values, files };
}
