import { either, NEVER, opening, words } from './cue-patterns.ts';
import type { CueWords } from './cue-words.ts';

/** What no list says of a language: nothing is told by it. */
const UNKNOWN = {
  newSubject: NEVER,
  expletive: NEVER,
  subjectless: NEVER,
  definite: NEVER,
  standIn: NEVER,
  trailing: NEVER,
  beforeSubject: NEVER,
  joiner: /^ (?:de|de la|del|du|des|von|der|et|y|und) $/u,
  comparative: NEVER,
  completed: NEVER,
};

export const SPANISH: CueWords = {
  ...UNKNOWN,
  pronoun: words('ellos|ellas|ello|su|sus|suyos?|suyas?'),
  person: words('él|ella|su|sus'),
  demonstrative: words('eso|esto|aquello|es[ae]s?|esos|aquell[ao]s?'),
  opener: opening(
    'y|e|pero|entonces|qué hay de|qué tal|qué pasa con|por qué|cómo|cuándo|dónde|también|además(?=[?\\s]*$)',
  ),
  swap: opening('(?:y|qué hay de|qué tal|qué pasa con)(?: (?:en|de|con|para|por|a))?(?: (?:el|la|los|las))?'),
  backReference: words('otr[ao]s?|allí|allá|ahí|entonces|mism[ao]s?|ambos|ambas|también'),
  newSubject: words('por cierto|cambiando de tema|hablando de|volviendo a'),
  asks: words('qué|quién|quiénes|cuándo|dónde|por qué|cuál|cuáles|cómo|cuánt[ao]s?'),
  asksWho: words('quién|quiénes'),
  talk: words(
    'dime|explica|explicar|sabes|puedes|cuenta|hablar|decir|por favor|información|ejemplo|cosa|cosas|llama|cuánt[ao]s?|quién|quiénes|qué|cómo|cuál|cuáles|dónde|cuándo',
  ),
  about: 'sobre',
};

export const FRENCH: CueWords = {
  ...UNKNOWN,
  pronoun: words('ils|elles|eux|leurs?|ça|cela|ceci|son|sa|ses'),
  person: words('il(?!\\s+(?:y|est (?:vrai|possible|nécessaire))\\b)|elle|lui'),
  demonstrative: words('ce(?=\\s)|cet|cette|ces|celui|celle|ceux|celles|celui-ci|celle-ci'),
  opener: opening(
    "et|mais|alors|qu'en est-il|pourquoi(?=[?\\s]*$)|comment(?=[?\\s]*$)|quand(?=[?\\s]*$)|où(?=[?\\s]*$)|aussi|ensuite",
  ),
  swap: opening("(?:et|qu'en est-il)(?: (?:en|à|au|de|du|des|pour|avec|dans|chez))?(?: (?:le|la|les))?"),
  backReference: words('autres?|là-bas|mêmes?|aussi|ensuite'),
  newSubject: words('au fait|à propos|en parlant de|revenons'),
  asks: words("qui|que|quoi|quand|où|pourquoi|quel|quels|quelle|quelles|comment|combien|est-ce|qu'est-ce"),
  asksWho: words('qui'),
  talk: words(
    "dis|expliquer?|explique|peux|pouvez|savez|parler|dire|s'il|plaît|information|exemple|chose|choses|combien|comment|quand|où|pourquoi|est-ce|quoi|qu'est",
  ),
  about: 'sur',
};

export const GERMAN: CueWords = {
  ...UNKNOWN,
  pronoun: words('sie|ihnen|ihre[nmrs]?|ihr|dessen|deren|davon|dafür|dagegen|damit|darüber|dazu|daran|darin'),
  person: words('er|ihn|ihm|seine?[nmrs]?|sie|ihre?[nmrs]?'),
  demonstrative: words('diese[nmrs]?|das(?=[?\\s]*$)|jene[nmrs]?|solche[nmrs]?'),
  opener: opening(
    'und|aber|also|was ist mit|wie steht es mit|wie sieht es|warum(?=[?\\s]*$)|wieso(?=[?\\s]*$)|wann(?=[?\\s]*$)|wo(?=[?\\s]*$)|auch',
  ),
  swap: opening(
    '(?:und|was ist mit|wie steht es mit)(?: (?:in|im|am|bei|für|von|mit|nach))?(?: (?:der|die|das|den|dem))?',
  ),
  backReference: words('andere[nmrs]?|dort|dann|damals|dasselbe|beide[nmrs]?|auch'),
  newSubject: words('übrigens|apropos|zurück zu|themawechsel'),
  asks: words('was|wer|wen|wem|wann|wo|warum|wieso|weshalb|welche[nmrs]?|wie|wieviel|wohin|woher'),
  asksWho: words('wer|wen|wem'),
  expletive: words('gibt es|es gibt|ist es (?:wahr|möglich)'),
  talk: words(
    'sag|sagen|erkläre|erklären|weißt|wissen|bitte|information|beispiel|ding|dinge|gibt|viele|heißt|wer|wann|wo|warum|wie|wieso',
  ),
  about: 'zu',
};

export const RUSSIAN: CueWords = {
  ...UNKNOWN,
  pronoun: words('он[аои]?|его|её|ее|их|ним|ними|ней|нём|нем|ему|ей|им|них'),
  person: words('он|она|его|её|ее|ему|ей|нём|нем|ней'),
  demonstrative: words('эт(?:о|от|а|и|ого|ой|их|ому|ими|у|им|ом)|т(?:о|от|ого|ой|ому)|таки[ех]'),
  opener: opening(
    'а|и|но|так|тогда|что насчёт|что насчет|как насчёт|как насчет|почему(?=[?\\s]*$)|когда(?=[?\\s]*$)|где(?=[?\\s]*$)|кто(?=[?\\s]*$)|зачем(?=[?\\s]*$)',
  ),
  swap: opening('(?:а|и|что насч[её]т|как насч[её]т)(?: (?:в|во|на|у|с|со|для|о|об|про|из|от|до))?'),
  backReference: words('друг(?:ой|ая|ие|их|ого)|там|тогда|тоже|также|оба|обе|тот же|те же'),
  newSubject: words('кстати|к слову|вернёмся|вернемся|что касается'),
  asks: words(
    'что|кто|кого|кому|когда|где|почему|зачем|какой|какая|какое|какие|каких|как|сколько|куда|откуда|ли|чем',
  ),
  asksWho: words('кто|кого|кому'),
  talk: words(
    'скажи|скажите|расскажи|расскажите|объясни|объясните|знаешь|пожалуйста|информация|пример|вещь|сколько|кто|когда|где|почему|какой|какая|какие|кому|кого|зачем',
  ),
  about: '',
};

/** A pronoun is mostly the ending of a word in Arabic: its noun has so many letters at least. */
const ARABIC_ENDINGS = /(?<!\p{L})(?!ال)\p{L}{3,}(?:ها|هم|هما|هن)(?!\p{L})/u;

export const ARABIC: CueWords = {
  ...UNKNOWN,
  pronoun: either(words('[وف]?(?:هي|هم|هما|هن|فيها?|منها?|عنها?|لها?|بها?|إليها?|عليها?)'), ARABIC_ENDINGS),
  person: words('[وف]?(?:هو|هي|له|لها|عنه|عنها)'),
  demonstrative: words('[وفبل]?(?:هذا|هذه|ذلك|تلك|هؤلاء|أولئك)'),
  opener: opening(
    'و(?:ماذا عن|في)|ماذا عن|ولكن|لكن|إذن|لماذا(?=[؟?\\s]*$)|متى(?=[؟?\\s]*$)|أين(?=[؟?\\s]*$)|كيف(?=[؟?\\s]*$)|وماذا|ولماذا|ومتى|وأين|وكيف|وكم|ومن',
  ),
  swap: opening('(?:و?ماذا عن|وفي|و(?=ال))'),
  backReference: words('هناك|آخر|أخرى|آخرون|نفسه|نفسها|أيضا|أيضًا|كذلك|كلاهما'),
  asks: words('[وف]?(?:ما|ماذا|من|متى|أين|لماذا|كيف|كم|هل|أي|أية)'),
  asksWho: words('[وف]?من'),
  talk: words('أخبرني|اشرح|قل|تعرف|فضلك|معلومات|مثال|شيء|كم|متى|أين|كيف|لماذا|هل'),
  about: 'عن',
};

export const HEBREW: CueWords = {
  ...UNKNOWN,
  pronoun: words(
    '[ושב]?(?:הם|הן|היא|הוא|אותו|אותה|אותם|אותן|שלו|שלה|שלהם|שלהן|בו|בה|בהם|לו|לה|להם|עליו|עליה|עליהם|ממנו|ממנה)',
  ),
  person: words('[וש]?(?:הוא|היא|לו|לה|אותו|אותה|שלו|שלה)'),
  demonstrative: words('[ושבלה]?(?:זה|זאת|זו|אלה|אלו|ההוא|ההיא|ההם)'),
  opener: opening(
    'ו?מה (?:עם|לגבי|בנוגע ל\\p{L}+)|אבל|אז|למה(?=[?\\s]*$)|מדוע(?=[?\\s]*$)|מתי(?=[?\\s]*$)|איפה(?=[?\\s]*$)|איך(?=[?\\s]*$)|ולמה|ומתי|ואיפה|ומי|וכמה|ובשנת|וב\\p{L}+',
  ),
  swap: opening('(?:ו?מה (?:עם|לגבי)|ובשנת)'),
  backReference: words('שם|אחר|אחרת|אחרים|אחרות|גם|אותו דבר|שניהם|שתיהן'),
  newSubject: words('דרך אגב|אגב|בנושא אחר'),
  asks: words('ו?(?:מה|מי|מתי|איפה|היכן|למה|מדוע|איך|כיצד|כמה|האם|איזה|איזו|אילו)'),
  asksWho: words('ו?מי'),
  talk: words(
    'ספר|ספרי|תגיד|תסביר|הסבר|יודע|בבקשה|מידע|דוגמה|דבר|של|על|את|עם|או|גם|לא|כן|מה|מי|מתי|איפה|היכן|למה|מדוע|איך|כיצד|כמה|האם|איזה|איזו|אילו|היה|היתה|הייתה|היו|יש|אין|הוא|היא|הם|הן|זה|זאת|אל|כי|אם|רק|כל',
  ),
  about: '',
};

export const CHINESE: CueWords = {
  ...UNKNOWN,
  pronoun: /它们?|他们|她们|其(?![他它中实次])/u,
  person: /[他她](?!们)/u,
  demonstrative: /[这那](?:个|些|里|种|次|位|件|家|座)?(?!么)/u,
  opener:
    /^\s*(?:那么?|还有|然后|可是|但是|为什么[？?\s]*$|为何[？?\s]*$|什么时候[？?\s]*$|怎么[？?\s]*$)|呢[？?\s]*$/u,
  swap: /^\s*(?:那么?)?(?:在)?(?=.*呢[？?\s]*$)/u,
  backReference: /其他|其它|另外|别的|那里|那时|当时|同样|两者|也/u,
  newSubject: /顺便|换个话题|说到/u,
  asks: /什么|谁|哪|为何|怎|多少|几|吗|是否|何时|何地/u,
  asksWho: /谁/u,
  talk: /告诉|解释|请|知道|信息|例子|东西|说|谈|问|谁是?|什么|哪里|是/u,
  about: '关于',
};
