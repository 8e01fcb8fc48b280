import { createHash } from 'node:crypto';
import { type Static, Type } from 'typebox';
import type { Actor } from '../platform/actor.ts';
import { command, plainly } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { dayOf } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { adapt, isForeign } from './adapt.ts';
import { canonical } from './differences.ts';
import { requireDrafter } from './draft.ts';
import { versionsOf } from './drafts.routes.ts';
import { recordDraft } from './drafts.sql.ts';
import { type SettingsDeps, shapeOf, tags } from './knowledge.ts';
import type { SettingVersion } from './settings.ts';
import { startDraft } from './startDraft.ts';

/** Of the file's own form; a later one says what it changed. */
const FORMAT = 'fengqiao-settings';
const FORMAT_VERSION = 1;

const ref = Type.Object({
  county: Type.String({ pattern: '^[0-9]{6}$' }),
  version: Type.Integer({ minimum: 1 }),
});
const RulesFile = Type.Object({
  format: Type.String(),
  formatVersion: Type.Integer(),
  countyCode: Type.String({ pattern: '^[0-9]{6}$' }),
  version: Type.Integer({ minimum: 1 }),
  effectiveFrom: Type.String(),
  basis: Type.String({ maxLength: 300 }),
  exportedAt: Type.String(),
  digest: Type.String(),
  value: Type.Record(Type.String(), Type.Unknown()),
});
type RulesFile = Static<typeof RulesFile>;
const ImportInput = Type.Object(
  { county: Type.String({ pattern: '^[0-9]{6}$', title: '区县' }), file: RulesFile },
  { additionalProperties: false },
);

const digestOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

function fileOf(version: SettingVersion, now: Date): RulesFile {
  const { countyCode, effectiveFrom, basis, value } = version;
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    countyCode,
    version: version.version,
    effectiveFrom,
    basis,
    exportedAt: now.toISOString(),
    digest: digestOf(value),
    value: value as RulesFile['value'],
  };
}

function requireReadable(file: RulesFile): void {
  if (file.format !== FORMAT) refuseField('file', '这不是规则文件。要的是这里「导出」的那种。');
  if (file.formatVersion !== FORMAT_VERSION)
    refuseField('file', `这是第 ${file.formatVersion} 种格式的文件，这里读不了。`);
  if (digestOf(file.value) !== file.digest) refuseField('file', '文件在导出以后改过，或者没有传完整，和校验码对不上。');
}

/** The draft that a file becomes, never more: what could not be taken over stands in its note. */
async function importFile(deps: SettingsDeps, actor: Actor, county: string, file: RulesFile) {
  const { rules, reference } = deps;
  const now = deps.now();
  return async (tx: Parameters<Parameters<typeof command>[2]>[0]) => {
    const versions = await versionsOf(tx, deps);
    const inEffect = reference.current().rulesOn(county, dayOf(now));
    const starting = { versions, inEffect, city: inEffect, id: newId(now), now };
    const empty = startDraft({ county, from: 'county' }, actor, starting);
    if (isForeign(shapeOf(rules), file.value)) refuseField('file', '文件里没有一项这里认识的规则。');
    const { value, lines } = adapt(shapeOf(rules), file.value, empty.value);
    const strangers = rules.strangers(value, county).map((each) => `${each}，本区县没有，要换成自己的。`);
    const from = `从 ${file.countyCode} 第 ${file.version} 版（${file.basis}）导入。`;
    const note = [from, ...lines, ...strangers].join('\n').slice(0, 1000);
    recordDraft(tx, { ...empty, value, note, key: rules.key, authorPostId: actor.postId || null });
    return { id: empty.id, lines: [...lines, ...strangers] };
  };
}

/** A version as a file, and a file as a draft of another county. */
export function transferRoutes(app: Http, deps: SettingsDeps): void {
  const { db, gate } = deps;
  const exporting = { tags, summary: '导出一版规则', params: ref };
  app.get('/api/settings/versions/:county/:version/file', { schema: exporting }, async (request, reply) => {
    const actor = await gate.requireActor(request);
    const { county, version } = request.params;
    const none = () => refuse('notFound', 'noSuchVersion', '没有这一版规则，或者是别的区县的。');
    if (!actor.counties.includes(county)) none();
    requireDrafter(actor, actor.countyCode);
    const versions = await plainly(db, (queries) => versionsOf(queries, deps));
    const found = versions.find((each) => each.countyCode === county && each.version === version) ?? none();
    const subject = `settings/${county}`;
    await command(db, openScope, async (tx) =>
      gate.recordTrail(tx, request, actor, { act: 'settings.exported', subject, detail: { version } }),
    );
    const name = `rules-${county}-v${version}.json`;
    return reply.header('content-disposition', `attachment; filename="${name}"`).send(fileOf(found, deps.now()));
  });
  const importing = { tags, summary: '把一份规则文件导入成草稿', body: ImportInput };
  app.post('/api/settings/imports', { schema: importing }, async (request, reply) => {
    const actor = await gate.requireActor(request);
    const { county, file } = request.body;
    requireDrafter(actor, county);
    requireReadable(file);
    const work = await importFile(deps, actor, county, file);
    const made = await command(db, openScope, async (tx) => {
      const done = await work(tx);
      const detail = { draft: done.id, from: file.countyCode, version: file.version };
      gate.recordTrail(tx, request, actor, { act: 'settings.imported', subject: `settings/${county}`, detail });
      return done;
    });
    return reply.code(201).send(made);
  });
}
