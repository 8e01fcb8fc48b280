import type { Row } from '../procedures/kind.ts';

export const taskStatuses = ['given', 'taken', 'reported', 'confirmed', 'cancelled'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** Who gave it, the center that received the dispute, the unit that does it. */
export type TaskPlace = 'giver' | 'receivingCenter' | 'doer' | 'system';

/** Where a unit has no head, one of these is often alone in it. */
export const officers = ['courtClerk', 'arbitrator', 'reconsiderationOfficer', 'notary', 'legalAidOfficer'] as const;
const doerRoles = [
  ...(['unitHead', 'centerLeader', 'dispatcher', 'handler', 'mediator', 'communityOfficer'] as const),
  ...officers,
];
const doers = doerRoles.map((role) => `${role}@doer` as const);
const givers = [
  ...(['dispatcher', 'centerLeader', 'unitHead', 'handler', 'mediator'] as const).map(
    (role) => `${role}@giver` as const,
  ),
  'dispatcher@receivingCenter',
  'centerLeader@receivingCenter',
] as const;
const open = ['given', 'taken', 'reported'] as const;
const local = '枫桥台流程（本市可设）';

/** A task 任务: one unit does it by a day; whoever gave it says whether it is done. */
// biome-ignore format: one row a step
export const taskProcedure = {
  takeTask: { noun: 'takings', from: ['given'], to: 'taken', who: doers, label: '接下任务', labelEn: 'Take the task', starts: [], stops: [], basis: local, weight: 'tells', press: true },
  reportTask: { noun: 'progress-reports', from: ['given', 'taken'], to: 'taken', who: doers, label: '写进展', labelEn: 'Report progress', starts: [], stops: [], basis: local, weight: 'tells' },
  finishTask: { noun: 'results', from: ['given', 'taken'], to: 'reported', who: doers, label: '报做完了', labelEn: 'Report it done', starts: [], stops: ['task'], basis: local, weight: 'tells' },
  sendBackTask: { noun: 'returns', from: ['reported'], to: 'taken', who: givers, label: '退回重做', labelEn: 'Return it', starts: [], stops: [], basis: local, weight: 'tells' },
  confirmTask: { noun: 'confirmations', from: ['reported'], to: 'confirmed', who: givers, label: '认可', labelEn: 'Confirm', starts: [], stops: ['task'], basis: local, weight: 'tells' },
  moveTask: { noun: 'day-changes', from: ['given', 'taken'], to: null, who: givers, label: '改日子', labelEn: 'Change its day', starts: [], stops: [], basis: local, weight: 'tells' },
  cancelTask: { noun: 'cancellations', from: open, to: 'cancelled', who: givers, label: '不用做了', labelEn: 'Cancel the task', starts: [], stops: ['task'], basis: local, weight: 'tells' },
  followMatter: { noun: 'matter-moves', from: open, to: null, who: ['system@system'], label: '随纠纷变动', labelEn: 'Follows its matter', starts: [], stops: [], basis: local, weight: 'tells' },
} as const satisfies Record<string, Row<TaskStatus, TaskPlace>>;
export type TaskStep = keyof typeof taskProcedure;

export const taskStatusLabels: Readonly<Record<TaskStatus, { zh: string; en: string; resident: string }>> = {
  given: { zh: '等接下', en: 'To be taken', resident: '' },
  taken: { zh: '在做', en: 'Under way', resident: '' },
  reported: { zh: '做完了，等认可', en: 'Done, to be confirmed', resident: '' },
  confirmed: { zh: '做好了', en: 'Confirmed', resident: '' },
  cancelled: { zh: '不用做了', en: 'Cancelled', resident: '' },
};
