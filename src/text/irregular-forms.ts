/**
 * English forms that no stemmer brings to their base, as `base form form ...`: verbs that news uses, and a few nouns.
 * Forms that are commoner as another word (lay, found, saw, left, rose, bore, ground, felt, wound) stand with the verb all
 * the same: both sides of a match are mapped alike.
 */
const FORMS = `
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
write wrote written; die dying; tie tying;
man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; wife wives; half halves;
knife knives; thief thieves; self selves; shelf shelves; wolf wolves; crisis crises; analysis analyses
`;

const BASES: ReadonlyMap<string, string> = new Map(
  FORMS.split(';').flatMap((line): [string, string][] => {
    const [base = '', ...forms] = line.trim().split(/\s+/);
    return forms.map((form) => [form, base]);
  }),
);

/** The base of an irregular English form; the word itself for all others. Takes and gives a folded word. */
export function irregularBase(folded: string): string {
  return BASES.get(folded) ?? folded;
}
