/**
 * English forms that no stemmer brings to their base, as `base form form ...`. Forms that are commoner as another word
 * (lay, found, saw, left, rose, bore, felt, wound) stand with the verb all the same: both sides of a match are mapped
 * alike. Index terms are made with these rows: a change here raises FORMAT_VERSION of the index.
 */
const VERBS = `
arise arose arisen; awake awoke awoken; beat beaten; become became; begin began begun; bend bent; bind bound; bite bit bitten;
bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt; buy bought; catch caught;
choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk;
drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fling flung;
fly flew flown; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten;
give gave given; go went gone; grind ground; grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept;
kneel knelt; know knew known; lead led; leap leapt; learn learnt; leave left; lend lent; lie lay lain lying; light lit; lose lost;
make made; mean meant; meet met; mistake mistook mistaken; oversee oversaw overseen; overtake overtook overtaken;
overthrow overthrew overthrown; pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen;
seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung;
sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; speed sped; spend spent; spill spilt; spin spun;
split splitting; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung; strike struck stricken;
strive strove striven; swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach taught; tear tore torn;
tell told; think thought; throw threw thrown; undergo underwent undergone; understand understood; undertake undertook undertaken;
wake woke woken; wear wore worn; weave wove woven; win won; withdraw withdrew withdrawn; withstand withstood; wring wrung;
write wrote written; die dying; tie tying
`;
const NOUNS = `
man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; wife wives; half halves;
knife knives; thief thieves; self selves; shelf shelves; wolf wolves; crisis crises; analysis analyses
`;

/** Rows for checking statements only: stop words, forms that a stemmer brings together too, and words of one matter. */
const CHECKED_VERBS = `
be was were been being is are am; cut cutting; die died; do does did done; have had has; lay laid; meet meeting meetings;
say says; shut shutting; win winning
`;
const CHECKED_NOUNS = 'die dead death deaths; person people persons; life lives';

/** Forms that are oftener another word than the verb: `a torn ligament`, `a bit`. */
const SELDOM_VERBS: ReadonlySet<string> = new Set(
  'bent bit drunk frozen ground lay mistaken stricken torn'.split(' '),
);

const TERM_VERBS = basesOf(VERBS);
const TERM_BASES: ReadonlyMap<string, string> = new Map([...TERM_VERBS, ...basesOf(NOUNS)]);
const VERB_FORMS: ReadonlyMap<string, string> = new Map([...TERM_VERBS, ...basesOf(CHECKED_VERBS)]);
const LEMMAS: ReadonlyMap<string, string> = new Map([
  ...TERM_BASES,
  ...VERB_FORMS,
  ...basesOf(CHECKED_NOUNS),
]);

/** Each form of the rows with its base. */
function basesOf(rows: string): [form: string, base: string][] {
  return rows.split(';').flatMap((row): [string, string][] => {
    const [base = '', ...forms] = row.trim().split(/\s+/);
    return forms.map((form) => [form, base]);
  });
}

/** The base of an irregular English form as index terms have it; the word itself for all others. Takes a folded word. */
export function irregularBase(folded: string): string {
  return TERM_BASES.get(folded) ?? folded;
}

/** The same for checking what is said: brings more together, `meeting` and `met`, `death` and `died`. */
export function lemma(folded: string): string {
  return LEMMAS.get(folded) ?? folded;
}

/** Whether a folded English word is a form of a verb that does not end in -ed. */
export function isIrregularVerbForm(folded: string): boolean {
  return VERB_FORMS.has(folded) && !SELDOM_VERBS.has(folded);
}
