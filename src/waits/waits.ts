import { type Calendar, workingDaysAfter } from '../calendar/calendar.ts';
import type { Clock } from '../deadlines/clock.ts';
import type { ClockRule, Ground, PauseGround } from '../deadlines/clockRule.ts';
import { groundWords } from '../deadlines/grounds.ts';
import { runningClocks } from '../deadlines/leading.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { Change } from '../matters/decision.ts';
import type { Network } from '../network/lookup.ts';
import { addDays, dayOf, formatDue } from '../platform/now.ts';
import type { MaterialRequest, Waiting } from './waiting.ts';

/** Clocks of work on the matter: these may stand still. Signing, checking and asking afterwards wait for nobody. */
const ofTheWork: ReadonlySet<string> = new Set(['handle', 'mediation', 'report']);

/** A county's clock without a list stops for material only; a clock of law stops for what its law names. */
export function groundsOf({ kind, pauseGrounds }: ClockRule): readonly Ground[] {
  return pauseGrounds ?? (statutoryClocks.has(kind) ? [] : ['material']);
}

/** The running clocks of ours that may stand still on this ground. */
export function pausable(clocks: readonly Clock[], ground: PauseGround): Clock[] {
  return runningClocks(clocks).filter(
    ({ kind, rule, binds }) =>
      binds === 'ours' && (ofTheWork.has(kind) || statutoryClocks.has(kind)) && groundsOf(rule).includes(ground),
  );
}

/** Besides material, every ground on which some running clock may stand still. */
export const waitGrounds = ({ clocks }: Pick<Waiting, 'clocks'>): PauseGround[] =>
  (Object.keys(groundWords) as PauseGround[]).filter(
    (ground) => ground !== 'material' && pausable(clocks, ground).length > 0,
  );

/** Working days on which the clock stood still so far, each counted whole. */
export function pausedDays({ pauses }: Clock, calendar: Calendar, now: Date): number {
  return pauses.reduce((sum, { from, to }) => {
    return sum + workingDaysAfter(calendar, addDays(dayOf(from), -1), dayOf(to ?? now));
  }, 0);
}

/** What is waited for now, asked for or approved; one at a time. */
export const waitingFor = ({ materials }: Pick<Waiting, 'materials'>): MaterialRequest | undefined =>
  materials.find(({ state }) => state === 'proposed' || state === 'approved');

type Wait = Pick<MaterialRequest, 'ground' | 'unitId' | 'what' | 'limitAt'>;

/** 等法院; where a unit is waited for, it is named: 等住建局. */
export function waitWord({ ground, unitId }: Pick<Wait, 'ground' | 'unitId'>, network: Network): string {
  const unit = unitId === null ? undefined : network.unit(unitId)?.short;
  return ground === 'otherUnit' && unit ? `等${unit}` : groundWords[ground];
}

/** One sentence for screen, resident's page and paper. */
export function waitSentence(wait: Wait, network: Network): string {
  const until = formatDue(wait.limitAt);
  if (wait.ground === 'material') return `请您补交：${wait.what}，${until}前。`;
  return `现在${wait.ground === 'forceMajeure' ? '遇到' : ''}${waitWord(wait, network)}：${wait.what}，到${until}。`;
}

/** What a resident reads when the wait is over because what was waited for has come. */
export function cameWords({ ground, unitId }: Pick<Wait, 'ground' | 'unitId'>, network: Network): string {
  const came: Record<PauseGround, string> = {
    material: '您补交的材料收到了',
    appraisal: '鉴定有结果了',
    court: '法院那边有结果了',
    otherUnit: `${(unitId && network.unit(unitId)?.short) || '那个单位'}那边有结果了`,
    partyAbsent: '人到了',
    forceMajeure: '耽误的事过去了',
  };
  return `${came[ground]}，接着办。`;
}

/** What was asked for by the one who had the matter is no longer waited for when it leaves that hand. */
export const endWaiting = (
  { materials }: { materials: readonly { id: string; state: string }[] },
  now: Date,
): Change[] =>
  materials
    .filter(({ state }) => state === 'proposed' || state === 'approved')
    .map(({ id }) => ({ table: 'material_request', id, set: { state: 'expired', ended_at: now } }));
