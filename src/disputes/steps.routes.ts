import { Type } from 'typebox';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import type { Engine } from './engine.ts';
import { previewStep } from './previewStep.sql.ts';
import { type StepName, stepNames, stepOf } from './procedure.ts';
import { takeStep } from './takeStep.sql.ts';

const tags = ['纠纷 disputes'];
export const codeParams = Type.Object({ code: Type.String({ pattern: '^\\d{15}$' }) });
const previewInput = Type.Object(
  { step: Type.Union(stepNames.map((name) => Type.Literal(name))), input: Type.Record(Type.String(), Type.Unknown()) },
  { additionalProperties: false },
);

/**
 * One address for each row of the procedure: POST /api/disputes/:code/dispatches takes the step `dispatch`, whose
 * decision stands in routing/dispatch.ts and is bound in server/steps.ts.
 */
export function stepRoutes(app: Http, engine: Engine): void {
  for (const name of stepNames) registerStep(app, engine, name);
  const schema = { tags, summary: '按之前看看会发生什么', params: codeParams, body: previewInput };
  app.post('/api/disputes/:code/previews', { schema }, async (request) => {
    const actor = await requireActor(request, engine);
    const { step, input } = request.body as { step: StepName; input: object };
    return previewStep(engine, actor, request.params.code, step, input);
  });
}

function registerStep(app: Http, engine: Engine, name: StepName): void {
  const { noun, label } = stepOf(name);
  const schema = { tags, summary: label, params: codeParams, body: engine.steps[name].input };
  app.post(`/api/disputes/:code/${noun}`, { schema }, async (request) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params as { code: string };
    return takeStep(engine, actor, code, name, request.body as object);
  });
}
