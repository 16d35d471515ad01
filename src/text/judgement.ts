/**
 * What a question asks for that no source can settle. `verdict`: who is right, which side is better, whose side the bot
 * is on. `stance`: whether something is good, should be or is to be called so; there sources take positions.
 */
export type Judgement = 'verdict' | 'stance';

/** Ways in that change nothing: "So, tell me, who is right?" */
const LEAD_IN =
  /^(?:(?:so|and|but|ok|okay|well|now|then|please|honestly|be honest|in your opinion|tell me|(?:can|could) you tell me)[,:]? )+/;

/** Somebody whose judgement is asked for, which a source can tell: "Is it evil, according to the court?" */
const NAMES_A_JUDGE =
  /\b(?:according to|in the (?:eyes|view|opinion) of|says?|said|thinks|thought|believes|believed|claims?|claimed|considers?|considered|calls?|called|regards?|regarded|seen as|deemed|ruled|found|declared|designated|classified|labell?ed|listed|recogni[sz]ed|convicted|charged|accused|suspected)\b/;

const SIDE =
  '(?: (?:side|party|one|group|people|country|nation|camp|leader|of (?:them|these|those|the two)))?';
const VERY = '(?: (?:really|actually|truly|morally|just|all|so|that|such|a|an|the|more|most|still))*';
const MERIT =
  '(?:(?:in the )?(?:right|wrong)|to blame|at fault|good|bad|better|best|worse|worst|evil|moral|(?:good|bad) (?:guys?|ones?|sides?)|heroe?s?|villains?)';
const WHERE = String.raw`(?: (?:here|now|in (?:this|that|the|all (?:of )?this)(?: [\p{L}-]+){0,3})|(?: ?[,:—–-]) ?.+ or .+| (?:between|of) .+ and .+)?`;

/** A label that a side gives and another one denies. */
const LABEL = [
  'evil|wicked|(?:im)?moral|cruel|barbaric|monstrous|(?:un)?fair|(?:un)?just|(?:un)?justified|(?:il)?legitimate|corrupt',
  'racists?|fascists?|nazis?|dictators?|tyrants?|liars?|heroe?s?|villains?|martyrs?|freedom fighters?|war criminals?',
  'terrorists?(?: (?:organi[sz]ation|group|movement|state|party|army|regime)s?)?|terrorism|acts? of terror(?:ism)?',
  'apartheid(?: (?:state|regime|country))?|genocid(?:e|al)|ethnic cleansing|war crimes?|crimes? against humanity',
  'to blame|(?:good|bad) (?:guys?|people|person|man|men|woman|women|leaders?|president|idea|thing)',
].join('|');

/** "Why do you call them that?" The sources do. */
const CALLS_THE_BOT_TO_ACCOUNT =
  /^(?:why|how) (?:do|are|did|would|can) you (?:call|calling|say|saying|claim|claiming)\b/;

/** Who asks whether they should asks for advice, which a source may give. */
const ADVISED =
  /^(?:why |what )?should(?:n'?t)? (?:i|we|you|my|one|(?:the )?(?:residents|drivers|motorists|travell?ers|passengers|patients|parents|customers|consumers|users|visitors|tourists|shoppers|homeowners|voters))\b/;

const VERDICTS: readonly RegExp[] = [
  new RegExp(
    `^(?:who|which${SIDE}|what side)(?:'s| is| are| was| were| do you (?:think|believe) (?:is|are|was|were))${VERY} ${MERIT}${WHERE}$`,
    'u',
  ),
  /^whose (?:fault|side) (?:is|was|are) (?:it|this|that|all this|you on)$/,
  /^(?:do|don'?t|would) you (?:support|like|love|hate|condemn|defend|prefer|side with|agree with|stand with|approve of)\b/,
  /^who(?:m)? (?:do|would) you (?:support|prefer|side with|stand with|vote for|like|believe|agree with)\b/,
  /^are you (?:for|against|pro|anti|on|biased|unbiased|neutral|objective|impartial|partisan)\b/,
  /^what(?:'s| is| are| do)? (?:your (?:opinions?|views?|take|position|stance|thoughts?)|you think)(?: (?:on|about|of) (?:it|this|that|them|these|all this))?$/,
  // The commonest of them elsewhere.
  /^¿?\s?quién tiene (?:la )?(?:razón|culpa)$|^¿?\s?de quién es la culpa$/,
  /^qui a (?:raison|tort)$|^à qui la faute$/,
  /^wer (?:hat (?:recht|unrecht)|ist (?:im recht|schuld))$/,
  /^кто (?:прав|виноват|хуже|лучше)$/u,
  /^من (?:هو )?(?:على حق|المحق|المخطئ|المذنب)$/u,
  /^מי (?:צודק|טועה|אשם)$/u,
];

const STANCES: readonly RegExp[] = [
  /^should(?:n'?t)? .+ .+/,
  new RegExp(
    `^(?:why |how come )?(?:is|are|was|were|isn'?t|aren'?t|wasn'?t|weren'?t) (?!there ).+?${VERY} (?:${LABEL})$`,
    'u',
  ),
  new RegExp(`^why (?:[\\p{L}'-]+ ){1,4}(?:is|are|was|were)${VERY} (?:${LABEL})$`, 'u'),
  /^(?:is|are|was|were|do|does) .+ (?:good or (?:bad|evil)|right or wrong|better or worse)$/,
  /^(?:explain|tell me|say) (?:why|how|that) .+ (?:is|are|was|were) (?:so )?(?:good|bad|right|wrong)$/,
  /^can .+ be trusted$/,
  /^(?:is|was|isn'?t) it (?:ever |really |morally )?(?:fair|unfair|just|unjust|justified|right|wrong|moral|immoral|ethical|unethical|acceptable) (?:to|for) /,
  /^(?:did|does|do|has|have|had|is|are|was|were) .+ commit(?:ted|ting)? (?:an? )?(?:act of )?(?:war crimes?|crimes? against humanity|genocide|ethnic cleansing|terrorism)$/,
  /^who(?:'s| is| are| was| were) (?:the )?(?:real )?(?:terrorists?|aggressors?|oppressors?)$/,
  /^who(?:'s| is| was) (?:to blame|at fault) (?:for|in) /,
  /^whose fault (?:is|was|are|were) /,
  /^(?:does|do|did) .+ deserve\b|^who deserves\b/,
  /^(?:do|don'?t) you (?:think|believe|feel) .+ should .+/,
  // Said and not asked: "They are terrorists, right?"
  new RegExp(
    `^(?!how|which|what|when|where|who).+ (?:is|are|was|were)${VERY} (?:${LABEL})(?:,? (?:right|correct|no|yes|isn'?t it|aren'?t they))?$`,
    'u',
  ),
  /^what (?:do you think (?:of|about)|(?:is|are|'s) your (?:opinions?|views?|take|position|stance|thoughts?) (?:on|about|of)) /,
];

/** The same of somebody named; of a thing, it may be asked whether it is correct, or how it is done. */
const STANCES_ON_NAMED: readonly RegExp[] = [
  new RegExp(`^(?:is|are|was|were) .+?${VERY} (?:right|wrong|good|bad)$`, 'u'),
  /^why should(?:n'?t)? .+ .+|^what should(?:n'?t)? .+ do\b/,
];

/** A name behind the words that open the question; in small letters throughout, whatever no article stands before. */
function isOfNamed(question: string): boolean {
  if (/\p{Lu}/u.test(question.slice(1)))
    return /^\P{L}*(?:\p{L}+\s+){1,2}(?:[Tt]he\s+)?\p{Lu}/u.test(question);
  return !/(?<!\p{L})(?:the|an?|this|that|these|those|it|they|my|our|your|his|her|their)(?!\p{L})/iu.test(
    question,
  );
}

/** What judgement a question asks for, if any: in English, and in other languages the commonest verdicts. */
export function readJudgement(question: string): Judgement | undefined {
  const text = question
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s?!.…؟"“”]+$/u, '')
    .replace(LEAD_IN, '');
  if (VERDICTS.some((form) => form.test(text))) return 'verdict';
  if (CALLS_THE_BOT_TO_ACCOUNT.test(text)) return 'stance';
  if (NAMES_A_JUDGE.test(text) || ADVISED.test(text)) return undefined;
  const takesStance =
    STANCES.some((form) => form.test(text)) ||
    (STANCES_ON_NAMED.some((form) => form.test(text)) && isOfNamed(question.trim()));
  return takesStance ? 'stance' : undefined;
}
