import { Type } from 'typebox';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import type { Bound, Engine } from './engine.ts';
import { stepNamesOf } from './kind.ts';
import { previewStep } from './previewStep.sql.ts';
import { takeBack } from './takeBack.sql.ts';
import { TakeBackInput } from './takeBack.ts';
import { takeStep } from './takeStep.sql.ts';

const codeOf = ({ kind }: Bound) => Type.Object({ code: Type.String({ pattern: kind.code }) });

/** One address for each row of a procedure, and one for what any of them would do. */
function registerSteps(app: Http, engine: Engine, bound: Bound): void {
  const { kind } = bound;
  const base = { tags: [kind.tag], params: codeOf(bound) };
  const names = stepNamesOf(kind);
  for (const name of names) {
    const { noun, label } = kind.steps[name] ?? { noun: name, label: name };
    const schema = { ...base, summary: label, body: bound.steps[name]?.input ?? Type.Object({}) };
    app.post(`/api/${kind.path}/:code/${noun}`, { schema }, async (request) => {
      const actor = await requireActor(request, engine);
      const { code } = request.params as { code: string };
      return takeStep(engine, bound, actor, code, name, request.body as object);
    });
  }
  const asked = Type.Object(
    { step: Type.Union(names.map((name) => Type.Literal(name))), input: Type.Record(Type.String(), Type.Unknown()) },
    { additionalProperties: false },
  );
  const preview = { ...base, summary: '按之前看看会发生什么', body: asked };
  app.post(`/api/${kind.path}/:code/previews`, { schema: preview }, async (request) => {
    const actor = await requireActor(request, engine);
    const { step, input } = request.body as { step: string; input: object };
    return previewStep(engine, bound, actor, request.params.code, step, input);
  });
}

/** A press that was a slip. Not a step of a procedure: it is the absence of one. */
function registerTakeBack(app: Http, engine: Engine, bound: Bound): void {
  const { kind } = bound;
  if (!Object.values(kind.steps).some(({ press }) => press)) return;
  const schema = { tags: [kind.tag], summary: '撤回刚才点错的一步', params: codeOf(bound), body: TakeBackInput };
  app.post(`/api/${kind.path}/:code/take-backs`, { schema }, async (request) => {
    const actor = await requireActor(request, engine);
    return takeBack(engine, bound, actor, request.params.code, request.body.reason);
  });
}

/** POST /api/disputes/:code/dispatches takes the step `dispatch` of the kind `dispute`; so for each row of each kind. */
export function stepRoutes(app: Http, engine: Engine): void {
  for (const bound of Object.values(engine.kinds)) {
    registerSteps(app, engine, bound);
    registerTakeBack(app, engine, bound);
  }
}
