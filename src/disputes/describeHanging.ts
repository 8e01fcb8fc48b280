import { formatDay, formatTime } from '../platform/now.ts';

const results: Readonly<Record<string, string>> = {
  agreed: '谈成了',
  partly: '谈成一部分',
  none: '没谈成',
  again: '改期再谈',
  stopped: '有人不愿意调了',
};
const at = ({ from }: Record<string, unknown>): string => formatTime(new Date(String(from)));

/** What a dispute's timeline says of what hangs on it: notices and sittings; what was said there stays there. */
export const hangingSentences = {
  supervise: (data: Record<string, unknown>) =>
    `${data.origin === 'leader' ? '发出' : '自动发出'}第${Number(data.level)}次督办${data.number ? `，${String(data.number)}` : ''}。`,
  liftSupervision: () => '督办单解除。',
  answerSupervision: () => '回复督办单。',
  callSitting: (data: Record<string, unknown>) => `约了调解会，${at(data)}。`,
  changeSitting: (data: Record<string, unknown>) => `调解会改到${at(data)}。`,
  remindSitting: () => '提醒了明天的调解会。',
  cancelSitting: () => '调解会取消了。',
  endSitting: ({ result, againOn }: Record<string, unknown>) =>
    `调解会开完了：${results[String(result)] ?? ''}${againOn ? `，${formatDay(String(againOn))}再谈` : ''}。`,
};
