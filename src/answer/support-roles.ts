/** Who did what to whom: a claim held against its quotes. */
import type { Evidence, SupportProblem } from './evidence.ts';
import { type Roles, readRoles } from './read-roles.ts';
import { shareName } from './same-name.ts';
import { type SupportWord, sharesStem } from './support-words.ts';

/** Names in the claim that do to each other what the quotes have the other way round. */
export function checkRoles({
  claimSentences,
  quoteSentences,
  quoteWords,
}: Evidence): readonly SupportProblem[] {
  const given = quoteSentences.flatMap(readRoles);
  const isSwapped = claimSentences.flatMap(readRoles).some((claimed) => {
    const same = given.filter(({ anchor }) => anchor.stem === claimed.anchor.stem);
    if (same.length === 0) return false;
    return (
      same.every((roles) => areSwapped(claimed, roles)) ||
      same.every((roles) => haveChangedSides(claimed, roles)) ||
      same.every((roles) => isOtherActor(claimed, roles, quoteWords))
    );
  });
  return isSwapped ? ['roles'] : [];
}

/** Whether somebody else does it in the quote, where the claim's actor does something else. */
function isOtherActor(claimed: Roles, given: Roles, quoteWords: readonly SupportWord[]): boolean {
  if (claimed.actors.length === 0 || given.actors.length === 0) return false;
  // `demanded nine years` and `demanded his acquittal` are two things.
  const isOther =
    claimed.objects.length > 0 && given.objects.length > 0 && !sharesStem(claimed.objects, given.objects);
  if (isOther || given.actors.every(({ folded }) => GENERIC.test(folded))) return false;
  return shareName(claimed.actors, quoteWords) && !shareName(claimed.actors, given.actors);
}

/** Nouns that stand for something named before: `the disease` for cholera. */
const GENERIC =
  /^(?:disease|illness|virus|company|firm|group|organisation|organization|country|nation|state|city|town|team|club|party|man|woman|person|people|pair|couple|two|bill|law|plan|project|ship|vessel|plane|aircraft|building|book|film|document|agreement|deal|accord)$/;

/** `the landowners accuse the union` of quotes in which the union accuses landowners. */
function haveChangedSides(claimed: Roles, given: Roles): boolean {
  const [claimedObject, givenObject] = [claimed.objects.slice(0, 1), given.objects.slice(0, 1)];
  return (
    sharesStem(claimed.actors, givenObject) &&
    !sharesStem(claimed.actors, given.actors) &&
    sharesStem(claimedObject, given.actors)
  );
}

function areSwapped(claimed: Roles, given: Roles): boolean {
  return (
    (shareName(claimed.agent, given.patient) && !shareName(claimed.agent, given.agent)) ||
    (shareName(claimed.patient, given.agent) && !shareName(claimed.patient, given.patient))
  );
}
