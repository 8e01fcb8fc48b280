import { formatDue } from '../platform/now.ts';

/** What an event of moved clocks holds: why, and each clock's old and new date. */
type Moved = { kind: string; from: string | null; to: string | null };

function movesOf(data: unknown): Moved[] {
  const clocks = (data as { clocks?: unknown } | null)?.clocks;
  return Array.isArray(clocks) ? (clocks as Moved[]).filter(({ from, to }) => from !== to) : [];
}

const reasonOf = (data: unknown): string =>
  (data as { reason?: unknown } | null)?.reason === 'calendar' ? '放假安排改了' : '时限规则改了';

const kinds: Readonly<Record<string, string>> = {
  accept: '受理',
  deploy: '分流',
  acknowledge: '签收',
  report: '反馈',
  handle: '办结',
  mediation: '调解',
  verify: '办结审核',
  returnVisit: '回访',
  contest: '答复异议',
  strikeOff: '销号',
  materials: '补材料',
  supervisionReply: '督办回复',
};
const promises: Readonly<Record<string, string>> = {
  accept: '答复您受不受理',
  deploy: '定下由谁办',
  handle: '办完',
  mediation: '调解完',
  verify: '核对完',
  returnVisit: '问您办得怎么样',
  contest: '给您答复',
};

const date = (text: string | null): string => (text === null ? '没有日期' : formatDue(new Date(text)));

/** '放假安排改了：办结 10月14日24时 → 10月16日24时。', for the history that officials read. */
export function movedSentence(data: unknown): string {
  const moves = movesOf(data).map(({ kind, from, to }) => `${kinds[kind] ?? '时限'} ${date(from)} → ${date(to)}`);
  return moves.length > 0 ? `${reasonOf(data)}：${moves.join('；')}。` : `${reasonOf(data)}，日期没有变。`;
}

/** The same for a resident: only what was promised to him, old date and new; null when none of it moved. */
export function movedForResident(data: unknown): string | null {
  const told = movesOf(data).flatMap(({ kind, from, to }) => {
    const verb = promises[kind];
    return verb && from && to ? [`${verb}的日期从${date(from)}改到${date(to)}`] : [];
  });
  return told.length > 0 ? `${reasonOf(data)}，${told.join('，')}。` : null;
}
