import { holdsPost } from '../platform/actor.ts';
import type { Kind, Place, StepWords } from '../procedures/kind.ts';
import {
  type SittingPlace,
  type SittingStatus,
  type SittingStep,
  sittingProcedure,
  sittingStatusLabels,
} from './procedure.ts';

export type SittingStanding = {
  status: SittingStatus;
  receivingCenterId: string;
  leadUnitId: string | null;
  hostPostIds: readonly string[];
  invitedPostIds: readonly string[];
  /** The heads of units that were asked answer for them. */
  invitedUnitIds: readonly string[];
  seatedPostIds: readonly string[];
  seatedUnitIds: readonly string[];
};

const heads: readonly string[] = ['unitHead', 'centerLeader'];
type Poster = Parameters<Place<SittingStanding>['holds']>[1];
const among = (actor: Poster, postIds: readonly string[], unitIds: readonly string[]): boolean =>
  postIds.some((postId) => holdsPost(actor, postId)) || (heads.includes(actor.role) && unitIds.includes(actor.unitId));

const places: Readonly<Record<SittingPlace, Place<SittingStanding>>> = {
  host: { words: '主持的', holds: ({ hostPostIds }, actor) => hostPostIds.some((id) => holdsPost(actor, id)) },
  center: {
    words: '受理中心的',
    holds: ({ receivingCenterId }, { centerId }) => centerId === receivingCenterId,
  },
  lead: { words: '牵头单位的', holds: ({ leadUnitId }, { unitId }) => unitId === leadUnitId },
  invited: {
    words: '请来的',
    holds: ({ invitedPostIds, invitedUnitIds }, actor) => among(actor, invitedPostIds, invitedUnitIds),
  },
  seated: {
    words: '答应来的',
    holds: ({ seatedPostIds, seatedUnitIds }, actor) => among(actor, seatedPostIds, seatedUnitIds),
  },
  party: { words: '', holds: (_, { role }) => role === 'party' },
  system: { words: '', holds: (_, { role }) => role === 'system' },
};

const words: Readonly<Record<SittingStep, StepWords>> = {
  answerInvitation: {
    deed: '答复',
    deedEn: 'Answer',
    done: '答复已经告诉主持的人',
    undo: '可以再答复一次，以后一次为准。',
  },
  changeSitting: {
    ...{ deed: '改时间地点', deedEn: 'Change', done: '时间地点改好了，要来的人都会知道' },
    undo: '改了可以再改，每改一次都通知要来的人。',
  },
  inviteMore: {
    deed: '发邀请',
    deedEn: 'Invite',
    done: '邀请发出去了',
    undo: '请了不能收回；不用来了，当面或者打电话说。',
  },
  putOnTable: {
    ...{ deed: '就给大家看这些', deedEn: 'Show these', done: '给大家看的内容改好了' },
    undo: '可以再改；已经看过的收不回来。',
  },
  startSitting: { deed: '开始', deedEn: 'Begin', done: '调解会开始了', undo: '开始以后不能退回，可以中断或者结束。' },
  tickPresence: { deed: '记下', deedEn: 'Tick', done: '记下了', undo: '记错了再点一次。' },
  arrive: { deed: '我到了', deedEn: 'I am here', undo: '记错了由主持的人改。' },
  writeNote: { deed: '记下', deedEn: 'Write it down', done: '记下了', undo: '记下以后不能改，可以再写一条。' },
  makeProposal: {
    deed: '记下方案',
    deedEn: 'Write it down',
    done: '方案记下了',
    undo: '记下以后不能改，可以再记一个。',
  },
  settleProposal: { deed: '记下回音', deedEn: 'Write it down', done: '回音记下了', undo: '记下以后不能改。' },
  coolOff: { deed: '开始歇', deedEn: 'Cool off', done: '开始歇了', undo: '随时可以接着开。' },
  interruptSitting: {
    ...{ deed: '中断', deedEn: 'Interrupt', done: '调解会中断了，写下的都在' },
    undo: '写下的都在；可以接着开，也可以另约时间。',
  },
  endSitting: { deed: '结束', deedEn: 'End', done: '调解会结束了', undo: '结束以后记录不能再改。' },
  cancelSitting: {
    deed: '取消这次调解会',
    deedEn: 'Cancel it',
    done: '调解会取消了',
    undo: '取消以后不能恢复，可以另约一次。',
  },
  remindSitting: { deed: '提醒明天开会', deedEn: 'Remind of tomorrow' },
  lapseSitting: { deed: '随纠纷结束', deedEn: 'Lapse' },
  followMatter: { deed: '随纠纷变动', deedEn: 'Follow' },
};

/** 调解会. In code a sitting: a session is somebody's log-in. */
export const sittingKind: Kind<SittingStep, SittingStanding> = {
  ...{ name: 'session', path: 'sittings', page: '/sittings/', code: '^TJ\\d{14}$', called: '这次调解会' },
  ...{ tag: '调解会 sittings', rules: ['clocks'], steps: sittingProcedure, words, statuses: sittingStatusLabels },
  way: [
    { at: ['called'], label: '约好', resident: '' },
    { at: ['inSession', 'interrupted'], label: '开会', resident: '' },
    { at: ['ended', 'cancelled'], label: '结束', resident: '' },
  ],
  ...{ places, follow: 'followMatter' },
};
