import { type PauseGround, spokenLength } from '../deadlines/clockRule.ts';
import { defaultClockRules } from '../deadlines/rules.13710.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import { type Channel, channelLabels, type DeliveryState, stateWords } from '../delivery/delivery.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import { formatTime } from '../platform/now.ts';
import { waitWord } from '../waits/waits.ts';
import { hangingSentences } from './describeHanging.ts';
import { sentencesOfMany } from './describeMany.ts';
import { tableSentences } from './describeTable.ts';
import { type Retention, retentionNames } from './dossierRules.ts';
import { dayText, text } from './eventData.ts';
import { movedSentence } from './movedClocks.ts';
import { type Status, type StepName, statusLabels, stepNames, stepOf } from './procedure.ts';
import { signingSentences } from './signingSentences.ts';

export type EventBrief = { type: string; data: Record<string, unknown>; statusAfter: string };
type Names = { network: Network; directory: Directory };

function unitName(value: unknown, { network }: Names): string {
  return network.unit(text(value))?.short ?? '办理单位';
}

const difficulties: Record<string, string> = { simple: '简单', ordinary: '一般', complex: '复杂' };
const visitOutcomes: Record<string, string> = {
  settled: '解决了',
  partly: '部分解决',
  notSettled: '没有解决',
  unreachable: '联系不上',
};

const waiting = (data: Record<string, unknown>, { network }: Names): string => {
  const ground = (text(data.ground) || 'material') as PauseGround;
  return waitWord({ ground, unitId: text(data.unitId) || null }, network);
};
const clockLabel = (kind: unknown): string =>
  statutoryClocks.get(text(kind))?.rule.label ?? defaultClockRules[text(kind) as 'handle']?.label ?? '时限';
const clockLabels = ({ clockKinds }: Record<string, unknown>): string =>
  (Array.isArray(clockKinds) ? clockKinds : []).map(clockLabel).join('、');
const longer = ({ length, unit }: Record<string, unknown>): string =>
  spokenLength(Number(length), text(unit) as 'workingDay');

type Sentence = (data: Record<string, unknown>, names: Names) => string;

/** History in sentences, in one place. A step without its own sentence is told by its label. */
const sentences: Record<string, Sentence> = {
  register: ({ receivedAt, receivedByPostId }, { directory }) =>
    receivedAt
      ? `补录：${formatTime(new Date(text(receivedAt)))} 由${directory.post(text(receivedByPostId))?.name ?? '同事'}用纸质表登记，时限从那时起算。`
      : '登记。',
  importDispute: (data) => `从旧台账导入（第 ${Number(data.row)} 行）。`,
  undoImport: () => '撤销导入。',
  accept: () => '受理。',
  triage: (data) =>
    `研判为「${difficulties[text(data.difficulty)] ?? ''}」${data.difficulty === data.proposed ? '，和建议一致' : `，建议是「${difficulties[text(data.proposed)] ?? ''}」`}。`,
  dispatch: (data, names) => {
    const support = Array.isArray(data.supportingUnitIds)
      ? data.supportingUnitIds.map((id) => unitName(id, names))
      : [];
    return `分流给${unitName(data.leadUnitId, names)}${support.length > 0 ? `，协办：${support.join('、')}` : ''}。${data.basis ? `依据：${text(data.basis)}` : ''}`;
  },
  undoDispatch: (data, names) => `撤回对${unitName(data.leadUnitId, names)}的分流。`,
  acknowledge: () => '签收。',
  sendBack: (data, names) =>
    `${unitName(data.fromUnitId, names)}退回给中心${data.betterUnitId ? `，认为应由${unitName(data.betterUnitId, names)}办` : ''}。`,
  rule: (data, names) =>
    `裁定${data.upheld ? '仍' : ''}由${unitName(data.leadUnitId, names)}办。${data.duty ? '职责清单随之修改。' : ''}`,
  transfer: (data, names) => `从${unitName(data.fromUnitId, names)}转办给${unitName(data.leadUnitId, names)}。`,
  escalate: (data, names) => `从${unitName(data.fromUnitId, names)}提级到${unitName(data.leadUnitId, names)}。`,
  assign: (data, { directory }) => `指派给${directory.post(text(data.handlerPostId))?.name ?? '承办人'}。`,
  inviteUnit: (data, names) => `请${unitName(data.unitId, names)}协办。`,
  ...tableSentences,
  reassign: (data, { directory }) =>
    `移交给${directory.post(text(data.toPostId))?.name ?? '同事'}，原来由${directory.post(text(data.fromPostId))?.name ?? '不在岗的同事'}经手。`,
  undoReassign: (data, { directory }) =>
    `收回移交，仍由${directory.post(text(data.fromPostId))?.name ?? '原来的人'}经手。`,
  endHandover: () => '交接结束。',
  acknowledgeHandover: () => '收到移交。',
  reorganize: (data, names) =>
    data.toUnitId ? `机构调整，改由${unitName(data.toUnitId, names)}承接。` : '机构调整，换了承接的地方或岗位。',
  report: (data) => (data.taskDone ? '协办任务做完。' : '写反馈。'),
  decidePause: (data, names) => (data.approved ? `同意停钟，${waiting(data, names)}。` : '没有同意停钟。'),
  requestWait: (data, names) => `申请停钟，${waiting(data, names)}。`,
  endWait: (data, names) => `不用再${waiting(data, names)}了，钟接着走。`,
  expireMaterial: (data, names) => `${waiting(data, names)}的日期到了，钟接着走。`,
  requestExtension: (data) =>
    `${data.late ? '逾期后' : ''}申请把「${clockLabel(data.clockKind)}」延长${longer(data)}。`,
  decideExtension: (data) =>
    `${data.approved ? `同意${data.late ? '逾期后' : ''}延期` : '没有同意延期'}：「${clockLabel(data.clockKind)}」${longer(data)}。`,
  startStatutory: (data) => `法定时限「${clockLabel(data.clockKind)}」从${dayText(data.day)}起算。`,
  stopStatutory: (data) => `法定时限「${clockLabel(data.clockKind)}」${dayText(data.day)}结束。`,
  changeStatutory: (data) =>
    `法定时限「${clockLabel(data.clockKind)}」${{ extend: '延长', suspend: '中止', resume: '恢复计算' }[text(data.change)] ?? '变了'}，${dayText(data.day)}。`,
  interruptLimitation: (data) =>
    `记下当事人${dayText(data.day)}提出过请求${Array.isArray(data.clockKinds) && data.clockKinds.length > 0 ? '，时效重新计算' : ''}。`,
  remindLimit: (data) =>
    `「${clockLabels(data)}」快到期，提醒了当事人${Array.isArray(data.toTell) && data.toTell.length > 0 ? '；有人没有电话，要当面告诉' : ''}。`,
  tellLimit: (data) => `「${clockLabels(data)}」快到期，已经告诉当事人。`,
  ...sentencesOfMany,
  ...signingSentences,
  recordReturnVisit: (data) => `回访：${visitOutcomes[text(data.outcome)] ?? ''}。`,
  archive: ({ retention }) =>
    retention ? `归档，保管期限：${retentionNames[text(retention) as Retention]}。` : '归档。',
  rate: (data) => `评价：${data.score} 分（满分 5 分）。`,
  amend: (data) => `改了 ${Array.isArray(data.fields) ? data.fields.length : 0} 处。`,
  restrict: (data) => (data.restricted ? '设为限制知悉。' : '取消限制知悉。'),
  statePrevention: (data) =>
    `记下防止了${data.kind === 'criminal' ? '民间纠纷转化为刑事案件' : '群体性上访'}，${Number(data.people)}人。`,
  reveal: (data) => `查看${{ phone: '电话', account: '账号' }[text(data.field)] ?? '证件号'}。`,
  merge: () => '和先登记的一件是同一件事，合并办理；自己的时限先停着。',
  split: (data) => `拆开，单独办，回到「${statusLabels[text(data.back) as Status]?.zh ?? ''}」；时限接着走。`,
  closeLinked: () => '主办的一件办结，这一件跟着办结。',
  joined: () => '又有一件同样的事合并进来，一起办。',
  left: () => '合并办理的一件拆开，单独办。',
  follow: (data, names) => {
    if (data.formerLeadId) return '主办的一件并入更早登记的一件，改为跟着那一件。';
    const step = stepNames.find((name) => name === data.step);
    const unit = data.leadUnitId ? `（${unitName(data.leadUnitId, names)}）` : '';
    return `主办的一件：${step ? stepOf(step).label : '撤回了刚才的一步'}${unit}。`;
  },
  ...hangingSentences,
  clocksMoved: (data) => movedSentence(data),
  deliver: (data) => {
    const channel = text(data.channel) as Channel;
    const next = data.next ? `，改${channelLabels[text(data.next) as Channel].zh}` : '';
    return `通知当事人（${channelLabels[channel]?.zh ?? ''}）：${stateWords(channel, text(data.state) as DeliveryState).zh}${next}。`;
  },
  takeBack: (data) => `撤回刚才的「${stepOf(text(data.step) as StepName).label}」：点错了。`,
  withholdWords: () => '等着送出的话不送了。',
  contactWish: (data) => `记下怎么通知当事人：${channelLabels[text(data.channel) as Channel]?.zh ?? ''}。`,
};

export function describe(event: EventBrief, names: Names): string {
  const sentence = sentences[event.type];
  if (sentence) return sentence(event.data, names);
  const name = stepNames.find((step) => step === event.type) as StepName | undefined;
  return `${name ? stepOf(name).label : statusLabels[event.statusAfter as Status]?.zh}。`;
}
