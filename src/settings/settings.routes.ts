import { Type } from 'typebox';
import { plainly } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { mayDraft } from './draft.ts';
import { draftRoutes, versionsOf } from './drafts.routes.ts';
import { handlingRoutes } from './handling.routes.ts';
import { type SettingsDeps, shapeOf, tags } from './knowledge.ts';
import { newParts } from './pins.ts';
import { listVersionLines } from './settings.sql.ts';
import { transferRoutes } from './transfers.routes.ts';

const countyCode = Type.String({ pattern: '^[0-9]{6}$' });
const county = Type.Object({ county: Type.Optional(countyCode) }, { additionalProperties: false });
const ref = Type.Object({ county: countyCode, version: Type.Integer({ minimum: 1 }) });

/** The rules that hold today in the reader's county, or in one that the reader's post reaches. */
function todayRoutes(app: Http, deps: SettingsDeps): void {
  const { gate, reference, rules } = deps;
  const schema = { tags, summary: '本区县的规则', querystring: county };
  app.get('/api/settings', { schema }, async (request) => {
    const actor = await gate.requireActor(request);
    const code = request.query.county ?? actor.countyCode;
    if (!actor.counties.includes(code)) refuseField('county', '只能看本区县的规则。');
    const held = reference.current().rulesOn(code, dayOf(deps.now()));
    const { countyCode: heldBy, version, effectiveFrom, basis, value } = held;
    return { countyCode: code, heldBy, version, effectiveFrom, basis, rules: value, mayDraft: mayDraft(actor, code) };
  });
  const shape = shapeOf(rules);
  app.get('/api/settings/schema', { schema: { tags, summary: '规则有哪些项' } }, async (request) => {
    await gate.requireActor(request);
    return shape as object;
  });
}

/** Every version there was, and any one of them opened. The city's are everybody's to read: counties follow them. */
function versionRoutes(app: Http, deps: SettingsDeps): void {
  const { db, gate, reference, rules } = deps;
  const city = () => reference.current().counties[0] ?? '';
  const shape = shapeOf(rules);
  const listing = { tags, summary: '全部版本', querystring: county };
  app.get('/api/settings/versions', { schema: listing }, async (request) => {
    const actor = await gate.requireActor(request);
    const code = request.query.county ?? actor.countyCode;
    if (!actor.counties.includes(code)) refuseField('county', '只能看本区县的规则。');
    const { countyCode: heldBy, version } = reference.current().rulesOn(code, dayOf(deps.now()));
    const lines = await plainly(db, (queries) => listVersionLines(queries, rules.key, [code, city()]));
    const versions = lines.map(({ since, ...line }) => ({ ...line, changed: newParts(shape, { since }) }));
    return { countyCode: code, inEffect: { countyCode: heldBy, version }, versions };
  });
  const opening = { tags, summary: '一个版本的全部规则', params: ref };
  app.get('/api/settings/versions/:county/:version', { schema: opening }, async (request) => {
    const actor = await gate.requireActor(request);
    const { county: of, version } = request.params;
    const none = () => refuse('notFound', 'noSuchVersion', '没有这一版规则，或者是别的区县的。');
    if (!actor.counties.includes(of) && of !== city()) none();
    return plainly(db, async (queries) => {
      const lines = await listVersionLines(queries, rules.key, [of]);
      const { since: _, ...line } = lines.find((each) => each.version === version) ?? none();
      const found = (await versionsOf(queries, deps)).find(
        (each) => each.countyCode === of && each.version === version,
      );
      return { ...line, rules: found?.value };
    });
  });
}

export function settingsRoutes(app: Http, deps: SettingsDeps): void {
  todayRoutes(app, deps);
  versionRoutes(app, deps);
  draftRoutes(app, deps);
  handlingRoutes(app, deps);
  transferRoutes(app, deps);
}
