/** Irregular English forms that a stemmer does not bring together, each row with its base form first. */
const VERBS = `
be was were been being is are am
beat beaten
become became
begin began begun
bind bound
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came
cut cutting
deal dealt
die died dying dead death deaths
do did done does
draw drew drawn
drive drove driven
fall fell fallen
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
get got gotten
give gave given
go went gone
grow grew grown
have had has
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
leave left
lend lent
lose lost
make made
mean meant
meet met meeting meetings
pay paid
rise rose risen
run ran
say said says
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shoot shot
show shown
shut shutting
sink sank sunk
sit sat
speak spoke spoken
spend spent
stand stood
steal stole stolen
strike struck
swear swore sworn
take took taken
teach taught
tell told
think thought
throw threw thrown
wear wore worn
win won winning
withdraw withdrew withdrawn
write wrote written
`;

const NOUNS = `
man men
woman women
child children
person people persons
wife wives
life lives
`;

const formsOf = (rows: string): readonly (readonly [string, string])[] =>
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [base = '', ...forms] = row.split(' ');
      return forms.map((form) => [form, base] as const);
    });

const VERB_FORMS: ReadonlyMap<string, string> = new Map(formsOf(VERBS));
const LEMMAS: ReadonlyMap<string, string> = new Map([...VERB_FORMS, ...formsOf(NOUNS)]);

/** Past forms that do not end in -ed: signs of a verb. */
export const isIrregularForm = (folded: string): boolean =>
  VERB_FORMS.has(folded) && !/^dea(?:d$|th)/.test(folded);

/** The base form of a folded English word, or the word itself. */
export const lemma = (folded: string): string => LEMMAS.get(folded) ?? folded;
