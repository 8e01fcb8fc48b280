import { spokenLength } from '../deadlines/clockRule.ts';
import { formatDue } from '../platform/now.ts';
import { allowanceOf, dueWith, extendable, openRequest } from '../waits/extensions.ts';
import { waitGrounds, waitSentence, waitWord } from '../waits/waits.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { DisputeView } from './views.ts';

type Time = Pick<DisputeView, 'materials' | 'waitGrounds' | 'extendable' | 'extensionAsked'>;

export const noTime: Time = { materials: [], waitGrounds: [], extendable: [], extensionAsked: null };

function askedOf(dispute: Dispute, { calendar, now, directory }: DisputeContext): DisputeView['extensionAsked'] {
  const open = openRequest(dispute);
  if (!open) return null;
  const { request, clock } = open;
  const to = dueWith(clock, request, '', calendar, now);
  return {
    label: clock.rule.label,
    length: spokenLength(request.length, request.unit),
    reason: request.reason,
    plan: request.plan,
    from: clock.dueAt && formatDue(clock.dueAt),
    to: to && formatDue(to),
    late: request.late,
    askedBy: (request.askedByPostId && directory.post(request.askedByPostId)?.name) || '',
  };
}

function materialsOf(dispute: Dispute, context: DisputeContext): DisputeView['materials'] {
  return dispute.materials.map((wait) => ({
    id: wait.id,
    what: wait.what,
    state: wait.state,
    ground: wait.ground,
    limitAt: wait.limitAt.toISOString(),
    word: waitWord(wait, context.network),
    sentence: waitSentence(wait, context.network),
  }));
}

/** What is waited for; what may be asked for on the clocks that run: more time, and waiting on whom. */
export function timeOf(dispute: Dispute, context: DisputeContext): Time {
  return {
    materials: materialsOf(dispute, context),
    waitGrounds: waitGrounds(dispute),
    extensionAsked: askedOf(dispute, context),
    extendable: extendable(dispute.clocks).flatMap((clock) => {
      const allowance = allowanceOf(clock);
      if (!allowance) return [];
      const { unit, by, needsPlan } = allowance.rule;
      const { label, basis } = clock.rule;
      return [{ kind: clock.kind, label, unit, lengthLeft: allowance.lengthLeft, by, needsPlan, basis }];
    }),
  };
}
