import { type PauseGround, spokenLength } from '../deadlines/clockRule.ts';
import { defaultClockRules } from '../deadlines/rules.13710.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import { formatDay, isDay } from '../platform/now.ts';
import { movedSentence } from './movedClocks.ts';
import { type Status, type StepName, statusLabels, stepNames, stepOf } from './procedure.ts';
import { waitWord } from './waits.ts';

export type EventBrief = { type: string; data: Record<string, unknown>; statusAfter: string };
type Names = { network: Network; directory: Directory };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

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
const dayText = (day: unknown): string => (isDay(text(day)) ? formatDay(text(day)) : '');
const longer = ({ length, unit }: Record<string, unknown>): string =>
  spokenLength(Number(length), text(unit) as 'workingDay');

type Sentence = (data: Record<string, unknown>, names: Names) => string;

/** History in sentences, in one place. A step without its own sentence is told by its label. */
const sentences: Record<string, Sentence> = {
  register: () => '登记。',
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
  settle: (data) => `达成协议（${{ written: '书面', oral: '口头', onTheSpot: '当场履行' }[text(data.form)] ?? ''}）。`,
  recordReturnVisit: (data) => `回访：${visitOutcomes[text(data.outcome)] ?? ''}。`,
  rate: (data) => `评价：${data.score} 分（满分 5 分）。`,
  amend: (data) => `改了 ${Array.isArray(data.fields) ? data.fields.length : 0} 处。`,
  restrict: (data) => (data.restricted ? '设为限制知悉。' : '取消限制知悉。'),
  reveal: (data) => `查看${data.field === 'phone' ? '电话' : '证件号'}。`,
  supervise: (data) =>
    `${data.origin === 'leader' ? '发出' : '自动发出'}第${Number(data.level)}次督办${data.number ? `，${text(data.number)}` : ''}。`,
  clocksMoved: (data) => movedSentence(data),
  liftSupervision: () => '督办单解除。',
  answerSupervision: () => '回复督办单。',
};

export function describe(event: EventBrief, names: Names): string {
  const sentence = sentences[event.type];
  if (sentence) return sentence(event.data, names);
  const name = stepNames.find((step) => step === event.type) as StepName | undefined;
  return `${name ? stepOf(name).label : statusLabels[event.statusAfter as Status]?.zh}。`;
}
