export const SEATS = 'How many seats of the electoral districts did Hamas win?';

const claim = (text: string) => ({ text: `${text}.`, quotes: [{ passage: 'p1', text }] });

/** What a model replies to `SEATS`: two claims that the seeds bear out, and one that they do not. */
export const PARTLY_TRUE_DRAFT = JSON.stringify({
  declined: false,
  claims: [
    claim('Hamas had won every one of the 66 seats of the electoral districts'),
    claim('Hamas had won all 132 seats of the moon'),
    claim('Khaled Mashal telephoned the Palestinian President, Mahmoud Abbas'),
  ],
});
