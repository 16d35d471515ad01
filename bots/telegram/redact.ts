/** A bot's token as it stands in addresses: `/bot123456:ABC-DEF.../sendMessage`. */
const TOKENS = /\d{3,}:[A-Za-z0-9_-]{20,}/gu;

/** Takes the token out of a line: it is part of every address, and addresses are part of network errors. */
export function redact(line: string, token: string): string {
  return line
    .replaceAll(token, '<token>')
    .replaceAll(encodeURIComponent(token), '<token>')
    .replace(TOKENS, '<token>');
}
