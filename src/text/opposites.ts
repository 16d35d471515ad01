import { stem } from './words.ts';

/**
 * English words that say the opposite of each other, side against side. Only such as seldom mean anything else: `first`
 * and `last` are left out, since `last` also says `most recent`, and `over` and `under`, which are hardly words.
 */
const PAIRS = `
increase rise grow gain raise climb expand | decrease fall decline shrink drop lower reduce cut contract
east eastern | west western
north northern | south southern
public | private
best | worst
largest biggest greatest | smallest least
highest | lowest
oldest | youngest newest
longest | shortest
more | less fewer
similar same | different disparate
correct correctly right | incorrect incorrectly wrong
accept approve adopt pass endorse back | reject dismiss veto refuse
support favour favor | oppose
win beat | lose
allow permit | ban forbid prohibit prevent
open | close shut
begin start launch | end stop finish
agree | disagree
cause | prevent
help assist enable | hinder hamper prevent disable
follow | precede
confirm admit acknowledge | deny
arrive enter join | leave depart withdraw quit
survive | die
friend ally | enemy foe
majority | minority
maximum | minimum
success succeed | failure fail
early earlier | late later
inside inner internal within | outside outer external
male man | female woman
rich wealthy | poor
large big | small little
high | low
strong | weak
hot warm | cold cool
wet | dry
positive | negative
advantage | disadvantage drawback
legal lawful | illegal unlawful
import | export
domestic | foreign
urban | rural
modern | ancient
simple | complex complicated
rare | common
buy purchase | sell
hire employ appoint | fire dismiss sack
attack | defend
victory | defeat
peace | war
active | inactive passive
formal | informal
direct | indirect
dependent | independent
natural | artificial
major | minor
include | exclude
above | below
superior | inferior
create build | destroy
deep | shallow
thick | thin
wide | narrow
heavy | light
fast quick | slow
difficult hard | easy
full | empty
safe | dangerous unsafe
true | false
alive living | dead
guilty | innocent
convict | acquit
arrest detain | release free
encourage | discourage
lend | borrow
save | spend
remember | forget
optimist optimistic | pessimist pessimistic
voluntary | compulsory mandatory
temporary | permanent
ascend | descend
`;

/** Said before a word, these make its opposite. */
const TURNING = /^(?:un|non|dis|im|in|ir|il|anti)-?(?=\p{L}{4})/u;

const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = readPairs();

function readPairs(): Map<string, Set<string>> {
  const opposites = new Map<string, Set<string>>();
  for (const line of PAIRS.trim().split('\n')) {
    const [left = [], right = []] = line.split('|').map((side) =>
      side
        .trim()
        .split(' ')
        .map((word) => stem(word, 'en')),
    );
    for (const [side, other] of [
      [left, right],
      [right, left],
    ] as const) {
      for (const word of side) opposites.set(word, new Set([...(opposites.get(word) ?? []), ...other]));
    }
  }
  return opposites;
}

/** Whether two folded English words say the opposite of each other: `increasing`, `decreased`; `legal`, `unlawful`; `reserved`, `unreserved`. */
export function areOpposite(a: string, b: string): boolean {
  const [left, right] = [stem(a, 'en'), stem(b, 'en')];
  if (left === right) return false;
  return OPPOSITES.get(left)?.has(right) === true || turns(a, right) || turns(b, left);
}

/** Whether a word is another one with a prefix that turns it round. */
function turns(word: string, stemmed: string): boolean {
  const bare = word.replace(TURNING, '');
  return bare !== word && stem(bare, 'en') === stemmed;
}
