import { hoursText, type LineState, type TodayLine } from './today.ts';
import type { PublicToday } from './views.ts';

const states: Readonly<Record<LineState, PublicToday['lines'][number]['state']>> = {
  present: 'here',
  waiting: 'later',
  late: 'later',
  missing: 'later',
  called: 'coming',
  coming: 'coming',
  onCall: 'onCall',
  absent: 'away',
  left: 'away',
  over: 'away',
  off: 'away',
};
const order = ['here', 'coming', 'later', 'onCall', 'away'] as const;

/** Reasons of officials stay inside: a resident learns whether somebody is there, where, and when else. */
function words(line: TodayLine): string {
  const state = states[line.state];
  if (line.state === 'missing') return '还没到，先到引导台问';
  if (line.state === 'late') return `今天晚到，约 ${line.mark?.expectedTime ?? line.from}`;
  if (state === 'here') return '在';
  if (state === 'later') return `${line.from} 来`;
  if (state === 'coming') return '正在赶来';
  return state === 'onCall' ? '要找请告诉窗口，请他来' : '今天不在';
}

export function publicLines(lines: readonly TodayLine[], nameOf: (unitId: string) => string): PublicToday['lines'] {
  const all = lines.map((line) => ({
    unit: nameOf(line.unitId),
    counter: line.counter,
    hours: line.how === 'here' ? hoursText(line.from, line.to) : '',
    state: states[line.state],
    words: words(line),
  }));
  return all.toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.counter ?? 999) - (b.counter ?? 999),
  );
}
