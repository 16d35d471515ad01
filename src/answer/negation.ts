/** Words that turn a statement into its opposite, in the languages that Footnote reads. */

const NEGATIONS = new Set(
  `no not none never neither nor nobody nothing nowhere without cannot cant wont dont doesnt didnt isnt arent wasnt
  werent hasnt havent hadnt wouldnt couldnt shouldnt mustnt neednt aint hardly scarcely barely
  nunca jamás jamas ni sin tampoco ningún ningun ninguno ninguna nadie nada
  не ни нет никогда никто ничего без
  لا لم لن ليس ليست غير بدون
  不 没 沒 無 无 未 非 别 別`
    .trim()
    .split(/\s+/),
);

/** Whether a folded word (`fold` of words.ts, apostrophes inside it or not) negates. */
export function isNegation(folded: string): boolean {
  const bare = folded.replace(/['’ʼ]/gu, '');
  return NEGATIONS.has(bare) || /n['’ʼ]t$/u.test(folded);
}
