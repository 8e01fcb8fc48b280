import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import { type Status, type StepName, statusLabels, stepNames, stepOf } from './procedure.ts';

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
  sendBack: (data, names) => `${unitName(data.fromUnitId, names)}退回给中心。`,
  transfer: (data, names) => `从${unitName(data.fromUnitId, names)}转办给${unitName(data.leadUnitId, names)}。`,
  escalate: (data, names) => `从${unitName(data.fromUnitId, names)}提级到${unitName(data.leadUnitId, names)}。`,
  assign: (data, { directory }) => `指派给${directory.post(text(data.handlerPostId))?.name ?? '承办人'}。`,
  inviteUnit: (data, names) => `请${unitName(data.unitId, names)}协办。`,
  report: (data) => (data.taskDone ? '协办任务做完。' : '写反馈。'),
  decidePause: (data) => (data.approved ? '同意停钟，等材料。' : '没有同意停钟。'),
  settle: (data) => `达成协议（${{ written: '书面', oral: '口头', onTheSpot: '当场履行' }[text(data.form)] ?? ''}）。`,
  recordReturnVisit: (data) => `回访：${visitOutcomes[text(data.outcome)] ?? ''}。`,
  rate: (data) => `评价：${data.score} 分（满分 5 分）。`,
  amend: (data) => `改了 ${Array.isArray(data.fields) ? data.fields.length : 0} 处。`,
  restrict: (data) => (data.restricted ? '设为限制知悉。' : '取消限制知悉。'),
  reveal: (data) => `查看${data.field === 'phone' ? '电话' : '证件号'}。`,
  supervise: (data) => `自动发出第${Number(data.level)}次督办。`,
  liftSupervision: () => '督办单解除。',
  answerSupervision: () => '回复督办单。',
};

export function describe(event: EventBrief, names: Names): string {
  const sentence = sentences[event.type];
  if (sentence) return sentence(event.data, names);
  const name = stepNames.find((step) => step === event.type) as StepName | undefined;
  return `${name ? stepOf(name).label : statusLabels[event.statusAfter as Status]?.zh}。`;
}
