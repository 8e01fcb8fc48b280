import type { Calendar } from '../calendar/calendar.ts';
import { clockState } from '../deadlines/state.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { Engine, Reference } from './engine.ts';
import { owedWords, pageOf, wayWords } from './kind.ts';
import type { Named, WorkItem, WorkList } from './views.ts';
import type { WorkRow } from './workRow.ts';

function chipOf(clock: WorkRow['clock'], calendar: Calendar, now: Date): WorkItem['clock'] {
  if (!clock) return null;
  const { code, word, chip, sentence } = clockState(clock, calendar, now);
  return { label: clock.rule.label, code, word, chip, sentence };
}

const dated = (at: Date | number | null): Date | null => (at instanceof Date ? at : null);

function workItem(row: WorkRow, actor: Actor, around: WorkAround): WorkItem {
  const { reference, now, kinds, names } = around;
  const kind = kinds[row.kind]?.kind;
  const step = kind?.steps[row.act];
  const way = kind && step ? wayWords(kind, row.act) : { zh: row.act, en: row.act };
  const code = row.aboutCode ?? row.code;
  const named = names.get(row.aboutId ?? row.matterId);
  return {
    id: row.id,
    kind: row.kind,
    code,
    own: row.aboutCode === null ? null : row.code,
    page: kind ? pageOf({ kind }, row.code) : '',
    codeShort: shortCode(code, reference.network.region(row.countyCode)?.short ?? ''),
    title: named?.title ?? row.title,
    partiesLine: named?.parties ?? '',
    unit: named?.unit ?? '',
    ownTitle: named && row.aboutId ? row.title : null,
    act: row.act,
    owed: kind && step ? owedWords(kind, row.act) : { zh: row.act, en: row.act },
    actLabel: way.zh,
    actLabelEn: way.en,
    actKey: step?.key ?? null,
    clock: chipOf(row.clock, reference.calendarFor(row.countyCode), now),
    dueAt: dated(row.dueAt)?.toISOString() ?? null,
    since: row.since.toISOString(),
    status: row.status,
    statusLabel: kind?.statuses[row.status]?.zh ?? row.status,
    statusLabelEn: kind?.statuses[row.status]?.en ?? row.status,
    mine: row.owner === `p:${actor.postId}` || row.owner === `p:${actor.covers?.postId}`,
    as: null,
  };
}

/** `names`: what a matter is called, by its id. */
export type WorkAround = {
  reference: Reference;
  now: Date;
  kinds: Engine['kinds'];
  names: ReadonlyMap<string, Named>;
};

/** One debt, and the post that owes it: the own one, or another of the same person. */
export type WorkOf = { readonly row: WorkRow; readonly post: Actor };

/** A page of what I owe. A matter that reaches me in two posts is shown once, in the own one. */
export function workList(page: readonly WorkOf[], actor: Actor, around: WorkAround): Pick<WorkList, 'asOf' | 'items'> {
  const items = new Map<string, WorkItem>();
  for (const { row, post } of page) {
    const other = post.postId !== actor.postId;
    const as = other ? { postId: post.postId, covers: post.covers?.name ?? null } : null;
    const key = `${row.code}/${row.act}`;
    if (!items.has(key) || !other) items.set(key, { ...workItem(row, post, around), as });
  }
  return { asOf: around.now.toISOString(), items: [...items.values()] };
}
