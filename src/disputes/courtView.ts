import { explain } from '../deadlines/explain.ts';
import { roleLabel } from '../people/roles.ts';
import { formatDue } from '../platform/now.ts';
import { sendBackLimit } from '../routing/court.ts';
import type { EventRow } from './disputeRows.ts';
import type { ViewParts } from './disputeView.ts';
import { seesFacts } from './sight.ts';
import type { DisputeView, Sight } from './views.ts';

type Court = NonNullable<DisputeView['court']>;

const given = new Set(['dispatch', 'transfer', 'rule']);
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function whoSaid({ name, actor_unit_id: unitId, actor_role: role }: EventRow, { context }: ViewParts): string {
  const unit = unitId ? context.network.unit(unitId)?.short : undefined;
  return [name ?? '', [unit, roleLabel(role as 'handler')].filter(Boolean).join(' ')].filter(Boolean).join('，');
}

/** Side by side for whoever rules: what the dispatch relied on, and what the unit says against it. */
function questionOf(parts: ViewParts): Court['question'] {
  const { rows, context } = parts;
  const at = rows.events.findIndex(({ type }) => type === 'sendBack');
  const back = rows.events[at];
  const dispatch = rows.events.slice(at + 1).find(({ type }) => given.has(type));
  if (!back) return null;
  const words = (event: EventRow | undefined, kind: string) =>
    rows.notes.find((note) => note.event_id === event?.id && note.kind === kind)?.body ?? null;
  const unit = (id: unknown) => context.network.unit(text(id) ?? '')?.short ?? null;
  return {
    fromUnitId: text(back.data.fromUnitId) ?? '',
    from: unit(back.data.fromUnitId) ?? '',
    sentBackAt: back.at.toISOString(),
    by: whoSaid(back, parts),
    words: words(back, 'sendBack') ?? '',
    betterUnitId: text(back.data.betterUnitId),
    better: unit(back.data.betterUnitId),
    dispatchedAt: dispatch?.at.toISOString() ?? null,
    dispatchedBy: dispatch ? whoSaid(dispatch, parts) : null,
    basis: text(dispatch?.data.basis),
    basisDate: text(dispatch?.data.dutyDate),
    dispatchWords: words(dispatch, dispatch?.type ?? ''),
  };
}

/** What a page shows of the routing court: until when the unit may send it back, and what there is to rule on. */
export function courtOf(parts: ViewParts, sight: Sight, now: readonly string[]): DisputeView['court'] {
  const { dispute, context } = parts;
  const limit = now.includes('sendBack') ? sendBackLimit(dispute, context) : null;
  const disputed = dispute.status === 'routingDisputed' && seesFacts(sight);
  if (!limit && !disputed) return null;
  return {
    sendBack: limit?.due.dueAt ? { until: formatDue(limit.due.dueAt), arithmetic: explain(limit.due.steps) } : null,
    question: disputed ? questionOf(parts) : null,
  };
}
