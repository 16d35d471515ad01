import { either, opening, words } from './cue-patterns.ts';
import type { CueWords } from './cue-words.ts';

const AUXILIARIES =
  'is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had';
/** After these, "that" stands for something; elsewhere it mostly joins clauses. */
const BEFORE_THAT =
  'about|after|against|at|before|behind|besides|by|despite|during|for|from|in|into|like|of|on|over|to|under|with|without|than|do|did|does|doing|mean|means|is|was|are|were|why|how|when|where';
const HALF_QUESTIONS =
  'why|why not|why so|how so|how come|how|when|where|who|which one|which ones|since when|to whom|by whom|with whom';

/** English: the language in which following up is measured (`scripts/bench-followups.ts`). */
export const ENGLISH: CueWords = {
  pronoun: words("it|its|itself|they|them|their|theirs|themselves|it's|they're|they've|they'll"),
  person: words("he|him|his|himself|she|her|hers|herself|he's|she's|he'd|she'd"),
  demonstrative: either(
    words('(?:this|these|those|such)(?! (?:morning|evening|week|month|year|time|day))'),
    opening("that(?:'s)?"),
    words(`(?:${BEFORE_THAT}) that(?! \\p{L}+(?:ed|ing))`),
    /\bthat[?.!]*\s*$/iu,
  ),
  opener: either(
    opening(
      'and|but|or|so|then|also|plus|what about|how about|what if|anything|any other|no|not|i mean|i meant|you mean|you said|you mentioned|oh|ok|okay|well|what else|who else|along with|if so|in that case',
    ),
    new RegExp(`^\\W*(?:${HALF_QUESTIONS})\\W*$`, 'iu'),
  ),
  swap: opening(
    '(?:(?:ok|okay|so),? )?(?:and (?:what|how) about|what about|how about|and|or)(?: (?:in|for|by|from|at|on|of|with|during|after|before|since))?(?: the)?',
  ),
  backReference: words(
    'other|others|another|else|same|both|either|neither|instead|former|latter|similar|otherwise|again|too|one|ones|afterwards?|back then|at that time|there(?! (?:is|are|was|were|be|been|any|a|an)(?!\\p{L}))(?<!(?:is|are|was|were|be|been) there)',
  ),
  newSubject: words(
    'by the way|speaking (?:about|of)|talking (?:about|of)|going back to|back to|changing the (?:subject|topic)|another question|regarding',
  ),
  asks: either(
    words('what|who|whom|whose|when|where|why|which|how'),
    opening(`${AUXILIARIES}|name|list|tell|give|explain|describe|define|show|compare`),
  ),
  asksWho: words('who|whom|whose'),
  expletive: words(
    'it (?:is|was|be|rains?|snows?|takes?|costs? \\w+) (?:to|that|raining|snowing)|(?:is|was|be|make|makes|made|find) it (?:(?:so|very|more|less|still|also|even|really) )?\\w+ (?:to|that|for|if|when)|(?:does|did|will|would) it (?:take|matter)',
  ),
  subjectless: either(
    new RegExp(
      `^\\W*(?:(?:and|so|but) )?(?:when|where|how|why) (?:${AUXILIARIES}) \\p{Ll}+(?:ed|en|own|ilt|und|old|ept|ost)\\W*$`,
      'iu',
    ),
    /^\W*(?:(?:and|so|but) )?(?:who|what|which|where|when|how|how many|how much|how often) (?:else )?(?!about)\p{Ll}+\W*$/iu,
  ),
  beforeSubject:
    /(?<!\p{L})(?:do|does|did|can|could|will|would|shall|should|may|might|must)(?: (?:the|an?|and|\p{Lu}[\p{L}'’-]*))* $/u,
  joiner: /^ (?:of|of the|and|and the) $/u,
  definite:
    /(?<!\p{L})the \p{Ll}+(?: \p{Ll}+)?(?: ?[?.!,]| (?:is|was|are|were|and|or|do|did|does)(?!\p{L})|$)/u,
  standIn: words(
    '(?:party|movement|group|faction|organi[sz]ation|compan|firm|club|team|union|bank|agenc|ministr|government|administration|cabinet|regime|coalition|parliament|council|committee|court|church|school|universit|hospital|newspaper|paper|station|state|countr|nation|territor|region|province|district|cit|town|village|capital|island|area|place|site|building|man|woman|person|leader|president|minister|premier|king|queen|prince|governor|mayor|chief|chairman|chairwoman|head|spokesman|spokeswoman|official|candidate|author|writer|player|army|force|militia|police|people|famil|book|film|movie|song|deal|agreement|accord|treaty|law|plan|report|article|meeting|talk|event|day|time|year)(?:s|y|ies)?',
  ),
  talk: words(
    "tell|explain|clarify|know|mean|means|meant|please|information|info|talk|talking|speak|speaking|give|say|said|want|like|help|need|example|examples|thing|things|question|many|much|long|get|got|use|used|using|work|works|happen|happens|happened|called|name|way|kind|type|make|makes|made|take|takes|find|go|yes|ok|okay|thanks|hi|hello|wow|let|see|think|going|list|show|describe|difference|differences|different|good|best|better|also|us|would|hey|maybe|sure|i'd|i'm|reason|come|years?|since|done|important|asks?|asked|now|right|rather|just|able|time|within|soon|pretty|old|enough",
  ),
  trailing:
    /^(?:\p{Ll}{2,}(?:ing|ed|ly)|built|found|known|made|held|won|said|available|necessary|possible|together|along|away|familiar|require|requires|include|includes|become|became|began|begin|start|starts|fail|fails)$/u,
  comparative: words(
    'more|less|fewer|better|worse|bigger|larger|smaller|higher|lower|older|younger|longer|shorter|faster|slower|cheaper|earlier|later|safer|easier|harder|stronger|weaker|most|least|biggest|largest|best|first|last',
  ),
  completed: words('than|of|between|in|to'),
  about: 'about',
};
