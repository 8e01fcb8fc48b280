import { createHash } from 'node:crypto';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, reading, record } from '../platform/db.ts';
import { canonicalJson } from '../platform/eventChain.ts';
import { newId } from '../platform/ids.ts';
import { toIso } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { differencesOf, type Recount } from './recount.ts';
import type { ReportAsk } from './reportAsk.ts';
import { type ReportDeps, readReport } from './reports.sql.ts';
import type { ReportView } from './reportView.ts';
import { keepersOf } from './scope.ts';
import type { Snapshot, SnapshotBrief } from './snapshotView.ts';

/** The digest of what was handed in: the same figures give the same one, and a changed row is seen. */
export const digestOf = (figures: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(figures))))
    .digest('hex');

const titleOf = ({ kind, spans, place }: ReportView): string =>
  `${place} ${spans.this.title}${kind === 'mediation' ? '人民调解统计' : '报表'}`;

/** Hands a report in: what it says at this moment stays as it is, whatever happens later. */
export async function handIn(deps: ReportDeps, actor: Actor, ask: ReportAsk): Promise<{ id: string; hash: string }> {
  const at = deps.now();
  const view = await readReport(deps, actor, ask, { asOf: at, live: true });
  const [id, hash] = [newId(at), digestOf(view)];
  await command(deps.db, actor, async (tx) => {
    const row = {
      ...{
        county_code: actor.countyCode,
        id,
        ask: JSON.stringify(view.ask),
        as_of: at,
        figures: JSON.stringify(view),
        hash,
      },
      ...{ seen_by: keepersOf(actor), handed_at: at, handed_by: actor.userId, handed_by_post_id: actor.postId },
    };
    record(tx, tx.insertInto('report_snapshot').values(row));
    recordTrail(tx, {
      at,
      act: 'report.handedIn',
      actor,
      subject: id,
      detail: { kind: view.kind, from: view.spans.this.from },
    });
  });
  return { id, hash };
}

const rowsOf = (queries: Queries, countyCode: string) =>
  queries
    .selectFrom('report_snapshot as s')
    .leftJoin('app_user as u', 'u.id', 's.handed_by')
    .select(['s.id', 's.as_of', 's.figures', 's.hash', 's.handed_at', 'u.name'])
    .where('s.county_code', '=', countyCode)
    .orderBy('s.handed_at', 'desc');

type Row = { id: string; as_of: Date; figures: unknown; hash: string; handed_at: Date; name: string | null };

const brief = ({ id, as_of, figures, hash, handed_at, name }: Row): SnapshotBrief => ({
  ...{ id, title: titleOf(figures as ReportView), asOf: toIso(as_of), handedAt: toIso(handed_at) },
  ...{ handedBy: name ?? '', hash },
});

export async function listSnapshots(deps: ReportDeps, actor: Actor): Promise<SnapshotBrief[]> {
  const rows = await reading(deps.db, actor, (queries) => rowsOf(queries, actor.countyCode).limit(50).execute());
  return rows.map(brief);
}

export async function getSnapshot(deps: ReportDeps, actor: Actor, id: string): Promise<Snapshot> {
  const row = await reading(deps.db, actor, (queries) =>
    rowsOf(queries, actor.countyCode).where('s.id', '=', id).executeTakeFirst(),
  );
  if (row === undefined) return refuse('notFound', 'noSuchSnapshot', '没有这份报出的报表，或者不归这个岗位看。');
  return { ...brief(row), view: row.figures as ReportView, intact: digestOf(row.figures) === row.hash };
}

/** The same question asked again of the same moment: what was entered or changed since shows as a difference. */
export async function recount(deps: ReportDeps, actor: Actor, id: string): Promise<Recount> {
  const { view, asOf } = await getSnapshot(deps, actor, id);
  const again = await readReport(deps, actor, view.ask, { asOf: new Date(asOf), live: false });
  return { asOf, differences: differencesOf(view, again) };
}
