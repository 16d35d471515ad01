import { describe, expect, it } from 'vitest';
import { otherEnglishSpellings } from '../../src/text/british-american.ts';

const PAIRS = `
colour color; neighbourhood neighborhood; favourite favorite; behavioural behavioral; armoured armored; rigour rigor;
organisation organization; organised organized; recognisable recognizable; analyse analyze; paralysed paralyzed;
centre center; theatres theaters; kilometre kilometer; centred centered; defence defense; licences licenses; practise practice;
catalogue catalog; dialogues dialogs; travelled traveled; counsellor counselor; fuelling fueling; jeweller jeweler;
jewellery jewelry; skilful skillful; enrolment enrollment; fulfils fulfills; anaesthetic anesthetic; paediatric pediatric;
haemorrhage hemorrhage; encyclopaedia encyclopedia; archaeology archeology; foetus fetus; diarrhoea diarrhea;
oestrogen estrogen; manoeuvre maneuver; sulphur sulfur; mould mold; cheque check; sceptical skeptical; plough plow; grey gray;
programme program; judgement judgment; aluminium aluminum; tyres tires; cosy cozy; pyjamas pajamas; moustache mustache;
aeroplane airplane
`
  .split(';')
  .map((line) => line.trim().split(' '));

describe('otherEnglishSpellings', () => {
  it.each(PAIRS)('knows that %s is %s', (british = '', american = '') => {
    expect(otherEnglishSpellings(british)).toContain(american);
    expect(otherEnglishSpellings(american)).toContain(british);
  });

  it.each([
    'hour',
    'four',
    'tour',
    'court',
    'source',
    'water',
    'filling',
    'spelling',
    'hotel',
    'police',
    'fence',
    'tense',
  ])('makes no other English word of %s', (word) => {
    const words = [
      'hor',
      'for',
      'tor',
      'cort',
      'sorce',
      'filing',
      'speling',
      'polise',
      'fense',
      'tence',
      'hotell',
    ];
    for (const other of otherEnglishSpellings(word)) expect(words).not.toContain(other);
  });
});
