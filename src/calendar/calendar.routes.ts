import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Actor } from '../platform/actor.ts';
import { command, plainly, type Queries } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { type Gate, openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { formatTime } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import { readSheet } from '../sheets/readSheet.ts';
import { findPublishedOn, listVersions } from './calendar.sql.ts';
import { type Calendar, missingYear } from './calendar.ts';
import { type CalendarDraft, dropDraft, findDraft, saveDraft } from './drafts.sql.ts';
import { dayColumns, importDays } from './importDays.ts';
import { DraftInput, problemsOf } from './publishYear.ts';

export type CalendarDeps = Deps & {
  readonly gate: Gate;
  readonly reference: { current(): { readonly calendar: Calendar }; refresh(): Promise<void> };
};

export const calendarTags = ['日历 calendar'];
const tags = calendarTags;
export const yearParams = Type.Object({ year: Type.Integer({ minimum: 2020, maximum: 2100 }) });
const params = yearParams;

const notPublished = (year: number): string =>
  `${year}年的放假安排还没有录入，这一年的日期按周一到周五推算，录入后会重算。`;

/** Days off are the same for the whole city: its own system administrator keeps them. */
export async function requireCityKeeper(gate: Gate, request: FastifyRequest): Promise<Actor> {
  const actor = await gate.requireKeeper(request);
  if (!isCityKeeper(actor)) refuse('forbidden', 'cityOnly', '放假安排全市统一，由市里的系统管理员录入。');
  return actor;
}

const isCityKeeper = ({ role, countyCode }: Actor): boolean => role === 'systemAdmin' && countyCode.endsWith('00');

const draftView = (draft: CalendarDraft | null) => draft && { ...draft, problems: problemsOf(draft.year, draft) };

const byNobody = { publishedAt: null, publishedBy: null, runId: null };

async function readYear({ reference, now }: CalendarDeps, queries: Queries, actor: Actor, year: number) {
  const { calendar } = reference.current();
  const published = calendar.years.get(year);
  const keeps = isCityKeeper(actor);
  const days = [...calendar.days.values()].filter(({ day }) => day.startsWith(`${year}-`));
  const publishedOn = await findPublishedOn(queries, year);
  const kept = await listVersions(queries, year);
  // What came with the system is kept as a version once it is replaced.
  const first = published && kept.length === 0 ? [{ ...published, days, publishedOn, ...byNobody }] : [];
  return {
    year,
    published: published !== undefined,
    sentence: published === undefined ? notPublished(year) : null,
    version: published?.version ?? 0,
    source: published?.source ?? null,
    publishedOn,
    days,
    missingYear: missingYear(calendar, now()),
    versions: [...kept, ...first],
    keeps,
    draft: keeps ? draftView(await findDraft(queries, year)) : null,
  };
}

/** The working-day calendar: a year with its days and history; what keepers prepare. Publishing moves clocks: deadlines. */
export function calendarRoutes(app: Http, deps: CalendarDeps): void {
  const { gate, db } = deps;
  app.get('/api/calendar/:year', { schema: { tags, summary: '一年的放假和调休', params } }, async (request) => {
    const actor = await gate.requireActor(request);
    return plainly(db, (queries) => readYear(deps, queries, actor, request.params.year));
  });
  const saving = { tags, summary: '存放假安排的草稿', params, body: DraftInput };
  app.post('/api/calendar/:year/drafts', { schema: saving }, async (request, reply) => {
    const actor = await requireCityKeeper(gate, request);
    const { year } = request.params;
    const { revision, ...input } = request.body;
    const draft = await command(db, openScope, async (tx) => {
      const baseVersion = deps.reference.current().calendar.years.get(year)?.version ?? 0;
      const saved = await saveDraft(tx, year, revision, { ...input, baseVersion, at: deps.now(), by: actor.userId });
      const now = await findDraft(tx, year);
      if (saved !== undefined) return now;
      const who = now
        ? `${now.savedBy ?? '另一位同事'}在 ${formatTime(now.savedAt)} 存过这份草稿`
        : '这份草稿刚被撤掉了';
      return refuse('conflict', 'movedOn', `${who}，您的还没有存上。请先看看那一稿。`);
    });
    return reply.code(201).send(draftView(draft));
  });
  const withdrawing = { tags, summary: '不要这份草稿了', params };
  app.post('/api/calendar/:year/withdrawals', { schema: withdrawing }, async (request, reply) => {
    await requireCityKeeper(gate, request);
    await command(db, openScope, async (tx) => dropDraft(tx, request.params.year));
    return reply.code(204).send();
  });
  const importing = { tags, summary: '从表格读放假安排，不写入', params };
  app.post('/api/calendar/:year/imports', { schema: importing }, async (request, reply) => {
    await requireCityKeeper(gate, request);
    const part = await request.file();
    if (part === undefined) return refuseField('file', '选一个 Excel 或 CSV 文件再传。');
    const asked = { columns: dayColumns, csv: true, signal: whileWaiting(reply) };
    const { rows, unknownColumns } = await readSheet(await part.toBuffer(), asked);
    return { rows: importDays(rows, request.params.year), unknownColumns };
  });
}
