import { describe, expect, it } from 'vitest';
import { isTalk } from '../../src/text/talk.ts';

describe('a message', () => {
  it.each([
    'hi',
    'Hello there!',
    'Good morning',
    'thanks',
    'Thank you so much!',
    '¡Hola!',
    'Привет',
    'مرحبا',
    'תודה',
    'Who are you?',
    'Who made you?',
    'What’s your name?',
    'What can you do?',
    'how do you work',
    'Are you a bot?',
    'you are stupid',
    'fuck you',
    'Can you help me?',
  ])('is talk: %s', (message) => {
    expect(isTalk(message)).toBe(true);
  });

  it.each([
    'Who are the rebels?',
    'Who made the bridge?',
    'Who made you think that the ferry sails?',
    'What can Velmora do?',
    'Who owns the harbour?',
    'What is the name of the ferry?',
    'Who said thank you to the firemen?',
    'What does "hello" mean in Tarsk?',
    'Who is Hello Kitty?',
    'Are robots allowed?',
    'What is good?',
    'Why did he hate you?',
    'Can you help me find who won the cup?',
    'test results of the bridge',
    'Nice attack 2016',
    'Where is Nice?',
  ])('is a question for the documents: %s', (message) => {
    expect(isTalk(message)).toBe(false);
  });
});
