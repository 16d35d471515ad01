import type { Answer, Turn } from './types.ts';

/** An answer as an earlier turn of its conversation. The question is kept as it was understood. */
export function turnOf(answer: Answer): Turn {
  const question = answer.understoodAs ?? answer.question.text;
  if (answer.kind === 'abstention') return { question };
  return { question, answer: answer.statements.map(({ text }) => text).join('\n') };
}
