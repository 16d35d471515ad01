/**
 * What kind of thing answers a question, told from its wording (English; other languages get `other`).
 */
export type AnswerType =
  | 'person'
  | 'place'
  | 'time'
  | 'number'
  | 'money'
  | 'percent'
  | 'duration'
  | 'reason'
  | 'manner'
  | 'statement'
  | 'name'
  | 'definition'
  | 'yes-no'
  | 'other';

export const ANSWER_TYPES: readonly AnswerType[] = [
  'person',
  'place',
  'time',
  'number',
  'money',
  'percent',
  'duration',
  'reason',
  'manner',
  'statement',
  'name',
  'definition',
  'yes-no',
  'other',
];

const PERSON_NOUN =
  'player|president|actor|actress|singer|author|writer|politician|minister|leader|senator|governor|king|queen|coach|artist|musician|scientist|person|man|woman|candidate|star|director|judge|justice|official|athlete|congressman|congresswoman|celebrity|rapper|founder|chief|general|individual|prodigy|executive|ceo|character|quarterback|philosopher|emperor|theorist|spokesman|spokeswoman';
const PLACE_NOUN =
  'country|city|state|town|place|region|continent|nation|island|village|county|province|location|capital|airport|river|district|area|neighborhood|venue|stadium|street|park';
const TIME_NOUN = 'year|month|day|date|century|decade|season|week|time|era|weekday|hour';
const NUMBER_NOUN =
  'number|amount|population|total|magnitude|score|size|rank|age|distance|height|length|weight|speed|temperature|width|depth|area|ratio|rate|frequency|minimum';

/** Words that may stand between "which" and the noun that it asks for: no verb, preposition or article begins another phrase. */
const BETWEEN =
  "(?:(?!(?:of|by|this|that|in|on|at|for|to|from|with|did|do|does|was|is|were|are|has|have|had|the|an?|his|her|their|its|who|will|would|can|could|owned|called|named|lowered|became)\\b)[\\w’'-]+ )";

/** First rule that fits wins, so the particular stand before the general. */
const RULES: readonly (readonly [RegExp, AnswerType])[] = [
  [/\b(?:what|which) (?:percent|percentage|share|proportion)|\bhow many percent/i, 'percent'],
  [
    /\bhow much (?:money|does it cost|did it cost|do(?:es)? .* cost)|\bhow much .*\b(?:cost|pay|paid|worth|spend|spent|earn|earned|price|prize|debt|fine[ds]?|raise[ds]?|salary|wage|damages?|budget|donate[ds]?)\b|\bwhat (?:is|was|are|were) the (?:price|cost|salary|fee|minimum wage|fine|net worth|budget)\b|\b(?:which|what) (?:\w+ )?(?:price|cost|salary|fee|sum)\b/i,
    'money',
  ],
  [/\bhow long (?:ago|since)\b|\bsince when\b/i, 'time'],
  [
    /\bhow long\b|\bfor how (?:many|long) |\bhow many (?:years|months|weeks|days|hours|minutes|seconds|decades|centuries)\b/i,
    'duration',
  ],
  [
    /\bhow (?:many|much|old|far|tall|high|big|large|fast|deep|wide|heavy|often|hot|cold|small|few|close)\b/i,
    'number',
  ],
  [
    new RegExp(
      `\\b(?:what|which|whose) ${BETWEEN}{0,3}?(?:${TIME_NOUN})s?\\b|\\b(?:on|in|at|during|from) what (?:${TIME_NOUN})`,
      'i',
    ),
    'time',
  ],
  [/\bwhen\b(?! (?:it comes|asked))/i, 'time'],
  [/\bwho\b|\bwhom\b|\bwhose\b/i, 'person'],
  [new RegExp(`\\b(?:what|which)(?: of the)? ${BETWEEN}{0,4}?(?:${PERSON_NOUN})s?\\b`, 'i'), 'person'],
  [/\bwhere(?:abouts)?\b/i, 'place'],
  [new RegExp(`\\b(?:what|which)(?: of the)? ${BETWEEN}{0,4}?(?:${PLACE_NOUN})s?\\b`, 'i'), 'place'],
  [
    new RegExp(
      `\\b(?:what|which)(?: is| was| were| are)?(?: the)? (?:[\\w-]+ ){0,2}?(?:${NUMBER_NOUN})s?\\b`,
      'i',
    ),
    'number',
  ],
  [
    /\bwhy\b|\bwhat (?:caused|causes|led to|is the reason|was the reason|reason)|\bfor what reason|\bhow come\b/i,
    'reason',
  ],
  [
    /\bwhat (?:did|does|do|has|have|had|was|were|is) (?:.+ )?(?:say|said|says|think|thinks|claim|claimed|tell|told|argue|argued|announce|announced|warn|warned|believe|suggest|promise|promised|view|position|stance|opinion|comment|deny|denied|demand|demanded|urge|urged|call|called)\b|\bview of\b|\bviews on\b/i,
    'statement',
  ],
  [/\bhow\b/i, 'manner'],
  [
    /^\s*(?:what|who) (?:is|are|was|were) (?:an? |the )?[\w' -]{2,40}\??\s*$|\bdefin(?:e|ition)\b|\bmeaning of\b|\bwhat does .* (?:mean|stand for)\b/i,
    'definition',
  ],
  [/\b(?:what|which)\b/i, 'name'],
  [
    /^\s*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|after|between)\b/i,
    'yes-no',
  ],
];

/** The kind of answer that an English question asks for. */
export function answerType(question: string): AnswerType {
  for (const [pattern, type] of RULES) if (pattern.test(question)) return type;
  return 'other';
}
