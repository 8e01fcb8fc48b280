import { Type } from 'typebox';
import { computeDue } from '../deadlines/due.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import { routeOf } from '../law/questions.ts';
import { limitSentence } from '../law/route.ts';
import type { Context } from '../matters/context.ts';
import { DayField, Reason, StepInput } from '../matters/fields.ts';
import { type Day, dayOf, dueDay, formatDocumentDay, isDay, startOfDay } from '../platform/now.ts';
import { invalid } from '../platform/refusal.ts';
import type { DisputeDecision } from './disputeDecision.ts';
import type { IntakeRules } from './rules.ts';

/** Where no way of the law is meant: another office, that has no limit for coming. */
export const NO_ROUTE = 'none';

export const DeclineInput = StepInput({
  ground: Type.String({ maxLength: 40, title: '情形' }),
  reason: Reason,
  way: Type.String({ pattern: '^[A-Za-z]{1,40}$', title: '走哪条路' }),
  goTo: Type.String({ minLength: 2, maxLength: 200, title: '该去哪里' }),
  startedOn: Type.Union([DayField, Type.Null()], { title: '期限从哪天起算' }),
});
export type DeclineInput = { ground: string; reason: string; way: string; goTo: string; startedOn: Day | null };

/** `runs`: the limit whose day is known, and since when. */
type Told = { limit: string; until: string; papers: string | null; runs?: { kind: string; at: Date } };
type Applicants = { parties: readonly { id: string; side: string; representsPartyId: string | null }[] };

/** Within how long one must be there, from when, and which day that is as far as it is known. */
function limitTold(
  { way, startedOn }: DeclineInput,
  { calendar, now }: Pick<Context<IntakeRules>, 'calendar' | 'now'>,
): Told {
  const route = routeOf(way);
  if (!route && way !== NO_ROUTE) throw invalid('unknownWay', 'way', '选一条路，或者选「没有期限的别的单位」。');
  const { limit = null, papers = null } = route ?? {};
  if (!limit) return { limit: '法律没有定去那里的期限，请尽早去。', until: '', papers };
  if (startedOn === null)
    return { limit: `${limitSentence(limit)}提出。从哪天起算还没有查清，请尽早去。`, until: '', papers };
  if (!isDay(startedOn)) throw invalid('noSuchDay', 'startedOn', '没有这一天。');
  if (startedOn > dayOf(now)) throw invalid('dayToCome', 'startedOn', '起算的那天不能在今天以后。');
  const rule = statutoryClocks.get(limit.clock)?.rule;
  if (!rule) throw new Error(`no limit called ${limit.clock}`);
  const at = startOfDay(startedOn);
  const { dueAt } = computeDue(rule, calendar, at);
  const until = dueAt ? `最晚${formatDocumentDay(dueDay(dueAt))}` : '';
  const said = `${limitSentence(limit)}提出，从${formatDocumentDay(startedOn)}算，${until}。`;
  return { limit: said, until, papers, runs: { kind: limit.clock, at } };
}

/** Not ours: always with the legal basis, with where to go instead and until when, on paper too. It stays visible and reviewable. */
export function decline(matter: Applicants, input: DeclineInput, context: Context<IntakeRules>): DisputeDecision {
  const ground = context.rules.intake.declineGrounds.find((each) => each.code === input.ground);
  if (!ground) throw invalid('unknownGround', 'ground', '选一种情形。');
  const note = (kind: string, body: string) => ({ id: context.newId(), kind, visibility: 'resident' as const, body });
  const goTo = input.goTo.trim();
  const { limit, until, papers, runs } = limitTold(input, context);
  const applicants = matter.parties.filter(({ side, representsPartyId }) => side === 'applicant' && !representsPartyId);
  return {
    type: 'decline',
    data: { ground: ground.code, basis: ground.basis, way: input.way, startedOn: input.startedOn },
    notes: [
      note('decline', input.reason.trim()),
      note('basis', ground.basis),
      note('goTo', goTo),
      note('limit', limit),
      ...(papers ? [note('papers', papers)] : []),
    ],
    // Their own day, and they are reminded of it: the limit runs though the center does nothing more.
    clocks: runs ? applicants.map(({ id: partyId }) => ({ act: 'start' as const, ...runs, partyId })) : [],
    tell: [
      {
        owner: 'resident',
        text: `这件事要到别处办。您可以去：${goTo}${until ? `，${until}` : ''}。不同意可以请中心重新审查。`,
      },
    ],
  };
}
