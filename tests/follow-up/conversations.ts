/** A conversation of ours: what its last question must be given from the turns before, or that it needs nothing. */
export interface ConversationRow {
  readonly language: string;
  /** Oldest first; a pair is a question and the answer that was given. */
  readonly history: readonly (string | readonly [question: string, answer: string])[];
  readonly question: string;
  /** Each must be in the resolved question, in any case. Nothing may change where it is empty. */
  readonly carries: readonly string[];
  /** May not be in the resolved question. */
  readonly not?: readonly string[];
}

const row = (
  language: string,
  history: ConversationRow['history'],
  question: string,
  carries: readonly string[],
  not: readonly string[] = [],
): ConversationRow => ({ language, history, question, carries, not });

/** Questions that leave out what they are about. */
export const LEANING: readonly ConversationRow[] = [
  // Pronouns for things
  row('en', ['When was the Suez Canal opened?'], 'How long is it?', ['Suez Canal']),
  row('en', ['Who designed the Sydney Opera House?'], 'How much did it cost?', ['Sydney Opera House']),
  row('en', ['What did the harbour commission decide about the new ferry terminal?'], 'When will it open?', [
    'ferry terminal',
  ]),
  row('en', ['Which party won the election in Norland?'], 'How many seats did it win?', ['Norland']),
  row('en', ['What is the Treaty of Westbrook?', 'Who signed it?'], 'When did it end?', ['Westbrook']),
  row('en', ['Why did the Kellner Bank collapse?'], 'Who bought its branches?', ['Kellner Bank']),
  row('en', ['How big is the Aral Sea?'], 'Why is it shrinking?', ['Aral Sea']),
  row('en', ['What is the European Central Bank?'], 'Where is it based?', ['European Central Bank']),
  // They, them, their
  row('en', ['What do the striking dockers demand?'], 'Who supports them?', ['dockers']),
  row('en', ['How many refugees crossed the border at Marn?'], 'Where are they now?', ['refugees']),
  row('en', ['What did the Green Party promise before the vote?'], 'Did they keep their word?', [
    'Green Party',
  ]),
  row('en', ['Which countries signed the Lisbon fishing accord?'], 'Why did they sign?', [
    'Lisbon fishing accord',
  ]),
  // Persons
  row('en', ['Who is Angela Torvik?'], 'Where was she born?', ['Angela Torvik']),
  row('en', ['What did Mayor Hendrik Olsen say about the bridge?'], 'When was he elected?', [
    'Hendrik Olsen',
  ]),
  row('en', ['Did Marta Ruiz resign?'], 'Why did she leave?', ['Marta Ruiz']),
  row('en', ['What is Ismail Haniyeh known for?', 'Did he visit Cairo?'], 'Who went with him?', [
    'Ismail Haniyeh',
  ]),
  row(
    'en',
    [
      [
        'Who leads the Norland opposition?',
        'The Courier, 3 May 2010: “Petra Valdo leads the opposition since March.”',
      ],
    ],
    'How old is she?',
    ['Petra Valdo'],
  ),
  row(
    'en',
    [
      [
        'Who wrote the report on the flood?',
        'Daily Ledger, 2 June 2011: “The report was written by Jonas Beck.”',
      ],
    ],
    'What did he find?',
    ['Jonas Beck'],
  ),
  // Demonstratives
  row('en', ['What is the Oslo protocol?'], 'Who opposed this?', ['Oslo protocol']),
  row('en', ['What happened in the Kassel mine accident?'], 'Who is to blame for that?', ['Kassel mine']),
  // Half questions that swap a year or a name
  row(
    'en',
    ['Who won the Norland election?', 'Why (about won, Norland election)?'],
    'What about Tarsk?',
    ['What about Tarsk', 'Norland election'],
    ['Why'],
  ),
  row(
    'en',
    ['Who won the general election in 2006?'],
    'And in 2010?',
    ['won', 'general election', '2010'],
    ['2006'],
  ),
  row('en', ['How many seats did Hamas win?'], 'And Fatah?', ['seats', 'Fatah'], ['Hamas']),
  row('en', ['How many people live in Sudan?'], 'What about Egypt?', ['people live', 'Egypt'], ['Sudan']),
  row(
    'en',
    ['How much aid did Norway give in 2009?'],
    'What about 2010?',
    ['aid', 'Norway', '2010'],
    ['2009'],
  ),
  row(
    'en',
    ['Who was president of France in 1995?', 'And in 2002?'],
    'And in 2008?',
    ['president', 'France', '2008'],
    ['1995', '2002'],
  ),
  row(
    'en',
    ['What is the unemployment rate in Spain?'],
    'How about Portugal?',
    ['unemployment rate', 'Portugal'],
    ['Spain'],
  ),
  // Other half questions
  row('en', ['Did the parliament approve the budget of Norland?'], 'Why?', ['budget']),
  row('en', ['Did the miners of Kassel go on strike?'], 'Why not?', ['Kassel']),
  row('en', ['When did the volcano Tambora erupt?'], 'How many dead?', ['Tambora']),
  row('en', ['Was the Marwick dam repaired?'], 'When?', ['Marwick dam']),
  row('en', ['What is the population of Iceland?'], 'And the capital?', ['Iceland']),
  row('en', ['Who owns the Tollan refinery?'], 'Since when?', ['Tollan refinery']),
  row('en', ['Where was the Montreal summit held?'], 'Who attended?', ['Montreal summit']),
  // Nouns that nothing describes, and comparison
  row('en', ['Who founded the Brightline Motor Company?'], 'How many workers does the company have?', [
    'Brightline',
  ]),
  row('en', ['What did Hamas and Fatah agree on in Cairo?'], 'Who signed the agreement?', ['Hamas']),
  row('en', ['How long did the siege of Vukovar last?'], 'Who were the victims?', ['Vukovar']),
  row('en', ['What is the Danube flood plan?'], 'What are the costs?', ['Danube flood plan']),
  row('en', ['When was the lighthouse of Skagen built?'], 'When was rebuilt?', ['Skagen']),
  // Several languages
  row('es', ['¿Quién construyó el canal de Suez?'], '¿Cuándo se abrió eso?', ['Suez']),
  row('es', ['¿Quién es Marta Ruiz?'], '¿Dónde nació ella?', ['Marta Ruiz']),
  row('es', ['¿Cuántos habitantes tiene España en 2005?'], '¿Y en 2010?', ['habitantes', '2010'], ['2005']),
  row('fr', ['Qui dirige la Banque de Lyon ?'], 'Pourquoi ?', ['Lyon']),
  row('fr', ['Qui est Claire Dumont ?'], 'Où est-elle née ?', ['Claire Dumont']),
  row('fr', ["Qui a gagné l'élection en 2007 ?"], 'Et en 2012 ?', ['2012', 'gagné'], ['2007']),
  row('de', ['Wer baute den Kölner Dom?'], 'Und warum?', ['Dom']),
  row('de', ['Wer ist Petra Valdo?'], 'Wo wurde sie geboren?', ['Petra Valdo']),
  row('de', ['Wer gewann die Wahl in Norland 2006?'], 'Und 2010?', ['Wahl', '2010'], ['2006']),
  row('ru', ['Кто построил Суэцкий канал?'], 'Когда он был открыт?', ['канал']),
  row('ru', ['Кто такой Иван Петров?'], 'Где он родился?', ['Петров']),
  row('ru', ['Кто выиграл выборы в 2006 году?'], 'Почему?', ['выборы']),
  row('ar', ['من بنى قناة السويس؟'], 'متى تم افتتاحها؟', ['السويس']),
  row('ar', ['من هو خالد مشعل؟'], 'أين ولد هو؟', ['مشعل']),
  row('he', ['מי בנה את תעלת סואץ?'], 'מתי היא נפתחה?', ['סואץ']),
  row('he', ['מי ניצח בבחירות בשנת 2006?'], 'למה?', ['בבחירות']),
  row('zh', ['谁修建了苏伊士运河？'], '它有多长？', ['运河']),
  row('zh', ['谁是马英九？'], '他在哪里出生？', ['马英九']),
];

/** Questions that say themselves what they are about; nothing may be added. */
export const STANDING: readonly ConversationRow[] = [
  row('en', ['When was the Suez Canal opened?'], 'Who is the mayor of Rotterdam?', []),
  row('en', ['Who won the election in Norland?'], 'How many people live in Iceland?', []),
  row('en', ['What is the capital of Peru?'], 'When did the Berlin Wall fall?', []),
  row('en', ['Who owns the Tollan refinery?'], 'Is it true that the Danube flooded Passau in 2013?', []),
  row('en', ['How big is the Aral Sea?'], 'How long does it take to travel from Lima to Cusco by train?', []),
  row('en', ['Who is Angela Torvik?'], 'What did Barack Obama say about the Paris climate agreement?', []),
  row(
    'en',
    ['What did the harbour commission decide?'],
    'Which parties formed the coalition government in Belgium?',
    [],
  ),
  row('en', ['Who leads Hamas?'], 'What caused the Deepwater Horizon oil spill?', []),
  row('en', ['Where was the Montreal summit held?'], 'List the members of the Visegrad Group.', []),
  row('en', ['What is the Oslo protocol?'], 'By the way, who invented the telephone?', []),
  row('en', ['How many seats did Hamas win?'], 'When did Nelson Mandela leave Robben Island?', []),
  row('en', ['Why did the Kellner Bank collapse?'], 'What is the unemployment rate in Portugal?', []),
  row('en', [], 'When was it opened?', []),
  row('en', [], 'And in 2010?', []),
  row(
    'en',
    ['When did the volcano Tambora erupt?'],
    'Did Marta Ruiz say that she would resign as minister of Norland?',
    [],
  ),
  row('es', ['¿Quién construyó el canal de Suez?'], '¿Cuál es la capital de Portugal?', []),
  row('fr', ['Qui dirige la Banque de Lyon ?'], 'Quelle est la population de la Norvège en 2010 ?', []),
  row('de', ['Wer baute den Kölner Dom?'], 'Wann fiel die Berliner Mauer?', []),
  row('ru', ['Кто построил Суэцкий канал?'], 'Когда началась Первая мировая война?', []),
  row('ar', ['من بنى قناة السويس؟'], 'ما عاصمة البرتغال؟', []),
  row('he', ['מי בנה את תעלת סואץ?'], 'מתי נפלה חומת ברלין?', []),
  row('zh', ['谁修建了苏伊士运河？'], '葡萄牙的首都是哪里？', []),
  row('ja', ['スエズ運河は誰が作りましたか？'], 'いつですか？', []),
  row('xx', ['Kas ehitas Suessi kanali?'], 'Millal?', []),
];

/** Written after the rules were done, and not tuned on: what they do at first sight. */
export const FRESH: readonly ConversationRow[] = [
  row('en', ['What did the Ombudsman of Tarnow criticise?'], 'Has it been fixed?', ['Tarnow']),
  row('en', ['When did Typhoon Mirinae reach Vietnam?'], 'How many people did it kill?', ['Mirinae']),
  row('en', ['Who built the Oresund Bridge?'], 'What does it connect?', ['Oresund Bridge']),
  row('en', ['Which ministers left the Bennett government?'], 'Why did they go?', ['Bennett government']),
  row('en', ['What is the position of Lena Marsh on the pipeline?'], 'Did she vote against it?', [
    'Lena Marsh',
  ]),
  row('en', ['What is the position of Carl Weiss on the pension reform?'], 'What did his party say?', [
    'Carl Weiss',
  ]),
  row('en', ['How many Syrians did Germany take in?'], 'And Sweden?', ['Syrians', 'Sweden'], ['Germany']),
  row('en', ['What was the inflation rate in 2008?'], 'And in 2009?', ['inflation rate', '2009'], ['2008']),
  row('en', ['Was the trade union leader of Odessa arrested?'], 'When was that?', ['Odessa']),
  row('en', ['What did the court in Lyon rule about the merger?'], 'Did the company appeal?', ['merger']),
  row('en', ['Who mediates between Hamas and Fatah?'], 'What are the main obstacles?', ['Hamas']),
  row('en', ['Where is the Kariba dam?'], 'How old?', ['Kariba dam']),
  row('en', ['What are the terms of the Westbrook ceasefire?'], 'Who broke it first?', [
    'Westbrook ceasefire',
  ]),
  row('en', ['Why was the Delmar airport closed?'], 'For how long?', ['Delmar airport']),
  row(
    'en',
    [
      [
        'Who is the chief negotiator of Norland?',
        'The Post, 1 May 2011: “Erik Sandholm has led the talks since April.”',
      ],
    ],
    'What does he want?',
    ['Erik Sandholm'],
  ),
  row('en', ['What is the Schengen area?'], 'Which countries belong to it?', ['Schengen area']),
  row('en', ['When was the Rosetta stone found?'], 'Who found it?', ['Rosetta stone']),
  row('en', ['What did Pavel Dvorak write?', 'When did he die?'], 'Where is he buried?', ['Pavel Dvorak']),
  row('es', ['¿Dónde está el aeropuerto de Barajas?'], '¿Y por qué?', ['Barajas']),
  row(
    'fr',
    ['Combien de sièges le parti Horizon a-t-il gagnés ?'],
    'Et Renouveau ?',
    ['Renouveau', 'sièges'],
    ['Horizon'],
  ),
  row('de', ['Wann wurde die Elbbrücke gesperrt?'], 'Warum?', ['Elbbrücke']),
  row('ru', ['Где находится озеро Байкал?'], 'Какая у него глубина?', ['Байкал']),
  row('ar', ['ما هي عاصمة النرويج؟'], 'كم عدد سكانها؟', ['النرويج']),
  row('zh', ['埃菲尔铁塔在哪里？'], '它有多高？', ['铁塔']),
];

export const FRESH_STANDING: readonly ConversationRow[] = [
  row('en', ['When did Typhoon Mirinae reach Vietnam?'], 'Which ministers left the Bennett government?', []),
  row('en', ['Who built the Oresund Bridge?'], 'What was the turnout in the Scottish referendum?', []),
  row(
    'en',
    ['What is the Schengen area?'],
    'How did the stock market react to the Kellner Bank collapse?',
    [],
  ),
  row('en', ['Was the trade union leader arrested?'], 'When is Ramadan?', []),
  row('en', ['Where is the Kariba dam?'], 'Who is Lena Marsh?', []),
  row(
    'en',
    ['Who mediates between Hamas and Fatah?'],
    'Did Israel release its Palestinian prisoners in 2011?',
    [],
  ),
  row('en', ['Why was the Delmar airport closed?'], 'Is it legal to carry a knife in Norway?', []),
  row(
    'en',
    ['What did Pavel Dvorak write?'],
    'What did the president of the European Commission announce on Tuesday?',
    [],
  ),
  row('en', ['When was the Rosetta stone found?'], 'Who won the Champions League final?', []),
  row('es', ['¿Dónde está el aeropuerto de Barajas?'], '¿Quién ganó las elecciones de Chile?', []),
  row('de', ['Wann wurde die Elbbrücke gesperrt?'], 'Wie viele Einwohner hat Norwegen?', []),
  row('fr', ['Qui est Claire Dumont ?'], 'Où se trouve le lac Léman ?', []),
];
