/** Greetings and thanks in the languages that the bot's own words are in, whole. */
const GREETING =
  /^(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|night|day)|thanks?|thank you|thx|ty|bye|goodbye|see you|ok(?:ay)?|cool|great|lol|hola|buen[oa]s (?:días|tardes|noches)|gracias|adiós|bonjour|bonsoir|salut|merci|hallo|guten (?:tag|morgen|abend)|danke|tschüss|привет|здравствуйте?|спасибо|пока|مرحبا|السلام عليكم|أهلا|شكرا|שלום|היי|תודה)(?:,? (?:there|bot|footnote|you|all|everyone|again|a lot|so much|very much|schön|beaucoup))*$/u;

/** What is asked of the bot or said to it, and no document tells. */
const TO_THE_BOT: readonly RegExp[] = [
  /^(?:who|what) (?:are|r) (?:you|u)$/,
  /^who (?:made|created|built|wrote|programmed|trained|runs|owns|pays) (?:you|u)$/,
  /^(?:what|who|how old|how smart|how) (?:is|are|r|'s) (?:you|u|your (?:name|purpose|job|age|model|(?:system )?prompt|instructions?|sources?))(?: today| doing)?$/,
  /^what'?s your (?:name|purpose|job|age|model|(?:system )?prompt|instructions?)$/,
  /^how do you (?:work|do|function)$/,
  /^what (?:can|do) you (?:do|know)$/,
  /^(?:can|could|will) you (?:please )?help(?: me)?$/,
  /^(?:are|r) (?:you|u) (?:really |just )?(?:an? )?(?:bot|robot|machine|human|person|real|alive|ai|chatgpt|gpt|language model|there|ok|okay|stupid|dumb)$/,
  /^(?:you|u)(?: are|'re| r)? (?:an? |so |very |really |such an? |just )*(?:stupid|dumb|idiot|useless|bad|wrong|liar|lying|great|good|nice|smart|awesome|the best|bot)(?: bot)?$/,
  /^(?:fuck|screw|damn|love|hate) (?:you|u|off|this bot)$|^(?:i (?:love|hate) (?:you|u|this bot))$|^shut up$/,
];

/** Whether a message greets, thanks, or is about the bot itself: no question for the documents. */
export function isTalk(message: string): boolean {
  const text = message
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[\s¡¿]+|[\s?!.…؟]+$/gu, '');
  return GREETING.test(text) || TO_THE_BOT.some((form) => form.test(text));
}
