import { holdsPost } from '../platform/actor.ts';
import type { Kind, Place, Row, StepWords } from '../procedures/kind.ts';
import type { Officer, Ways } from './door.ts';
import { type DoorPlace, doorStatuses, type OwnStep } from './procedure.ts';
import type { Stage } from './stage.ts';

export type DoorStanding = {
  status: string;
  applicantIds: readonly string[];
  receivingCenterId: string;
  handsPostIds: readonly string[];
  leadUnitId: string | null;
  bodyUnitId: string | null;
  handedIn: boolean;
  /** Nobody of the body sits in the network: somebody writes down what it said. */
  outside: boolean;
};

const desks: readonly string[] = ['receptionist', 'dispatcher', 'centerLeader'];
type Poster = Parameters<Place<DoorStanding>['holds']>[1];
const inHand = ({ receivingCenterId, handsPostIds, leadUnitId }: DoorStanding, actor: Poster): boolean =>
  (desks.includes(actor.role) && actor.centerId === receivingCenterId) ||
  handsPostIds.some((id) => holdsPost(actor, id)) ||
  (actor.role === 'unitHead' && actor.unitId === leadUnitId);

const places: Readonly<Record<DoorPlace, Place<DoorStanding>>> = {
  applicant: { words: '提出申请的', holds: ({ applicantIds }, { postId }) => applicantIds.includes(postId) },
  center: { words: '受理中心的', holds: ({ receivingCenterId }, { centerId }) => centerId === receivingCenterId },
  hands: { words: '办这件事的', holds: (standing, actor) => inHand(standing, actor) },
  body: {
    words: '受理机关的',
    holds: ({ bodyUnitId, handedIn }, { unitId }) => handedIn && bodyUnitId !== null && unitId === bodyUnitId,
  },
  recorder: { words: '递出去的', holds: (standing, actor) => standing.outside && inHand(standing, actor) },
  outside: { words: '', holds: ({ outside }, { role }) => outside && role === 'system' },
  system: { words: '', holds: (_, { role }) => role === 'system' },
};

const ownWords: Readonly<Record<OwnStep, StepWords>> = {
  fillDoor: { deed: '记下', deedEn: 'Save', done: '申请书填好的都记下了', undo: '可以再改，递交以前都能改。' },
  handIn: {
    ...{ deed: '递交', deedEn: 'Hand in', done: '递交了', undo: '递交以后不能收回；不想走了，记「不走这条路了」。' },
    owed: { zh: '备齐材料，递交', en: 'Prepare and hand in' },
  },
  supplement: {
    ...{ deed: '补交', deedEn: 'Supplement', done: '补交了', undo: '交出去的收不回来。' },
    owed: { zh: '补交材料', en: 'Supplement' },
  },
  callBody: {
    ...{ deed: '记下', deedEn: 'Write it down', done: '记下了' },
    owed: { zh: '送出去没有回音：打电话问', en: 'No answer: call them' },
  },
  withdrawDoor: {
    ...{ deed: '不走这条路了', deedEn: 'Withdraw', done: '记下了，别的路都还在' },
    undo: '撤回以后不能恢复；还想走，就再开一次。',
  },
  remindLimit: { deed: '提醒当事人', deedEn: 'Remind the party' },
  followMatter: { deed: '随纠纷变动', deedEn: 'Follow' },
};

/** What the body owes at a status: which step, on which clock. */
export type BodyOwes = { step: string; clock: string | null };

/** Everything that makes a door one of its kind; the rest is the same for all. */
export type DoorSpec = {
  /** As in the column `kind` of its matters. */
  name: string;
  /** Two letters before the digits of its code. */
  letters: string;
  path: string;
  called: string;
  officers: readonly Officer[];
  ways: Ways;
  /** THE table of the kind: the rows that all doors share, and its own. */
  procedure: Readonly<Record<string, Row<string, DoorPlace>>>;
  /** What each step of the body asks and how it reads. */
  stages: Readonly<Record<string, Stage>>;
  /** Statuses that only this kind has, or calls by another name. */
  statuses?: Kind['statuses'];
  /** Which step the body owes next. */
  owes: Readonly<Record<string, BodyOwes>>;
  way: Kind['way'];
};

const stageWords = (stages: DoorSpec['stages']): Record<string, StepWords> =>
  Object.fromEntries(Object.entries(stages).map(([step, { words }]) => [step, words]));

/** A kind of door for engine and pages. */
export const doorKind = (spec: DoorSpec): Kind<string, DoorStanding> => ({
  ...{ name: spec.name, path: spec.path, page: '/doors/', code: `^${spec.letters}\\d{14}$`, called: spec.called },
  ...{ tag: '法律的门 doors', rules: ['clocks', 'handling', 'doors'], steps: spec.procedure, places },
  words: { ...ownWords, ...stageWords(spec.stages) },
  statuses: { ...doorStatuses, ...spec.statuses },
  ...{ way: spec.way, follow: 'followMatter' },
});
