import type { Clock } from '../deadlines/clock.ts';
import type { PostEntry } from '../people/directory.ts';
import type { Role } from '../platform/actor.ts';
import { guard } from '../procedures/guard.ts';
import type { Todo as TodoOf } from '../procedures/head.ts';
import { headKey, leaderKey, unitKey } from '../procedures/owners.ts';
import { deskOf } from '../routing/units.ts';
import { openRequest } from '../waits/extensions.ts';
import { untold } from '../waits/tellLimit.ts';
import type { MaterialRequest } from '../waits/waiting.ts';
import { waitingFor } from '../waits/waits.ts';
import { leaderAsked } from '../waits/whoExtends.ts';
import { contactKey } from './contact.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { disputeKind } from './kind.ts';
import { mediating, owedOnMediators } from './mediators.ts';
import { owedPromise } from './owedPromise.ts';
import { type StepName, stepOf } from './procedure.ts';
import { ratingEnds } from './ratingBox.ts';
import { standingOf } from './standing.ts';

type Todo = TodoOf<StepName>;
type Owed = Omit<Todo, 'dueAt'>;
type Asking = Pick<DisputeContext, 'now' | 'rules' | 'directory'>;

function leadOwners(dispute: Dispute): string[] {
  return [headKey(dispute.leadUnitId ?? dispute.receivingCenterId)];
}

function doer(dispute: Dispute): string[] {
  return dispute.handlerPostId ? [`p:${dispute.handlerPostId}`] : leadOwners(dispute);
}

function owe(owners: readonly string[], act: StepName, clockKind: string | null): Owed[] {
  return owners.map((owner) => ({ owner, act, clockKind }));
}

/** A wait hides nothing: who works on it still has it on his list, with the day until which he waits. */
const waitOwed = ({ ground }: Pick<MaterialRequest, 'ground'>): [StepName, string] =>
  ground === 'material' ? ['receiveMaterial', 'materials'] : ['endWait', 'wait'];

/** Who is to decide on more time: once the limit was over, the center's leader. */
function owedExtension(dispute: Dispute, asking: Asking): Owed[] {
  const open = openRequest(dispute);
  if (!open || !stepOf('decideExtension').from.includes(dispute.status)) return [];
  const late = open.request.late && !leaderAsked(dispute, open.request, asking);
  const role = late ? 'centerLeader' : 'approver';
  return owe([`c:${dispute.receivingCenterId}#${role}`], 'decideExtension', open.clock.kind);
}

/** A party whom a reminder cannot reach is told by who works on it, later by who keeps the contact. */
function owedTelling(dispute: Dispute): Owed[] {
  const { handlerPostId, contactPostId, firstContactPostId, closedAt } = dispute;
  const [clock] = untold(dispute.clocks);
  const post = (closedAt === null && handlerPostId) || (contactPostId ?? firstContactPostId);
  return clock ? owe([`p:${post}`], 'tellLimit', clock.kind) : [];
}

function owedInMediation(dispute: Dispute, running: (kind: string) => boolean): Owed[] {
  const waiting = waitingFor(dispute);
  const center = `c:${dispute.receivingCenterId}`;
  const result: [StepName, string] = running('report') ? ['report', 'report'] : ['settle', 'handle'];
  const owed: Owed[] = waiting?.state === 'proposed' ? owe([`${center}#approver`], 'decidePause', null) : [];
  if (!dispute.handlerPostId) owed.push(...owe(leadOwners(dispute), 'assign', running('report') ? 'report' : 'handle'));
  else if (waiting?.state === 'approved') owed.push(...owe(doer(dispute), ...waitOwed(waiting)));
  else owed.push(...owe(doer(dispute), ...result));
  // They sit at the table, and it stays on the list of whoever has it in hand.
  owed.push(...mediating(dispute).flatMap(({ postId }) => owe([`p:${postId}`], ...result)));
  for (const support of dispute.supportingUnits)
    if (!support.doneAt) owed.push(...owe([headKey(support.unitId)], 'report', 'handle'));
  return owed;
}

function owedAfterClosing(dispute: Dispute, center: string, asking: Asking): Owed[] {
  if (dispute.contested) return owe([`${center}#centerLeader`], 'reopen', 'contest');
  if (dispute.status === 'closed' && !dispute.returnVisited)
    return owe([contactKey(dispute)], 'recordReturnVisit', 'returnVisit');
  // As long as the public may rate it cannot be struck off, and so nobody owes it.
  if (dispute.status === 'closed')
    return owe([`${center}#closer`], 'strikeOff', 'strikeOff').map((debt) => ({
      ...debt,
      from: ratingEnds(dispute, asking),
    }));
  return dispute.status === 'struckOff' ? owe([`${center}#closer`], 'archive', null) : [];
}

function owed(dispute: Dispute, running: (kind: string) => boolean, asking: Asking): Owed[] {
  const center = `c:${dispute.receivingCenterId}`;
  switch (dispute.status) {
    case 'registered':
      return owe([`${center}#dispatcher`], 'accept', 'accept');
    case 'accepted':
      return owe([`${center}#dispatcher`], dispute.difficulty ? 'dispatch' : 'triage', 'deploy');
    case 'dispatched':
      return owe(deskOf(dispute.leadUnitId ?? dispute.receivingCenterId), 'acknowledge', 'acknowledge');
    case 'routingDisputed':
      // A post may fall empty while it waits: its leader owes it as well.
      return owe([`${center}#referee`, `${center}#centerLeader`], 'rule', 'ruling');
    case 'inMediation':
      return owedInMediation(dispute, running);
    case 'settled':
    case 'mediationFailed':
    case 'withdrawn':
    case 'terminated':
      return owe(dispute.leadUnitId ? doer(dispute) : [`${center}#dispatcher`], 'submitClosure', 'handle');
    case 'closureSubmitted':
      return owe([`${center}#closer`], 'verifyClosure', 'verify');
    default:
      return owedAfterClosing(dispute, center, asking);
  }
}

/** Whoever asked or submitted does not decide on it: two people stand behind these. */
function askedBy(dispute: Dispute, act: StepName): string | null | undefined {
  if (act === 'verifyClosure') return dispute.submittedByPostId;
  if (act === 'decidePause') return waitingFor(dispute)?.askedByPostId;
  return act === 'decideExtension' ? openRequest(dispute)?.request.askedByPostId : null;
}

type Who = Pick<PostEntry, 'postId' | 'unitId' | 'role'>;

/**
 * On a restricted matter only those who may know of it can owe anything: the named ones who may do it, else the center's
 * leader. Where the leader may not do it either, it waits for somebody to be named who may.
 */
function amongThoseWhoKnow(dispute: Dispute, debts: readonly Owed[], { directory }: Asking): Owed[] {
  if (!dispute.restricted) return [...debts];
  const center = dispute.receivingCenterId;
  const leader = leaderKey(center);
  const may = (act: StepName, { postId, unitId, role }: Who) =>
    guard(disputeKind, act, standingOf(dispute), {
      ...{ postId, unitId, role, centerId: unitKey(unitId).startsWith('c:') ? unitId : null },
    }) === null && askedBy(dispute, act) !== postId;
  const leaders: readonly Who[] = directory.postsOf(center, 'centerLeader');
  const named = dispute.namedPostIds.flatMap((id) => directory.post(id) ?? []);
  const moved = debts.flatMap((debt): Owed[] => {
    if (debt.owner.startsWith('p:') || debt.owner === leader) return [debt];
    const able = named.filter((post) => may(debt.act, post));
    if (able.length > 0) return able.map(({ postId }) => ({ ...debt, owner: `p:${postId}` }));
    const byLeader = leaders.some((post) => may(debt.act, post));
    return [{ ...debt, owner: leader, act: byLeader ? debt.act : 'restrict' }];
  });
  return once(moved);
}

/** Not every center has every desk: where nobody sits, its leader owes it as well, who may do all that desks do. */
function withLeader(debt: Owed, { directory }: Asking): Owed[] {
  const [, centerId = '', role] = /^c:(.+)#(.+)$/.exec(debt.owner) ?? [];
  const empty = role !== undefined && directory.postsOf(centerId, role as Role).length === 0;
  return empty ? [debt, { ...debt, owner: leaderKey(centerId) }] : [debt];
}

const once = (debts: readonly Owed[]): Owed[] => [
  ...new Map(debts.map((debt) => [`${debt.owner} ${debt.act}`, debt])).values(),
];

/** Everything owed on a dispute after a step; everybody's home page is made of these rows. */
export function todosOf(dispute: Dispute, clocks: readonly Clock[], asking: Asking): Todo[] {
  const running = new Map(clocks.filter((clock) => clock.stoppedAt === null).map((clock) => [clock.kind, clock]));
  const all = [
    ...owed(dispute, (kind) => running.has(kind), asking),
    ...owedExtension({ ...dispute, clocks }, asking),
    ...owedTelling({ ...dispute, clocks }),
    ...owedPromise(dispute, doer(dispute)),
    ...owedOnMediators(dispute),
  ];
  if (dispute.importUndone) return [];
  const debts = once(amongThoseWhoKnow(dispute, all, asking).flatMap((debt) => withLeader(debt, asking)));
  return debts.map((todo) => {
    const clock = todo.clockKind ? running.get(todo.clockKind) : undefined;
    return { ...todo, clockKind: clock?.kind ?? null, dueAt: clock?.dueAt ?? null };
  });
}
