import { Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { fileHeaders } from '../matters/fileHeaders.ts';
import type { Network } from '../network/lookup.ts';
import { regionPath } from '../network/network.ts';
import type { Directory } from '../people/directory.ts';
import { mayEnter } from '../people/doors.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { AnswerClueInput, type ClueList, type ClueView, ReportClueInput } from './clue.ts';
import { answerClue, reportClue, takeClue, withdrawClue } from './clueCommands.sql.ts';
import { type ClueRow, countOpenClues, findClueFile, getClue, listClues } from './clues.sql.ts';
import { deskOf } from './reportClue.ts';

export type ClueDeps = Deps & { reference(): { network: Network; directory: Directory } };

const tags = ['线索 clues'];
const params = Type.Object({ id: Id });
const fileParams = Type.Object({ id: Id, file: Id });
const query = Type.Object(
  { open: Type.Boolean({ default: false }), after: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
);
const PAGE = 30;

function view(deps: ClueDeps, actor: Actor, row: ClueRow): ClueView {
  const { network, directory } = deps.reference();
  const { id, kind, urgent, text, regionCode, place, state, files, code, status } = row;
  return {
    ...{ id, kind, urgent, text, regionCode, place, state, files, answer: row.answer },
    region: regionPath(regionCode, (each) => network.region(each)?.short, 'township'),
    reportedAt: row.reportedAt.toISOString(),
    takenAt: row.takenAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    reporter: directory.post(row.reporterPostId)?.name ?? '',
    takenBy: row.takenByPostId ? (directory.post(row.takenByPostId)?.name ?? null) : null,
    center: network.unit(row.desk.slice(2))?.short ?? '',
    mine: row.reporter === `p:${actor.postId}`,
    dispute: code !== null && status !== null ? { code, status } : null,
  };
}

function readingRoutes(app: Http, deps: ClueDeps): void {
  app.get('/api/clues', { schema: { tags, summary: '报上来的', querystring: query } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'clues');
    const mine = mayEnter('reportingClues', actor.role);
    return reading(deps.db, actor, async (queries): Promise<ClueList> => {
      const [{ rows, next }, open] = await Promise.all([
        listClues(queries, actor, { ...request.query, mine, limit: PAGE }),
        countOpenClues(queries, actor, mine),
      ]);
      return { rows: rows.map((row) => view(deps, actor, row)), next, open, asOf: deps.now().toISOString() };
    });
  });
  app.get('/api/clues/:id', { schema: { tags, summary: '报上来的一条', params } }, async (request) => {
    const actor = await requireActor(request, deps);
    return reading(deps.db, actor, async (queries) =>
      view(deps, actor, await getClue(queries, actor, request.params.id)),
    );
  });
  const photo = { tags, summary: '报上来的照片', params: fileParams };
  app.get('/api/clues/:id/files/:file', { schema: photo }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    const { id, file } = request.params;
    const found = await reading(deps.db, actor, (queries) => findClueFile(queries, actor, id, file));
    return reply.headers(fileHeaders(found)).send(await deps.files.read(found.sha256));
  });
}

/** What grid workers and information officers report, and what the center makes of it. */
export function clueRoutes(app: Http, deps: ClueDeps): void {
  readingRoutes(app, deps);
  app.post('/api/clues', { schema: { tags, summary: '报一条', body: ReportClueInput } }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'reportingClues');
    const input = request.body as ReportClueInput;
    const id = await reportClue(deps, actor, deskOf(input, actor, deps.reference().network), input);
    return reply.code(201).send({ id });
  });
  app.post('/api/clues/:id/takings', { schema: { tags, summary: '我来看', params } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'answeringClues');
    return takeClue(deps, actor, request.params.id);
  });
  const answered = { tags, summary: '答复', params, body: AnswerClueInput };
  app.post('/api/clues/:id/answers', { schema: answered }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'answeringClues');
    await answerClue(deps, actor, request.params.id, request.body.text);
    return reply.code(204).send();
  });
  app.post('/api/clues/:id/withdrawals', { schema: { tags, summary: '撤回', params } }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'reportingClues');
    await withdrawClue(deps, actor, request.params.id);
    return reply.code(204).send();
  });
}
