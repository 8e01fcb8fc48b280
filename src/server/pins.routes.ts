import { Type } from 'typebox';
import { disputeKind } from '../disputes/kind.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuseField } from '../platform/refusal.ts';
import { asHouse } from '../replays/moves.sql.ts';
import { countPins } from '../replays/recordedMatters.sql.ts';
import { tags } from '../settings/knowledge.ts';
import type { PublishDeps } from './publish.sql.ts';

const county = Type.Object(
  { county: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })) },
  { additionalProperties: false },
);

/** By which version the open disputes of a county run. Counts only; of a city, of all counties that it reaches. */
export function pinRoutes(app: Http, { db, gate }: PublishDeps): void {
  const schema = { tags, summary: '开着的事照哪一版走', querystring: county };
  app.get('/api/settings/pins', { schema }, async (request) => {
    const actor = await gate.requireActor(request);
    const code = request.query.county ?? actor.countyCode;
    if (!actor.counties.includes(code)) refuseField('county', '只能看本区县的规则。');
    return reading(db, asHouse([code]), (queries) => countPins(queries, code, disputeKind.name));
  });
}
