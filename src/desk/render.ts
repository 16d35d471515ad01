import { chatPhrasesFor, fillPhrase } from '../phrases/chat.ts';
import { renderAnswer, renderNotice, renderPlaces } from '../render/answer.ts';
import type { Block } from '../render/block.ts';
import { cleanText } from '../render/clean.ts';
import type { StandingAnswer } from './types.ts';

/** An answer as blocks, with what became of it since: taken back, corrected, or its sources changed. */
export function renderStanding(
  { answer, state, correction, changes }: StandingAnswer,
  locale: string,
): readonly Block[] {
  const { say } = chatPhrasesFor(locale);
  if (state === 'retracted') return [renderNotice(say.retracted)];
  if (correction) {
    return [renderNotice(say.corrected), ...renderPlaces([correction.citation], { locale })];
  }
  const notices = changes.map(({ title, kind }) => {
    const phrase = kind === 'removed' ? say.sourceRemoved : say.sourceChanged;
    return renderNotice(fillPhrase(phrase, { title: cleanText(title) }));
  });
  return [...notices, ...renderAnswer(answer, { locale })];
}
