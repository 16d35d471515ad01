import { isUtf8 } from 'node:buffer';
import { SourceError } from '../errors.ts';

/** How much of a file is looked at to tell text from binary and UTF-16 from UTF-8. Bytes. */
const SAMPLE_BYTES = 8192;
/** More control characters than this share of a sample means that it is not text. */
const MAX_CONTROL_SHARE = 0.05;

/**
 * Text of a file: UTF-8 (with or without a byte order mark) or UTF-16 (with one, or without where it is plain to see).
 * Throws `SourceError` for anything else, with the offset of the first broken byte.
 */
export function decodeText(bytes: Uint8Array, source: string): string {
  const sixteen = detectUtf16(bytes);
  if (sixteen !== undefined) return new TextDecoder(sixteen).decode(bytes);
  if (looksBinary(bytes.subarray(0, SAMPLE_BYTES))) {
    throw new SourceError(
      source,
      `${source}: holds binary data, not text; skipped. Give it its own extension or remove it.`,
    );
  }
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const offset = firstBrokenByte(bytes);
  const found = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  throw new SourceError(
    source,
    `${source}: not valid UTF-8 (byte 0x${found} at offset ${offset}); skipped. Convert it, e.g. iconv -f WINDOWS-1252 -t UTF-8.`,
  );
}

function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES - (SAMPLE_BYTES % 2));
  if (sample.length < 4 || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  // Latin text in UTF-16 has a zero in nearly every second byte and none in the others.
  if (odd > half * 0.6 && even < half * 0.02) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.02) return 'utf-16be';
  return undefined;
}

function looksBinary(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) controls += 1;
  }
  return controls > sample.length * MAX_CONTROL_SHARE;
}

/** The first replacement character that the file does not itself contain stands where decoding broke. */
function firstBrokenByte(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = decoded.indexOf('\uFFFD'); at >= 0; at = decoded.indexOf('\uFFFD', at + 1)) {
    offset += Buffer.byteLength(decoded.slice(from, at));
    if (buffer.toString('latin1', offset, offset + 3) !== '\u00EF\u00BF\u00BD') return offset;
    offset += 3;
    from = at + 1;
  }
  return offset;
}
