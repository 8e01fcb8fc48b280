import { Type } from 'typebox';
import { RegisterInput } from '../intake/register.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { command, plainly, reading } from '../platform/db.ts';
import { parseCode } from '../platform/disputeCode.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { countyOfCode } from '../procedures/code.ts';
import { codeParams } from './codeParams.ts';
import { getDispute } from './disputes.sql.ts';
import { type Preview, readDisputeView } from './disputeView.sql.ts';
import type { Engine } from './engine.ts';
import { listLooks } from './looks.sql.ts';
import { registerDispute } from './registerDispute.sql.ts';
import { RevealInput, revealField } from './reveals.sql.ts';

const tags = ['纠纷 disputes'];

/** The dispute itself: registering, reading, revealing a masked value, and finding it by any code ever printed. */
export function disputeRoutes(app: Http, engine: Engine, preview: Preview): void {
  app.post('/api/disputes', { schema: { tags, summary: '登记', body: RegisterInput } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send(await registerDispute(engine, actor, request.body as RegisterInput));
  });
  app.get('/api/disputes/:code', { schema: { tags, summary: '一件事', params: codeParams } }, async (request) => {
    const actor = await requireActor(request, engine);
    return readDisputeView(engine, actor, request.params.code, preview);
  });
  const revealSchema = { tags, summary: '查看证件号或电话（写明用途，留痕）', params: codeParams, body: RevealInput };
  app.post('/api/disputes/:code/reveals', { schema: revealSchema }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const value = await command(engine.db, actor, (tx) =>
      revealField(engine, tx, actor, request.params.code, request.body),
    );
    return reply.code(201).send({ value });
  });
  app.get('/api/disputes/:code/looks', { schema: { tags, summary: '谁看过', params: codeParams } }, async (request) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params;
    return reading(engine.db, actor, async (queries) => {
      await getDispute(queries, code);
      const rows = await listLooks(queries, code);
      return rows.map((row) => ({
        at: row.at,
        who: row.name ?? '',
        act: row.act,
        purpose: (row.detail as { purpose?: string }).purpose ?? null,
      }));
    });
  });
  codeRoutes(app, engine);
}

function codeRoutes(app: Http, engine: Engine): void {
  const params = Type.Object({ text: Type.String({ minLength: 1, maxLength: 80 }) });
  app.get('/api/codes/:text', { schema: { tags, summary: '按编号找（念的、印的都行）', params } }, async (request) => {
    const actor = await requireActor(request, engine);
    const { network, counties } = engine.reference();
    const names = Object.fromEntries(counties.map((code) => [code, network.region(code)?.short ?? '']));
    const parsed = parseCode(request.params.text, names, actor.countyCode);
    if (!parsed.ok) return refuse('invalid', 'badCode', parsed.sentence);
    const alias = await plainly(engine.db, (queries) =>
      queries.selectFrom('code_alias').select('matter_id').where('code', '=', parsed.code).executeTakeFirst(),
    );
    if (!alias) return refuse('notFound', 'noSuchDispute', '没有这件事，或者您的岗位看不到它。核对编号再试。');
    const found = await reading(engine.db, actor, (queries) =>
      queries
        .selectFrom('matter')
        .select('code')
        .where('county_code', '=', countyOfCode(parsed.code))
        .where('id', '=', alias.matter_id)
        .executeTakeFirst(),
    );
    return found
      ? { code: found.code }
      : refuse('notFound', 'noSuchDispute', '没有这件事，或者您的岗位看不到它。核对编号再试。');
  });
}
