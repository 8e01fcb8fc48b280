import { Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { headsUnit, mayEnter } from '../people/doors.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { roleLabel } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { addDays, dayOf } from '../platform/now.ts';
import { AbsenceInput, CoverInput, DecideInput, mayAsk, mayGrant } from './absence.ts';
import { type AbsenceRow, listAbsences } from './absences.sql.ts';
import type { AbsencePage, AbsenceView } from './absenceViews.ts';
import type { AttendanceEngine } from './attendanceEngine.ts';
import { addAbsence, decideCover, endAbsence, nameCover } from './cover.sql.ts';
import { previewCover } from './previewCover.sql.ts';

const tags = ['代班 cover'];
const params = Type.Object({ id: Id });
const PAST_DAYS = 30;

function viewOf(engine: AttendanceEngine, actor: Actor, row: AbsenceRow, today: string): AbsenceView {
  const post = { ...row, unitId: row.unitId };
  const over = row.to < today || row.state === 'ended';
  return {
    id: row.id,
    name: row.name,
    postLabel: roleLabel(row.role),
    unit: engine.reference().network.unit(row.unitId)?.short ?? '',
    from: row.from,
    to: row.to,
    reason: row.reason,
    state: row.state,
    coverName: row.coverName,
    decision: row.decision,
    mine: row.userId === actor.userId,
    covering: row.coverUserId === actor.userId && row.state === 'granted',
    running: !over && row.from <= today,
    acts: {
      name: !over && row.state !== 'granted' && mayAsk(actor, post),
      decide: !over && row.state === 'asked' && mayGrant(actor, post, row.coverUserId),
      end: !over && mayAsk(actor, post),
    },
  };
}

function peopleOf(engine: AttendanceEngine, actor: Actor): Pick<AbsencePage, 'posts' | 'colleagues'> {
  const { directory, network } = engine.reference();
  const label = (unitId: string, role: string) => `${network.unit(unitId)?.short ?? ''} ${roleLabel(role)}`;
  const unit = directory.postsOf(actor.unitId);
  const leads = headsUnit(actor.role);
  const named = unit.map(({ postId, name, userId, unitId, role }) => ({
    ...{ postId, name, label: label(unitId, role) },
    mine: userId === actor.userId,
  }));
  const center = `${actor.countyCode}-center`;
  const others = center === actor.unitId ? [] : directory.postsOf(center);
  return {
    posts: named.filter(({ mine }) => mine || leads),
    colleagues: [...unit, ...others]
      .filter(({ userId }) => userId !== actor.userId || leads)
      .map(({ postId, name, unitId, role }) => ({ postId, name, label: label(unitId, role) })),
  };
}

/** 请假和代班: who is away, who covers until when, granted by the unit's leader. */
export function absenceRoutes(app: Http, engine: AttendanceEngine): void {
  app.get('/api/absences', { schema: { tags, summary: '请假和代班' } }, async (request): Promise<AbsencePage> => {
    const actor = await requireActor(request, engine);
    const today = dayOf(engine.now());
    const leads = headsUnit(actor.role);
    const everybody = mayEnter('people', actor.role);
    const whose = { counties: actor.counties, userId: actor.userId, unitId: leads ? actor.unitId : null, everybody };
    const rows = await reading(engine.db, actor, (queries) =>
      listAbsences(queries, { ...whose, since: addDays(today, -PAST_DAYS) }),
    );
    return { today, rows: rows.map((row) => viewOf(engine, actor, row, today)), ...peopleOf(engine, actor) };
  });
  app.post('/api/absences', { schema: { tags, summary: '请假', body: AbsenceInput } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send(await addAbsence(engine, actor, request.body));
  });
  const { reason: _, ...withoutReason } = AbsenceInput.properties;
  const preview = Type.Object(withoutReason, { additionalProperties: false });
  app.post('/api/absences/previews', { schema: { tags, summary: '请假之前看看', body: preview } }, async (request) => {
    const actor = await requireActor(request, engine);
    return previewCover(engine, actor, request.body);
  });
  const naming = { tags, summary: '指定代办人', params, body: CoverInput };
  app.post('/api/absences/:id/covers', { schema: naming }, async (request) => {
    const actor = await requireActor(request, engine);
    return nameCover(engine, actor, request.params.id, request.body.coverByPostId);
  });
  const deciding = { tags, summary: '同意代班', params, body: DecideInput };
  app.post('/api/absences/:id/decisions', { schema: deciding }, async (request) => {
    const actor = await requireActor(request, engine);
    return decideCover(engine, actor, request.params.id, request.body);
  });
  app.post('/api/absences/:id/endings', { schema: { tags, summary: '销假', params } }, async (request) => {
    const actor = await requireActor(request, engine);
    return endAbsence(engine, actor, request.params.id);
  });
}
