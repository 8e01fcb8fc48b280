import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { formInForce } from '../documents/countyForms.sql.ts';
import { matterFrame } from '../documents/matterFrame.ts';
import type { Form } from '../documents/paper.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import { printPdf } from '../documents/pressApart.ts';
import type { Printable } from '../documents/printable.ts';
import { Id } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { readSitting } from './readSitting.sql.ts';
import type { SittingEngine } from './sittingEngine.ts';
import { invitationForm, minutesForm } from './sittingForms.ts';
import { sittingKind } from './sittingKind.ts';
import { invitationPaper, minutesPaper } from './sittingPapers.ts';
import type { HeardView, SittingView } from './sittingViews.ts';

const tags = [sittingKind.tag];
const params = Type.Object({ code: Type.String({ pattern: sittingKind.code }) });
const closed = { additionalProperties: false };
const ofDispute = Type.Object({ dispute: Id, largePrint: Type.Boolean({ default: false, title: '大字' }) }, closed);
const ofInvite = Type.Object({ invite: Id, largePrint: Type.Boolean({ default: false, title: '大字' }) }, closed);

async function send(reply: FastifyReply, form: Printable, name: string) {
  const pdf = await printPdf(form);
  return reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .send(pdf);
}

export const phoneOf = (engine: SittingEngine, { centerId }: Pick<SittingView, 'centerId'>): string | null =>
  engine.reference().network.unit(centerId)?.phone ?? null;

/** The dispute whose paper is asked for, where the reader reads it. */
function heardIn(view: SittingView, of: (heard: HeardView) => boolean): HeardView {
  const heard = view.sight === 'full' ? view.disputes.find(of) : undefined;
  return heard ?? refuse('forbidden', 'mayNotPrint', '调解会的纸由办这件事的人打印。');
}

/** 调解记录 and 邀请函, each of one dispute alone. */
export function sittingPaperRoutes(app: Http, engine: SittingEngine): void {
  const inForce = (actor: Actor, key: string, ours: Form) =>
    plainly(engine.db, (queries) => formInForce(queries, actor.countyCode, key, ours));
  const minutes = { tags, summary: '打印调解记录', params, querystring: ofDispute };
  app.get('/api/sittings/:code/minutes.pdf', { schema: minutes }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const view = await readSitting(engine, actor, request.params.code);
    const { dispute, largePrint } = request.query;
    const heard = heardIn(view, ({ id }) => id === dispute);
    const of = { code: heard.code, form: 'min', subjectId: view.id };
    const frame = matterFrame(engine, actor, of, { centerName: view.center, largePrint });
    const own = await inForce(actor, 'minutes', minutesForm);
    return send(reply, paperSheet(frame, minutesPaper(view, heard.id, own)), `minutes-${view.code}`);
  });
  const invitation = { tags, summary: '打印邀请函', params, querystring: ofInvite };
  app.get('/api/sittings/:code/invitation.pdf', { schema: invitation }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const view = await readSitting(engine, actor, request.params.code);
    const { invite: inviteId, largePrint } = request.query;
    const invite = view.invites.find(({ id }) => id === inviteId);
    const heard = heardIn(view, ({ id }) => invite !== undefined && (invite.disputeId ?? id) === id);
    if (!invite) return refuse('notFound', 'noSuchInvite', '名单里没有这个人，刷新再看。');
    const of = { code: heard.code, form: 'inv', subjectId: invite.id };
    const frame = matterFrame(engine, actor, of, { centerName: view.center, largePrint });
    const own = await inForce(actor, 'invitation', invitationForm);
    const form = paperSheet(frame, invitationPaper(view, invite, { ...frame, phone: phoneOf(engine, view) }, own));
    return send(reply, form, `invitation-${view.code}`);
  });
}
