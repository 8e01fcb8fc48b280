import { holdsPost } from '../platform/actor.ts';
import type { Kind, Place, StepWords } from '../procedures/kind.ts';
import { type TaskPlace, type TaskStatus, type TaskStep, taskProcedure, taskStatusLabels } from './procedure.ts';

export type TaskStanding = { status: TaskStatus; unitId: string; giverPostId: string; receivingCenterId: string };

const places: Readonly<Record<TaskPlace, Place<TaskStanding>>> = {
  giver: { words: '派出它的', holds: ({ giverPostId }, actor) => holdsPost(actor, giverPostId) },
  receivingCenter: {
    words: '受理中心的',
    holds: ({ receivingCenterId }, { centerId }) => centerId === receivingCenterId,
  },
  doer: { words: '做它的单位的', holds: ({ unitId }, actor) => actor.unitId === unitId },
  system: { words: '', holds: (_, { role }) => role === 'system' },
};

const words: Readonly<Record<TaskStep, StepWords>> = {
  takeTask: { deed: '接下', deedEn: 'Take it', done: '接下了' },
  reportTask: { deed: '记下进展', deedEn: 'Record', done: '进展记下了' },
  finishTask: {
    ...{ deed: '报做完了', deedEn: 'Report it done', done: '报上去了，等派任务的人认可' },
    owed: { zh: '做任务', en: 'Do the task' },
  },
  sendBackTask: { deed: '退回重做', deedEn: 'Return it', done: '退回了' },
  confirmTask: {
    ...{ deed: '认可', deedEn: 'Confirm', done: '这项任务做好了', undo: '认可以后不能改；还有事就另派一项。' },
    owed: { zh: '看任务做得怎么样', en: 'Look at what was done' },
  },
  moveTask: {
    deed: '改日子',
    deedEn: 'Change the day',
    owed: { zh: '任务过期了：问一问', en: 'The task is late: ask' },
  },
  cancelTask: { deed: '不用做了', deedEn: 'Cancel it', done: '取消了', undo: '取消以后不能恢复；还要做就另派一项。' },
  followMatter: { deed: '随纠纷变动', deedEn: 'Follow' },
};

/** 专班任务. */
export const taskKind: Kind<TaskStep, TaskStanding> = {
  ...{ name: 'task', path: 'tasks', page: '/tasks/', code: '^RW\\d{14}$', called: '这项任务', tag: '专班任务 tasks' },
  ...{ rules: ['clocks'], steps: taskProcedure, words, statuses: taskStatusLabels, places, follow: 'followMatter' },
  way: [
    { at: ['given'], label: '派下去', resident: '' },
    { at: ['taken'], label: '在做', resident: '' },
    { at: ['reported'], label: '等认可', resident: '' },
    { at: ['confirmed', 'cancelled'], label: '结束', resident: '' },
  ],
};
