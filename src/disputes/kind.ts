import { standsAbove } from '../network/network.ts';
import { holdsPost } from '../platform/actor.ts';
import type { Kind, Place as PlaceOf } from '../procedures/kind.ts';
import type { Parts } from '../settings/pins.ts';
import { mainWay } from './mainWay.ts';
import { type Place, procedure, type Status, type StepName, statusLabels } from './procedure.ts';
import type { CountyRules } from './rules.ts';
import { words } from './words.ts';

/** What the guard needs to know of a dispute; the web gets the same facts, so button and refusal cannot drift apart. */
export type Standing = {
  status: Status;
  receivingCenterId: string;
  leadUnitId: string | null;
  handlerPostId: string | null;
  supportingUnitIds: readonly string[];
  /** Who gave it away and is still handing it over. */
  handingPostIds?: readonly string[];
  /** Who mediates now. */
  mediatorPostIds?: readonly string[];
};

const places: Readonly<Record<Place, PlaceOf<Standing>>> = {
  receivingCenter: {
    words: '受理中心的',
    holds: ({ receivingCenterId }, { centerId }) => centerId === receivingCenterId,
  },
  superiorCenter: {
    words: '上级中心的',
    holds: ({ receivingCenterId }, { centerId }) => centerId !== null && standsAbove(centerId, receivingCenterId),
  },
  leadUnit: { words: '牵头单位的', holds: ({ leadUnitId }, { unitId }) => unitId === leadUnitId },
  assigned: { words: '这件事的', holds: ({ handlerPostId }, actor) => holdsPost(actor, handlerPostId) },
  appointed: {
    words: '为这件事确定的',
    holds: ({ mediatorPostIds = [] }, actor) => mediatorPostIds.some((postId) => holdsPost(actor, postId)),
  },
  supportingUnit: {
    words: '协办单位的',
    holds: ({ supportingUnitIds }, { unitId }) => supportingUnitIds.includes(unitId),
  },
  handing: {
    words: '正在移交的',
    holds: ({ handingPostIds = [] }, { postId }) => handingPostIds.includes(postId),
  },
  party: { words: '', holds: (_, { role }) => role === 'party' },
  system: { words: '', holds: (_, { role }) => role === 'system' },
};

/** What a dispute is decided by. All else that a county chooses is read as of today, and no dispute keeps it. */
const rules = ['clocks', 'handling', 'intake', 'triage', 'dispatch', 'court', 'dossier'] as const satisfies Parts;
/** Advice is of today, whatever the dispute was opened under. */
export type DisputeRules = Pick<CountyRules, (typeof rules)[number] | 'law'>;

/** 矛盾纠纷. */
export const disputeKind: Kind<StepName, Standing> = {
  name: 'dispute',
  path: 'disputes',
  page: '/disputes/',
  code: '^\\d{15}$',
  called: '这件事',
  tag: '纠纷 disputes',
  rules,
  steps: procedure,
  words,
  statuses: statusLabels,
  way: mainWay,
  places,
};
