import type { FakeMessage } from './fake-discord.ts';

/** Messages as text for reading, oldest first. */
export function readMessages(messages: readonly FakeMessage[]): string {
  return messages.map(readMessage).join('\n\n');
}

function readMessage(message: FakeMessage): string {
  const { author, content, embeds, attachments, buttons, selects, history } = message;
  const marks = [
    message.replyTo && `answers ${message.replyTo}`,
    message.visibleTo && `only ${message.visibleTo} sees this`,
    message.isThinking && 'thinking',
    history.length > 0 && `edited ${history.length}x`,
    message.thread && `thread "${message.thread.name}"`,
  ].filter((mark) => mark);
  return [
    `${author.name} ${message.id}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`,
    ...lines(content),
    ...embeds.map((embed) => `| embed: ${[embed.title, embed.description].filter(Boolean).join(' / ')}`),
    ...attachments.map(({ filename, size }) => `| file: ${filename}, ${size} bytes`),
    ...selects.map(
      ({ customId, options }) => `| select ${customId}: ${options.map(({ label }) => label).join(' / ')}`,
    ),
    ...(buttons.length > 0
      ? [`| ${buttons.map(({ label, isDisabled }) => (isDisabled ? `(${label})` : `[${label}]`)).join(' ')}`]
      : []),
  ].join('\n');
}

function lines(content: string): readonly string[] {
  return content === '' ? [] : content.split('\n').map((line) => `| ${line}`);
}
