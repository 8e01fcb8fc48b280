import { shippedCalendar } from '../../calendar/notices.ts';
import { atTime } from '../../platform/now.ts';
import { defaultCountyRules } from '../defaultRules.ts';
import type { Dispute, DisputeContext } from '../dispute.ts';
import type { CountyRules } from '../rules.ts';
import { community, housing, network, yingze } from './network.ts';
import { directoryWith, id, jiaMin, liNa, wuZhiqiang } from './people.ts';

/** The morning of the demo dispute: the Tuesday before National Day. */
export const tuesday = atTime('2026-09-29', '09:30');

/** 郭秀兰 and 任建军, a leak from upstairs; registered at the Yingze center and nothing else yet. */
/** A party who speaks for himself, and asks for no sum of his own. */
export const alone = { representsPartyId: null, chosenPartyId: null, left: false, claimCents: null };

export const registered: Dispute = {
  countyCode: '140106',
  id: id(100),
  code: '140106260038126',
  title: '楼上漏水赔偿',
  status: 'registered',
  version: 1,
  eventSeq: 1,
  eventHash: '',
  settingsVersion: 1,
  restricted: false,
  categoryCode: '02',
  regionCode: community,
  receivingCenterId: yingze,
  leadUnitId: null,
  handlerPostId: null,
  importUndone: false,
  seenBy: [],
  openedAt: tuesday,
  closedAt: null,
  firstContactPostId: jiaMin.postId,
  townshipCode: '140106004',
  communityCode: community,
  gridCode: null,
  peopleInvolved: 2,
  amountCents: 800_000,
  willing: 'yes',
  difficulty: null,
  urgency: null,
  gravity: null,
  violence: {},
  outcome: null,
  dispatchedAt: null,
  dispatchUndoUntil: null,
  formerUnitIds: [],
  lastDispatch: null,
  ruledUnitId: null,
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
  parties: [
    { id: id(101), side: 'applicant', kind: 'person', name: '郭秀兰', minor: false, ...alone },
    { id: id(102), side: 'respondent', kind: 'person', name: '任建军', minor: false, ...alone },
  ],
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
};

const routed = { difficulty: 'ordinary', leadUnitId: housing } as const;
const inHand = { ...routed, handlerPostId: wuZhiqiang.postId } as const;

/** What else is so in each status on the usual way. */
const usual: Record<Dispute['status'], Partial<Dispute>> = {
  registered: {},
  declined: {},
  accepted: {},
  dispatched: routed,
  routingDisputed: { difficulty: 'ordinary', formerUnitIds: [housing] },
  inMediation: inHand,
  linked: {
    follows: {
      linkId: id(110),
      leadId: id(111),
      since: 'accepted',
      leadUnitId: housing,
      leadHandlerPostId: wuZhiqiang.postId,
      leadCenterId: yingze,
    },
  },
  settled: { ...inHand, outcome: 'settled' },
  mediationFailed: { ...inHand, outcome: 'failed' },
  withdrawn: { ...inHand, outcome: 'withdrawn' },
  terminated: { ...inHand, outcome: 'terminated' },
  closureSubmitted: { ...inHand, outcome: 'settled', submittedByPostId: wuZhiqiang.postId },
  closed: { ...inHand, outcome: 'settled', closedAt: atTime('2026-10-15', '16:00') },
  struckOff: {
    ...inHand,
    outcome: 'settled',
    closedAt: atTime('2026-10-15', '16:00'),
    returnVisited: true,
    rated: true,
  },
  archived: {
    ...inHand,
    outcome: 'settled',
    closedAt: atTime('2026-10-15', '16:00'),
    returnVisited: true,
    rated: true,
  },
};

export function aDispute(over: Partial<Dispute> = {}): Dispute {
  return { ...registered, ...usual[over.status ?? 'registered'], ...over };
}

export type ContextOver = Partial<Pick<DisputeContext, 'actor' | 'now' | 'calendar' | 'directory'>> & {
  rules?: CountyRules;
};

// Counted through all contexts of a file: two steps of one story must not hand out the same id.
let next = 1_000;

export function aContext(over: ContextOver = {}): DisputeContext {
  return {
    actor: liNa,
    now: tuesday,
    rules: defaultCountyRules,
    calendar: shippedCalendar,
    network,
    directory: directoryWith(),
    newId: () => id(++next),
    ...over,
  };
}
