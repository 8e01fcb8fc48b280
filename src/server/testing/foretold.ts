import pg from 'pg';
import { type Status, type StepName, statusLabels } from '../../disputes/procedure.ts';
import type { DisputeView } from '../../disputes/views.ts';
import { spokenOwner } from '../../people/spokenOwner.ts';
import { newId } from '../../platform/ids.ts';
import { addDays, type Day, dayOf } from '../../platform/now.ts';
import type { Outlook } from '../../procedures/views.ts';
import type { TestApp } from './app.ts';
import { validInput } from './inputs.ts';

/** How a matter stands in its tables, read behind the back of everything that shows it. */
export type Recorded = {
  events: number;
  notices: { owner: string; text: string }[];
  /** In every other matter: what people of the house, and what residents, were told. */
  elsewhere: { kind: string; owner: string; text: string }[];
  told: string[];
  clocks: {
    id: string;
    kind: string;
    unitId: string | null;
    label: string;
    dueAt: string | null;
    stoppedAt: string | null;
  }[];
  todos: string[];
  status: string;
  viewers: string[];
};

// biome-ignore lint/suspicious/noExplicitAny: rows of a test's own statements, each read right below it
type Row = Record<string, any>;

/** Reads as the owner of the tables: no policy hides what was written. */
export async function opened(it: TestApp) {
  const admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  const rows = async (text: string, code: string): Promise<Row[]> =>
    (await admin.query(`with m as (select id from matter where code = $1) ${text}`, [code])).rows;
  const recorded = async (code: string): Promise<Recorded> => {
    const at = (value: Date | null) => value?.toISOString() ?? null;
    const of = 'where matter_id = (select id from m)';
    const [head] = await rows('select status, seen_by, event_seq from matter where id = (select id from m)', code);
    const notices = await rows(`select owner, text from notice ${of}`, code);
    const elsewhere = await rows(
      `select k.kind, x.owner, x.text from (
         select matter_id, owner, text from notice union all
         select matter_id, 'resident', body from note where kind = 'told') x
       join matter k on k.id = x.matter_id where k.code <> $1`,
      code,
    );
    const told = await rows(`select body from note ${of} and kind = 'told' order by id`, code);
    const clocks = await rows(
      `select id, kind, unit_id, rule ->> 'label' as label, due_at, stopped_at from matter_clock ${of} order by id`,
      code,
    );
    const todos = await rows(`select owner || ' ' || act as todo from matter_todo ${of} order by 1`, code);
    return {
      events: head?.event_seq ?? 0,
      status: head?.status ?? '',
      viewers: [...(head?.seen_by ?? [])].sort(),
      notices: notices.map(({ owner, text }) => ({ owner, text })),
      elsewhere: elsewhere.map(({ kind, owner, text }) => ({ kind, owner, text })),
      told: told.map(({ body }) => body),
      clocks: clocks.map(({ id, kind, unit_id, label, due_at, stopped_at }) => ({
        ...{ id, kind, unitId: unit_id, label, dueAt: at(due_at), stoppedAt: at(stopped_at) },
      })),
      todos: todos.map(({ todo }) => todo),
    };
  };
  return { recorded, close: () => admin.end() };
}

const sorted = (lines: readonly string[]): string[] => [...lines].sort();
const ofAnother = (who: string) => who.startsWith('另一件的');
const inside = (channel: string) => channel === '站内' || channel === '查询页';

/** What was said before pressing, in lines that can be laid beside what was recorded. */
export function foretold({ tells, starts, stops, pauses, moves, statusAfter }: Outlook) {
  return {
    statusAfter,
    inHouse: sorted(tells.flatMap(({ who, channel, text }) => (channel === '站内' ? [`${who}：${text}`] : []))),
    resident: sorted(
      tells.flatMap(({ who, channel, text }) => (channel === '查询页' && !ofAnother(who) ? [text] : [])),
    ),
    residentsElsewhere: sorted(
      tells.flatMap(({ who, channel, text }) => (channel === '查询页' && ofAnother(who) ? [text] : [])),
    ),
    starts: sorted(starts.map(({ label, dueAt }) => `${label} ${dueAt}`)),
    stops: sorted(stops.map(({ label }) => label)),
    pauses: sorted(pauses.map(({ label }) => label)),
    moves: sorted(moves.map(({ label, dueAt }) => `${label} ${dueAt}`)),
    leaves: sorted(
      tells.flatMap(({ who, channel, text }) => (inside(channel) || ofAnother(who) ? [] : [`${channel}：${text}`])),
    ),
  };
}

/** What stands there now and did not before. */
function added<T extends { owner: string; text: string }>(before: readonly T[], after: readonly T[]): T[] {
  const fresh = [...after];
  for (const old of before) {
    const at = fresh.findIndex(({ owner, text }) => owner === old.owner && text === old.text);
    if (at >= 0) fresh.splice(at, 1);
  }
  return fresh;
}

/** The texts of the one list that the other does not hold, each as often as it stands there more. */
function beyond(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What was recorded, in the same lines; of several clocks of one kind each goes by its unit. */
export function happened(it: TestApp, before: Recorded, after: Recorded, leaves: readonly string[]) {
  const words = it.engine.reference();
  const old = new Map(before.clocks.map((clock) => [clock.id, clock]));
  const clocks = after.clocks.map((clock) => {
    const several = after.clocks.filter(({ kind }) => kind === clock.kind).length > 1;
    const unit = several && clock.unitId ? words.network.unit(clock.unitId)?.short : '';
    const was = old.get(clock.id);
    return { ...clock, label: `${unit ?? ''}${clock.label}`, was, plain: clock.label };
  });
  const running = clocks.filter(({ was, stoppedAt }) => was?.stoppedAt === null && stoppedAt === null);
  const changed = running.filter(({ was, dueAt }) => was?.dueAt !== dueAt);
  const ended = clocks.filter(({ was, stoppedAt }) => was?.stoppedAt === null && stoppedAt !== null);
  const dated = ({ label, dueAt }: { label: string; dueAt: string | null }) => `${label} ${dueAt}`;
  const fresh = added(before.notices, after.notices);
  const others = added(before.elsewhere, after.elsewhere);
  const another = others.filter(({ owner }) => owner !== 'resident');
  return {
    statusAfter: statusLabels[after.status as Status].zh,
    inHouse: sorted([
      ...fresh.map(({ owner, text }) => `${spokenOwner(owner, words)}：${text}`),
      ...another.map(
        ({ kind, owner, text }) => `${kind === 'dispute' ? '另一件的' : ''}${spokenOwner(owner, words)}：${text}`,
      ),
    ]),
    residentsElsewhere: sorted(others.flatMap(({ owner, text }) => (owner === 'resident' ? [text] : []))),
    resident: sorted(beyond(before.told, after.told)),
    starts: sorted(clocks.filter(({ was }) => !was).map(dated)),
    stops: sorted(ended.map(({ label }) => label)),
    pauses: sorted(changed.filter(({ dueAt }) => dueAt === null).map(({ plain }) => plain)),
    moves: sorted(changed.filter(({ dueAt }) => dueAt !== null).map(({ plain, dueAt }) => `${plain} ${dueAt}`)),
    leaves: sorted(leaves),
  };
}

type Known = {
  view: DisputeView;
  other: string;
  handlers: readonly string[];
  now: Date;
  pick: number;
  upload: () => Promise<string>;
  /** Which agreement waits to be locked, and its digest. */
  unlocked?: () => Promise<object>;
};

/** An input that fits this dispute today; `pick` chooses among several. */
/** Two sums and a deed, between the first two parties; one is due at once. */
function owedToday({ parties: [payee, payer] }: DisputeView, today: Day, pick: number) {
  const sides = payer && payee ? { payerPartyId: payer.id, payeePartyId: payee.id } : {};
  const deed = { obligation: '修好漏点', amountCents: null, dueOn: addDays(today, pick % 3), ...sides };
  const first = { obligation: '付第一笔', amountCents: 5000, dueOn: today, ...sides };
  return [first, { ...first, obligation: '付第二笔', dueOn: addDays(today, 30) }, deed];
}

/** What fits what is owed by the agreements now. */
function promiseInput(name: StepName, { settlements, payments, parties: [payee, payer] }: DisputeView, today: Day) {
  const open = settlements.flatMap(({ items }) => items).filter(({ state }) => state === 'open');
  const late = open.filter(({ dueOn }) => dueOn !== null && dueOn < today);
  const [first = { id: newId() }] = name === 'stateDefault' || name === 'remindPayer' ? late : open;
  const promiseIds = [first.id];
  const promiseId = open.find(({ amountCents }) => amountCents === null)?.id ?? newId();
  const paymentId = payments.find(({ undone }) => !undone)?.id ?? newId();
  const fits: Record<string, object> = {
    recordPayment: { payerPartyId: payer?.id, payeePartyId: payee?.id, cents: 100, paidOn: today },
    recordDeed: { promiseId, doneOn: today },
    changePromises: { promiseIds, dueOn: addDays(today, 10) },
    waivePromises: { promiseIds, saidBy: payee?.id },
    stateDefault: { promiseIds },
    remindPayer: { promiseIds },
    undoPayment: { paymentId },
  };
  return { ...validInput(name), ...fits[name] };
}

export async function fittingInput(
  name: StepName,
  { view, other, handlers, now, pick, upload, unlocked }: Known,
): Promise<object> {
  const today = dayOf(now);
  const input = validInput(name);
  const units = ['140106-housing', '140106-health', '140106004-center', '140106-justice'];
  const leadUnitId = units[pick % units.length];
  const one = <T>(list: readonly T[]): T | undefined => list[pick % Math.max(1, list.length)];
  switch (name) {
    case 'dispatch':
    case 'rule':
    case 'transfer':
      return { ...input, leadUnitId };
    case 'triage':
      return { ...input, difficulty: one(['ordinary', 'simple']) };
    case 'inviteUnit':
      return { ...input, unitId: leadUnitId };
    case 'assign':
      return { postId: one(handlers) };
    case 'formTaskForce':
      return { ...input, leaderPostId: handlers[0], memberPostIds: handlers.slice(1, 3), until: addDays(today, 3) };
    case 'appointMediator':
      return { ...input, postIds: [handlers.at(-1)] };
    case 'declareTie':
      return { ties: pick % 2 === 0 ? [] : ['community'] };
    case 'objectToMediator':
    case 'acceptMediator':
    case 'releaseMediator': {
      const mediator = one(view.mediators.filter(({ state }) => state !== 'released'));
      return { ...input, ...(mediator && { mediatorId: mediator.id }) };
    }
    case 'requestWait':
      return { ...input, ground: one(view.waitGrounds) ?? 'court', until: addDays(today, 5) };
    case 'requestExtension': {
      const clock = one(view.extendable);
      const plan = clock?.needsPlan ? [{ on: addDays(today, 1), what: '约双方到现场' }] : [];
      return { ...input, clockKind: clock?.kind ?? 'handle', length: Math.min(clock?.lengthLeft ?? 20, 20), plan };
    }
    case 'decidePause':
    case 'decideExtension':
      return { ...input, approve: pick % 3 > 0 };
    case 'startStatutory':
      // Near its end from the start, and of somebody who holds no slip: the house cannot remind him.
      if (pick % 3 === 0)
        return { kind: 'trafficReviewRequest', partyId: view.parties[1]?.id, day: addDays(today, -2), note: '送达' };
      return { ...input, day: today, ...(pick % 3 === 1 && { kind: 'laborAward' }) };
    case 'stopStatutory':
      return { ...input, day: today };
    case 'changeStatutory': {
      const running = view.clocks.filter(
        ({ binds, stoppedAt, kind }) => binds !== 'ours' && stoppedAt === null && kind !== 'wait',
      );
      return { ...input, day: today, kind: one(running)?.kind ?? 'laborAward' };
    }
    case 'interruptLimitation':
      return { ...input, day: today, partyId: one(view.parties)?.id };
    case 'settle':
      return { ...input, effectiveOn: today, items: owedToday(view, today, pick) };
    case 'recordPayment':
    case 'recordDeed':
    case 'changePromises':
    case 'waivePromises':
    case 'stateDefault':
    case 'remindPayer':
    case 'undoPayment':
      return promiseInput(name, view, today);
    case 'draftAgreement': {
      const { agreement } = input as { agreement: object };
      return { ...input, agreement: { ...agreement, partyIds: view.parties.map(({ id }) => id), madeOn: today } };
    }
    case 'lockAgreement':
      return (await unlocked?.()) ?? input;
    case 'restrict':
      return { ...input, restricted: !view.restricted };
    case 'merge':
      return { ...input, leadCode: other };
    case 'addFile':
      return { uploads: [await upload()] };
    default:
      return input;
  }
}
