import type { Happening } from './gateway.ts';
import type { StoredInteraction } from './interactions.ts';
import type { World } from './world.ts';

/** What the parts of the fake share. */
export interface Discord {
  readonly world: World;
  readonly interactions: Map<string, StoredInteraction>;
  readonly settings: {
    readonly acknowledgeWithinMs: number;
    readonly tokenLifetimeMs: number;
    readonly isPublic: boolean;
  };
  /** Where uploaded files are downloaded from. */
  readonly cdnUrl: string;
  readonly gatewayUrl: string;
  dispatch(happening: Happening): void;
  /** Notes what Discord's rules forbid. */
  violate(what: string): void;
}
