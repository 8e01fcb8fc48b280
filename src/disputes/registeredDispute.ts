import type { Registration } from '../intake/register.ts';
import { townshipOf } from '../network/network.ts';
import { type Actor, lastingPost } from '../platform/actor.ts';
import type { Dispute } from './dispute.ts';

/** What nobody has decided or done yet. */
const untouched = {
  leadUnitId: null,
  handlerPostId: null,
  importUndone: false,
  seenBy: [],
  closedAt: null,
  difficulty: null,
  urgency: null,
  gravity: null,
  violence: {},
  outcome: null,
  dispatchedAt: null,
  lastDispatch: null,
  ruledUnitId: null,
  dispatchUndoUntil: null,
  formerUnitIds: [],
  namedPostIds: [],
  contactPostId: null,
  formerPostIds: [],
  handingPostIds: [],
  reassignments: [],
  reopened: 0,
  contested: false,
  remindedAt: null,
  openNotice: null,
  supportingUnits: [],
  parties: [],
  clocks: [],
  materials: [],
  extensionRequests: [],
  returnVisited: false,
  rated: false,
  submittedByPostId: null,
  follows: null,
  mediators: [],
  taskForce: null,
  agreements: [],
  promises: [],
  payments: [],
  followers: 0,
  openTasks: 0,
} as const;

/** The dispute as registering leaves it. */
export function registeredDispute(
  registration: Registration,
  code: string,
  actor: Actor,
  version: number,
  now: Date,
): Dispute {
  const { input } = registration;
  const township = townshipOf(input.regionCode);
  const places = {
    townshipCode: township,
    communityCode: input.regionCode.length >= 12 ? input.regionCode.slice(0, 12) : null,
    gridCode: input.regionCode.length === 15 ? input.regionCode : null,
  };
  return {
    ...untouched,
    countyCode: actor.countyCode,
    id: registration.id,
    code,
    title: registration.title,
    status: 'registered',
    version: 1,
    eventSeq: 1,
    eventHash: '',
    settingsVersion: version,
    restricted: input.restriction !== null,
    categoryCode: input.categoryCode,
    regionCode: input.regionCode,
    receivingCenterId: registration.receivingCenterId,
    openedAt: now,
    firstContactPostId: lastingPost(actor),
    ...places,
    peopleInvolved: input.peopleInvolved,
    amountCents: input.amountCents,
    willing: input.willing,
  };
}
