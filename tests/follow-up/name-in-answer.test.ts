import { expect, it } from 'vitest';
import { nameInAnswer } from '../../src/follow-up/name-in-answer.ts';

it.each([
  ['a name at the beginning', 'Who won?', 'Lea Moran won the race.', 'Lea Moran'],
  ['a name behind the day', 'Who won?', 'On Thursday Lea Moran won the race.', 'Lea Moran'],
  ['a name behind the month', 'Who won?', 'In November Lea Moran won the race.', 'Lea Moran'],
  ['a name behind an attribution', 'Who won?', 'The Courier, 2011: “Lea Moran won.”', 'Lea Moran'],
  ['nobody where the day is all that is named', 'Who won?', 'On Thursday Moran won.', undefined],
  [
    'nobody but whom the question names',
    'Who did Lea Moran beat?',
    'Lea Moran beat Ada Okafor.',
    'Ada Okafor',
  ],
  ['nobody where the question asks about a name', 'Who is Lea Moran?', 'Ada Okafor beat her.', undefined],
])('finds %s', (_what, question, answer, name) => {
  expect(nameInAnswer(answer, question)).toBe(name);
});
