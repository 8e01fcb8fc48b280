import { recordAsSystem } from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { type PageNotice, recordPageNotices } from './attendance.sql.ts';
import { type AttendanceEngine, calledShort, isDesk } from './attendanceEngine.ts';
import { type AnswerInput, answerCall, type Call, type CallState } from './callOut.ts';
import { CALLS_PAGE, calledNotice } from './callOuts.sql.ts';

const callOf = (row: Awaited<ReturnType<typeof lockCall>>): Call => ({
  id: row.id,
  centerId: row.center_id,
  unitId: row.unit_id,
  state: row.state,
  round: row.round,
  calledPostIds: row.called_post_ids,
  calledAt: row.called_at,
  lastCalledAt: row.last_called_at,
  ended: row.ended_at !== null || row.state === 'cancelled',
});

async function lockCall(tx: Tx, actor: Actor, id: string) {
  const row = await tx
    .selectFrom('call_out')
    .selectAll()
    .where('county_code', 'in', [...actor.counties])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('notFound', 'noSuchCall', '没有这次叫，或者这个岗位看不到。');
}

const update = (tx: Tx, { county_code, id }: { county_code: string; id: string }) =>
  tx.updateTable('call_out').where('county_code', '=', county_code).where('id', '=', id);

const deskNotices = (centerId: string, text: string): PageNotice[] =>
  ['receptionist', 'dispatcher'].map((role) => ({ owner: `c:${centerId}#${role}`, text, page: CALLS_PAGE }));

export async function answerCallOut(engine: AttendanceEngine, actor: Actor, id: string, input: AnswerInput) {
  const { directory, network } = engine.reference();
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const row = await lockCall(tx, actor, id);
    const postIds = directory.postsOf(row.unit_id).map(({ postId }) => postId);
    const answered = answerCall(actor, callOf(row), input, { postIds, promised: row.promised_minutes });
    const name = calledShort(row.unit_id, network);
    const instead = answered.insteadPostId;
    recordAsSystem(tx);
    const set = {
      state: answered.state,
      answer: answered.answer,
      eta_minutes: answered.etaMinutes,
      answered_at: answered.state === 'called' ? null : now,
      answered_by_post_id: actor.postId,
      instead_unit_id: answered.insteadUnitId,
      ...(instead && { called_post_ids: [...row.called_post_ids, instead], last_called_at: now, round: row.round + 1 }),
    };
    record(tx, update(tx, row).set(set));
    const sentence = answerSentence(engine, name, answered);
    const tell = instead ? [calledNotice(engine, row.center_id, instead, row)] : deskNotices(row.center_id, sentence);
    recordPageNotices(tx, row.county_code, tell, now);
    return { id, sentence };
  });
}

function answerSentence(engine: AttendanceEngine, name: string, answered: ReturnType<typeof answerCall>): string {
  const { directory, network } = engine.reference();
  const said = answered.answer ? `：${answered.answer}` : '';
  if (answered.state === 'coming') return `${name}来，${answered.etaMinutes}分到${said}。`;
  if (answered.insteadPostId)
    return `${name}换${directory.post(answered.insteadPostId)?.name ?? '同事'}来，已经叫了${said}。`;
  const instead = answered.insteadUnitId ? `，建议换${calledShort(answered.insteadUnitId, network)}` : '';
  return `${name}来不了${said}${instead}。`;
}

const ends: Readonly<
  Record<'arrivals' | 'cancellations' | 'departures', { from: readonly CallState[]; words: string }>
> = {
  arrivals: { from: ['called', 'coming', 'refused'], words: '到了' },
  cancellations: { from: ['called', 'coming'], words: '不用来了' },
  departures: { from: ['arrived'], words: '走了' },
};

/** It came, it need not come, it went again: one line each. */
export async function endCallOut(engine: AttendanceEngine, actor: Actor, id: string, what: keyof typeof ends) {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const row = await lockCall(tx, actor, id);
    const mine = actor.unitId === row.unit_id && what !== 'cancellations';
    if (!mine && !isDesk(actor, row.center_id)) refuse('forbidden', 'notYourRole', '由中心的窗口记。');
    const { from, words } = ends[what];
    if (row.ended_at !== null || !from.includes(row.state))
      refuse('conflict', 'callOver', '这次叫已经变了，看看现在怎么样。');
    const set = {
      arrivals: { state: 'arrived' as const, arrived_at: now, answered_at: row.answered_at ?? now },
      cancellations: { state: 'cancelled' as const, ended_at: now },
      departures: { ended_at: now },
    }[what];
    recordAsSystem(tx);
    record(tx, update(tx, row).set(set));
    const name = calledShort(row.unit_id, engine.reference().network);
    if (what === 'cancellations') {
      const told = row.called_post_ids.map((postId) => ({
        owner: `p:${postId}`,
        text: `不用来了：${row.reason}`,
        page: CALLS_PAGE,
      }));
      recordPageNotices(tx, row.county_code, told, now);
    }
    return { id, sentence: `${name}${words}。` };
  });
}
