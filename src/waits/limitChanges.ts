import type { Clock } from '../deadlines/clock.ts';
import { type Ground, spokenLength } from '../deadlines/clockRule.ts';
import { groundWords } from '../deadlines/grounds.ts';
import { openPause } from '../deadlines/pause.ts';
import type { StatutoryClock } from '../deadlines/statutory.ts';
import type { ClockAct } from '../matters/decision.ts';
import { addMonths, dueDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { allowanceOf } from './extensions.ts';

export type Change = { length?: number; ground?: Ground; day: string };

export const no = (code: string, field: string, sentence: string) =>
  new Refusal('invalid', code, sentence, { [field]: sentence });

export type Found = { clock: Clock; law: StatutoryClock; at: Date; paper: string };

function extended({ clock, paper }: Found, { length = 0 }: Change): ClockAct[] {
  const { label, basis } = clock.rule;
  const allowance = allowanceOf(clock);
  if (!allowance) throw no('notExtendable', 'kind', `「${label}」不能延长，依据是：${basis}。`);
  const { rule, timesLeft, lengthLeft } = allowance;
  if (timesLeft < 1) throw no('timesOver', 'kind', `「${label}」最多延 ${rule.times} 次，已经延过了。`);
  if (length < 1) throw no('lengthNeeded', 'length', '写延长多久。');
  if (lengthLeft !== null && length > lengthLeft)
    throw no('tooLong', 'length', `「${label}」还可以延 ${spokenLength(lengthLeft, rule.unit)}。`);
  const extension = { length, unit: rule.unit, reason: `凭${paper}`, plan: '', approvedBy: rule.by };
  return [{ act: 'extend', clockId: clock.id, extension, why: '延长' }];
}

function suspended({ clock, law, at, paper }: Found, { ground, day }: Change): ClockAct[] {
  const { label, basis, pauseGrounds = [], who = '' } = clock.rule;
  if (openPause(clock.pauses)) throw no('standsAlready', 'change', `「${label}」已经停着。`);
  if (!ground || !pauseGrounds.includes(ground)) {
    const may = pauseGrounds.map((each) => groundWords[each]).join('、');
    throw no(
      'groundNotAllowed',
      'ground',
      may ? `「${label}」可以停的事由：${may}。` : `「${label}」不能中止，依据是：${basis}。`,
    );
  }
  const late = law.suspension;
  if (late && clock.dueAt && day <= addMonths(dueDay(clock.dueAt), -late.lastMonths))
    throw no('notLastMonths', 'day', `只有最后 ${late.lastMonths} 个月里的障碍才停（${late.basis}）。`);
  const by = { reason: `凭${paper}`, approvedBy: who || label, ground, at };
  return [{ act: 'pause', kinds: [clock.kind], clockId: clock.id, ...by }];
}

function resumed({ clock, law, at }: Found): ClockAct[] {
  const pause = openPause(clock.pauses);
  if (!pause) throw no('notStanding', 'change', `「${clock.rule.label}」没有停着。`);
  if (at < pause.from) throw no('beforeStart', 'day', '不能早于开始停的那天。');
  const { kind, id: clockId, partyId } = clock;
  const { restMonths, basis = '' } = law.suspension ?? {};
  if (restMonths === undefined) return [{ act: 'resume', clockId, at }];
  const rest = { length: restMonths, basis: `${basis}：障碍消除后满${restMonths}个月届满` };
  return [
    { act: 'stop', kind, clockId, at },
    { act: 'start', kind, at, ...rest, ...(partyId === null ? {} : { partyId }) },
  ];
}

export const limitChanges = { extend: extended, suspend: suspended, resume: resumed } as const;
