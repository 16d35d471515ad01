/** By what a question leans on what was said before it, in one language. */
export interface CueWords {
  /** Stands for a thing, or for several, named before: it, its, they. */
  readonly pronoun: RegExp;
  /** Stands for one person: he, her. */
  readonly person: RegExp;
  /** Points back: these, those, that at the end. */
  readonly demonstrative: RegExp;
  /** Opens a question that is only half of one: and ..., what about ... */
  readonly opener: RegExp;
  /** Opens what takes the place of one thing in the question before, up to that thing: and in, what about. */
  readonly swap: RegExp;
  /** Measures against something named before: another, the same, there, the former. */
  readonly backReference: RegExp;
  /** Says that a new subject begins, or an old one again: by the way, speaking of. */
  readonly newSubject: RegExp;
  /** Makes a whole question: a question word, or a verb that opens one. */
  readonly asks: RegExp;
  /** Asks who, so that the answer begins with a person's name. */
  readonly asksWho: RegExp;
  /** A pronoun that stands for nothing: it is raining. */
  readonly expletive: RegExp;
  /** A verb without the one that it is said of: when was built? */
  readonly subjectless: RegExp;
  /** A noun with the definite article that nothing further describes: the movement? */
  readonly definite: RegExp;
  /** A noun that stands for somebody or something named before: the party, the island. */
  readonly standIn: RegExp;
  /** One word of asking and of talk (tell, mean, example): it names no subject. */
  readonly talk: RegExp;
  /** What stands before a subject whose verb follows it: did the ... */
  readonly beforeSubject: RegExp;
  /** Joins the parts of one name, or a noun and a name: the Treaty of Rome. */
  readonly joiner: RegExp;
  /** A word that ends no name or noun: together, built. */
  readonly trailing: RegExp;
  readonly comparative: RegExp;
  /** Names what is compared with, or what a noun belongs to: than, of. */
  readonly completed: RegExp;
  /** Goes before carried words in their brackets: a stop word of the language, or nothing. */
  readonly about: string;
}
