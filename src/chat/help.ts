import type { Block } from '../render/block.ts';
import { sayBlock } from './say.ts';

export interface HelpFacts {
  readonly documents: number;
  /** Days for which questions and answers are kept; 0 where they go with their conversation. */
  readonly days: number;
  /** The platform's commands, as a person types them. */
  readonly myData: string;
  readonly forgetMe: string;
  readonly isModerator: boolean;
}

/** What the bot does, how, and what it keeps. */
export function renderHelp({ isModerator, ...facts }: HelpFacts, locale: string): readonly Block[] {
  return [
    sayBlock('helpAsk', locale),
    sayBlock('helpHow', locale, { documents: facts.documents }),
    sayBlock(facts.days > 0 ? 'helpPrivacy' : 'helpPrivacyUnkept', locale, {
      days: facts.days,
      myData: facts.myData,
      forgetMe: facts.forgetMe,
    }),
    ...(isModerator ? [sayBlock('helpModerators', locale)] : []),
  ];
}
