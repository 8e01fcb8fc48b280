import { Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { fileHeaders } from '../matters/fileHeaders.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { getMatter } from '../procedures/lock.sql.ts';
import { namesOf } from '../procedures/names.sql.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import { previewTask, recordTask } from './giveTask.sql.ts';
import { hindersGiving } from './giveTask.ts';
import { GiveTaskInput } from './giveTaskInput.ts';
import type { TaskEngine } from './taskEngine.ts';
import { findTaskFile, listTasksAbout, readTaskDetail } from './taskRows.sql.ts';
import { taskRow, taskView } from './taskView.ts';
import type { TasksAbout, TaskView } from './taskViews.ts';

const tags = ['专班任务 tasks'];
const params = Type.Object({ code: Type.String({ pattern: '^RW\\d{14}$' }) });
const fileParams = Type.Object({ ...params.properties, id: Type.String({ format: 'uuid' }) });

function givingRoutes(app: Http, engine: TaskEngine): void {
  const schema = { tags, params: codeParams, body: GiveTaskInput };
  app.post('/api/disputes/:code/tasks', { schema: { ...schema, summary: '派一项任务' } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send(await recordTask(engine, actor, request.params.code, request.body));
  });
  app.post(
    '/api/disputes/:code/task-previews',
    { schema: { ...schema, summary: '派任务之前看看会发生什么' } },
    async (request) => {
      const actor = await requireActor(request, engine);
      return previewTask(engine, actor, request.params.code, request.body);
    },
  );
}

function taskFileRoute(app: Http, engine: TaskEngine): void {
  const file = { tags, summary: '任务里的一份材料', params: fileParams };
  app.get('/api/tasks/:code/files/:id', { schema: file }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code, id } = request.params;
    const found = await reading(engine.db, actor, async (queries) =>
      findTaskFile(queries, await getMatter(engine.kinds.task, queries, code), id),
    );
    if (!found) return refuse('notFound', 'noSuchFile', '没有这份材料，或者您的岗位看不到它。');
    return reply.headers(fileHeaders(found)).send(await engine.files.read(found.sha256));
  });
}

/** Tasks about a dispute and the task force that works on it. Steps on a task are registered as for every kind. */
export function taskRoutes(app: Http, engine: TaskEngine): void {
  givingRoutes(app, engine);
  const listed = { tags, summary: '一件事的专班和任务', params: codeParams };
  app.get('/api/disputes/:code/tasks', { schema: listed }, async (request): Promise<TasksAbout> => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, async (queries) => {
      const dispute = await getDispute(queries, request.params.code);
      if (!seesFacts(sightOf(actor, dispute))) refuse('forbidden', 'notYourTasks', '任务由办这件事的人看。');
      const tasks = await listTasksAbout(queries, dispute);
      const refusal = hindersGiving(actor, dispute);
      const now = engine.now();
      return {
        asOf: now.toISOString(),
        mayGive: refusal === null,
        whyNot: refusal?.kind === 'conflict' ? refusal.message : '',
        tasks: tasks.map((task) => taskRow(task, engine.reference(), dayOf(now))),
      };
    });
  });
  app.get('/api/tasks/:code', { schema: { tags, summary: '一项任务', params } }, async (request): Promise<TaskView> => {
    const actor = await requireActor(request, engine);
    const bound = engine.kinds.task;
    return reading(engine.db, actor, async (queries) => {
      const task = await getMatter(bound, queries, request.params.code);
      const about = { countyCode: task.countyCode, id: task.about.id };
      const names = await namesOf(engine, queries, actor, [about]);
      const detail = await readTaskDetail(queries, task);
      return taskView(bound, task, detail, contextFor(engine, actor, task), names.get(about.id) ?? null);
    });
  });
  taskFileRoute(app, engine);
}
