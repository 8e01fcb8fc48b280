import { Type } from 'typebox';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { Http } from '../platform/http.ts';
import { Refusal } from '../platform/refusal.ts';
import { previewStep } from '../procedures/previewStep.sql.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';
import type { Engine } from './engine.ts';
import type { Reminders } from './views.ts';

const input = Type.Object(
  {
    codes: Type.Array(Type.String({ pattern: '^\\d{15}$' }), {
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      title: '催办哪几件',
    }),
    text: Type.String({ minLength: 2, maxLength: 300, title: '催办的话' }),
  },
  { additionalProperties: false },
);

/** One matter after the other: what one refuses does not keep the others from being reminded. */
async function each(
  engine: Engine,
  codes: readonly string[],
  work: (code: string) => Promise<string[]>,
): Promise<Reminders> {
  const result: Reminders = { reminded: [], refused: [] };
  for (const code of codes) {
    const codeShort = shortCode(code, engine.reference().network.region(code.slice(0, 6))?.short ?? '');
    try {
      result.reminded.push({ code, codeShort, who: await work(code) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      result.refused.push({ code, codeShort, why: error.message });
    }
  }
  return result;
}

/** Who would be told. */
const preview = (engine: Engine, actor: Actor, codes: readonly string[], text: string): Promise<Reminders> =>
  each(engine, codes, async (code) => {
    const { tells } = await previewStep(engine, engine.kinds.dispute, actor, code, 'remind', { text });
    return tells.map(({ who }) => who);
  });

/** Reminding 催办 of several matters at once, from a list. */
export function reminderRoutes(app: Http, engine: Engine): void {
  const schema = { tags: ['督办 supervision'], body: input };
  app.post(
    '/api/supervision/reminder-previews',
    { schema: { ...schema, summary: '催办之前看看告诉谁' } },
    async (request) => {
      const actor = await requireActor(request, engine);
      requireDoor(actor, 'reminding');
      return preview(engine, actor, request.body.codes, request.body.text);
    },
  );
  app.post('/api/supervision/reminders', { schema: { ...schema, summary: '催办几件事' } }, async (request) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'reminding');
    const { codes, text } = request.body;
    return each(engine, codes, async (code) => {
      await takeStep(engine, engine.kinds.dispute, actor, code, 'remind', { text });
      return [];
    });
  });
}
