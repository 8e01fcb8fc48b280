import { hoursText, type TodayLine } from './today.ts';

export type StripPart = { readonly text: string; readonly tone: 'missing' | 'coming' | 'plain' };

/** Named one by one as long as it can be read at a glance. */
const FEW = 3;

const counterText = (counter: number | null): string => (counter === null ? '' : ` ${counter}号窗`);

function partOf(line: TodayLine, name: string, now: Date): StripPart {
  const at = counterText(line.counter);
  if (line.state === 'missing') return { text: `${name} ${line.from} 应到，没到`, tone: 'missing' };
  if (line.state === 'called') return { text: `${name} 叫了，还没应`, tone: 'coming' };
  if (line.state === 'coming') {
    const left = line.dueAt ? Math.max(0, Math.ceil((line.dueAt.getTime() - now.getTime()) / 60_000)) : null;
    return { text: left === null ? `${name} 在路上` : `${name} ${left}分到`, tone: 'coming' };
  }
  if (line.state === 'late') return { text: `${name} 晚到 ${line.mark?.expectedTime ?? ''}`.trim(), tone: 'coming' };
  if (line.state === 'waiting') return { text: `${name} ${hoursText(line.from, line.to)}${at}`, tone: 'plain' };
  if (line.mode === 'resident') return { text: `${name} ✓`, tone: 'plain' };
  return { text: `${name} ${hoursText(line.from, line.to)}${at} ✓`, tone: 'plain' };
}

function residentsText(residents: readonly TodayLine[], all: readonly TodayLine[], nameOf: NameOf): StripPart[] {
  if (residents.length === 0) return [];
  if (residents.length <= FEW) return residents.map((line) => ({ text: `${nameOf(line.unitId)} ✓`, tone: 'plain' }));
  const due = all.filter(({ mode, how }) => mode === 'resident' && how === 'here').length;
  return [{ text: `常驻 ${residents.length}/${due} 家在`, tone: 'plain' }];
}

function onCallText(lines: readonly TodayLine[], nameOf: NameOf): StripPart[] {
  const onCall = lines.filter(({ state }) => state === 'onCall');
  if (onCall.length > FEW) return [{ text: `随叫 ${onCall.length} 家`, tone: 'plain' }];
  return onCall.map(({ unitId, callMinutes }) => ({
    text: `${nameOf(unitId)} 随叫${callMinutes ? ` ${callMinutes}分到` : ''}`,
    tone: 'plain',
  }));
}

type NameOf = (unitId: string) => string;
const gone = new Set(['absent', 'left', 'over', 'off', 'onCall']);

/** 「人社 14–17时 6号窗｜法援 ✓｜心理 随叫 12分到」, in parts: whoever is missing first. */
export function stripParts(lines: readonly TodayLine[], nameOf: NameOf, now: Date): StripPart[] {
  const shown = lines.filter(({ state }) => !gone.has(state));
  const settled = shown.filter(({ mode, state }) => mode === 'resident' && state === 'present');
  const others = shown.filter((line) => !settled.includes(line));
  // Residents who are simply expected would fill the line before the doors open.
  const early = others.filter(({ mode, state }) => mode === 'resident' && state === 'waiting');
  const named = others.filter((line) => early.length <= FEW || !early.includes(line));
  return [
    ...named.map((line) => partOf(line, nameOf(line.unitId), now)),
    ...(early.length > FEW
      ? [{ text: `常驻 ${early.length} 家 ${early[0]?.from ?? ''} 到`, tone: 'plain' as const }]
      : []),
    ...residentsText(settled, lines, nameOf),
    ...onCallText(lines, nameOf),
  ];
}
