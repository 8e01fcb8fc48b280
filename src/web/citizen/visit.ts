import type { Actor } from '../../platform/actor.ts';
import type { ResidentPage } from '../../residents/residentView.ts';
import type { Expected } from '../../sittings/partySittings.ts';
import type { PartySession } from './session.ts';

/** A resident who showed the PIN, and what he may see. */
export type Visit = {
  session: PartySession;
  actor: Actor;
  view: ResidentPage;
  /** Until when the center answers, if he says now that it is not settled. */
  answerBy: string | null;
  /** When and where this party is expected. */
  sittings: readonly Expected[];
  token: string;
};
