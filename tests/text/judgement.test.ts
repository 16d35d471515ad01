import { describe, expect, it } from 'vitest';
import { readJudgement } from '../../src/text/judgement.ts';

const VERDICTS = [
  'Who is right?',
  'who is right',
  'So who was right in the end?',
  'Who is right, Velmora or Tarsk?',
  'Who’s right here?',
  'Which side is better?',
  'Which party is worse, the Greens or the Blues?',
  'Who is in the wrong in this conflict?',
  'Who are the good guys?',
  'Who is to blame?',
  'Whose fault is it?',
  'Whose side are you on?',
  'Do you support Velmora?',
  'Are you for or against the union?',
  'What do you think?',
  'What is your opinion?',
  'Who do you think is right?',
  'Are you biased?',
  '¿Quién tiene razón?',
  'Qui a raison ?',
  'Wer hat recht?',
  'Кто прав?',
  'من على حق؟',
  'מי צודק?',
];

const STANCES = [
  'Should Velmora negotiate with Tarsk?',
  'should tarsk pay for the bridge',
  'Shouldn’t the minister resign?',
  'Is Velmora evil?',
  'Is the governor a dictator?',
  'Are the rebels terrorists?',
  'Are the rebels freedom fighters or not? Are they heroes?',
  'Is Tarsk a terrorist state?',
  'Was the shelling justified?',
  'Was the vote fair?',
  'Did Tarsk commit war crimes?',
  'Is it right to strike during the harvest?',
  'Why is the governor so cruel?',
  'The rebels are terrorists, right?',
  'Who is to blame for the flood?',
  'Whose fault was the war?',
  'Who deserves the island?',
  'Why do you call the rebels terrorists?',
  'Is Velmora right?',
  'is velmora right',
  'Is the governor good or bad?',
  'What should Velmora do?',
  'Why should Tarsk talk to the rebels?',
  'Explain why Tarsk is bad',
  'Can Tarsk be trusted?',
  'What do you think of the governor?',
  'Do you think that the governor should resign?',
];

const NEITHER = [
  'Who won?',
  'Who is the right back of Velmora United?',
  'Who is right-handed?',
  'Who is responsible for the harbour?',
  'Who is the best-paid player of the league?',
  'Who won the prize for the best novel?',
  'What is the best way to reach the island?',
  'Who was worse affected by the flood?',
  'Is it right that the bridge was closed?',
  'Is it true that the rebels won?',
  'Is Tarsk a terrorist state according to the court?',
  'Has the court ruled that it was genocide?',
  'Who says that the governor is a dictator?',
  'Why does the union call the governor a tyrant?',
  'Was the governor found guilty of war crimes?',
  'How many of the dead were terrorists?',
  'What should residents do during a flood?',
  'Should I boil the water?',
  'Is the figure right?',
  'is the water good',
  'What should the crew do when the pump fails?',
  'Why should I boil the water?',
  'Should residents boil the water?',
  'Are there terrorists in Tarsk?',
  'What did the governor say about terrorism?',
  'What does the minister think about the union?',
  'Does the minister support the union?',
  'Do you know when the ferry sails?',
  'Which side won the war?',
  'Which team is better paid?',
  'When did the good weather end?',
  'Which countries support Tarsk?',
  'Why did Tarsk win?',
];

describe('a question', () => {
  it.each(VERDICTS)('asks who is right or better: %s', (question) => {
    expect(readJudgement(question)).toBe('verdict');
  });

  it.each(STANCES)('asks what sources take a stand on: %s', (question) => {
    expect(readJudgement(question)).toBe('stance');
  });

  it.each(NEITHER)('asks for a fact, or for what somebody says: %s', (question) => {
    expect(readJudgement(question)).toBeUndefined();
  });
});
