import { ja, ko, zh } from './east-asian.ts';
import { da, de, nl, no, sv } from './germanic.ts';
import { fa, hi } from './indo-iranian.ts';
import { es, fr, it, pt, ro } from './romance.ts';
import { ar, he } from './semitic.ts';
import { bg, cs, pl, ru, uk } from './slavic.ts';
import { id, th, vi } from './south-east-asian.ts';
import { el, fi, hu, tr } from './turkish-greek-uralic.ts';
import type { Wording } from './wording.ts';

/** By primary language subtag; English has rules of its own. */
export const WORDINGS: ReadonlyMap<string, Wording> = new Map(
  Object.entries({
    ...{ es, fr, it, pt, ro },
    ...{ da, de, nl, no, sv, nb: no, nn: no },
    ...{ bg, cs, pl, ru, uk },
    ...{ el, fi, hu, tr },
    ...{ ar, he, fa, hi },
    ...{ ja, ko, zh, id, th, vi },
  }),
);

/** How a language (BCP 47) asks and answers; undefined where that is not known, or it is English. */
export function wordingOf(language: string): Wording | undefined {
  return WORDINGS.get(language.toLowerCase().split('-')[0] ?? '');
}
