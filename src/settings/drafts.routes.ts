import { Type } from 'typebox';
import type { Actor } from '../platform/actor.ts';
import { command, plainly, type Queries } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { differencesOf, differingPaths } from './differences.ts';
import { requireDrafter } from './draft.ts';
import { getDraft, type KeptDraft, listDrafts, lockDraft, recordDraft, recordDraftText } from './drafts.sql.ts';
import { type DraftView, draftLine, mayDo } from './draftView.ts';
import { type SettingsDeps, shapeOf, tags } from './knowledge.ts';
import { isOutdated, newestOf, rebaseDraft } from './publishDraft.ts';
import { SaveDraftInput, saveDraft } from './saveDraft.ts';
import { listSettingVersions } from './settings.sql.ts';
import type { SettingVersion } from './settings.ts';
import { StartDraftInput, startDraft } from './startDraft.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const county = Type.Object({ county: Type.String({ pattern: '^[0-9]{6}$' }) }, { additionalProperties: false });

type Bag = Record<string, unknown>;

export const versionsOf = async (queries: Queries, { rules }: SettingsDeps): Promise<SettingVersion[]> =>
  (await listSettingVersions(queries, rules.key)).map((version) => rules.complete(version));

export function baseOf(draft: Pick<KeptDraft, 'base'>, versions: readonly SettingVersion[]): SettingVersion {
  const { countyCode, version } = draft.base;
  const found = versions.find((each) => each.countyCode === countyCode && each.version === version);
  return found ?? refuse('conflict', 'noSuchVersion', '这份草稿比的那一版不在了。');
}

/** The draft with all that its page needs, read in one go. */
export async function draftView(deps: SettingsDeps, queries: Queries, actor: Actor, id: string): Promise<DraftView> {
  const draft = await getDraft(queries, actor, id);
  const versions = await versionsOf(queries, deps);
  const base = baseOf(draft, versions);
  const open = draft.state !== 'published' && draft.state !== 'withdrawn';
  return {
    ...draftLine(draft),
    value: draft.value as Bag,
    note: draft.note,
    revision: draft.revision,
    base: { ...draft.base, effectiveFrom: base.effectiveFrom, value: base.value as Bag },
    newer: open && isOutdated(draft, versions) ? (newestOf(versions, draft.countyCode)?.version ?? null) : null,
    ...(open ? deps.rules.remarks(base.value, draft.value) : { problems: {}, warnings: {} }),
    ...mayDo(draft, actor),
  };
}

function startingRoutes(app: Http, deps: SettingsDeps): void {
  const { db, gate, rules, reference } = deps;
  const listing = { tags, summary: '本区县的规则草稿', querystring: county };
  app.get('/api/settings/drafts', { schema: listing }, async (request) => {
    const actor = await gate.requireActor(request);
    if (!actor.counties.includes(request.query.county)) return [];
    return (await plainly(db, (queries) => listDrafts(queries, rules.key, request.query.county))).map(draftLine);
  });
  const starting = { tags, summary: '起草一版规则', body: StartDraftInput };
  app.post('/api/settings/drafts', { schema: starting }, async (request, reply) => {
    const actor = await gate.requireActor(request);
    const now = deps.now();
    const view = await command(db, openScope, async (tx) => {
      const held = (code: string) => reference.current().rulesOn(code, dayOf(now));
      const cityCode = reference.current().counties[0] ?? request.body.county;
      const versions = await versionsOf(tx, deps);
      const inEffect = { inEffect: held(request.body.county), city: held(cityCode) };
      const draft = startDraft(request.body, actor, { versions, ...inEffect, id: newId(now), now });
      recordDraft(tx, { ...draft, key: rules.key, authorPostId: actor.postId || null });
      const detail = { from: request.body.from, base: draft.base };
      gate.recordTrail(tx, request, actor, {
        act: 'settings.drafted',
        subject: `settings/${draft.countyCode}`,
        detail,
      });
      return { id: draft.id };
    });
    return reply.code(201).send(view);
  });
}

function savingRoutes(app: Http, deps: SettingsDeps): void {
  const { db, gate, rules } = deps;
  const opening = { tags, summary: '一份规则草稿', params };
  app.get('/api/settings/drafts/:id', { schema: opening }, async (request) => {
    const actor = await gate.requireActor(request);
    return plainly(db, (queries) => draftView(deps, queries, actor, request.params.id));
  });
  const saving = { tags, summary: '存草稿', params, body: SaveDraftInput };
  app.put('/api/settings/drafts/:id', { schema: saving }, async (request) => {
    const actor = await gate.requireActor(request);
    return command(db, openScope, async (tx) => {
      const before = await lockDraft(tx, actor, request.params.id);
      const after = saveDraft(before, request.body, actor, deps.now(), before.savedByName);
      recordDraftText(tx, after);
      const fields = differingPaths(differencesOf(shapeOf(rules), before.value, after.value));
      const subject = `settings/${after.countyCode}`;
      if (fields.length > 0)
        gate.recordTrail(tx, request, actor, { act: 'settings.saved', subject, detail: { draft: after.id, fields } });
      const base = baseOf(before, await versionsOf(tx, deps));
      const savedAt = after.savedAt.toISOString();
      return { revision: after.revision, savedAt, ...rules.remarks(base.value, after.value) };
    });
  });
}

/** The county published meanwhile: what was written here goes onto the new version. */
function rebasingRoutes(app: Http, deps: SettingsDeps): void {
  const { db, gate } = deps;
  const schema = { tags, summary: '把新发布的版本并进草稿', params };
  app.post('/api/settings/drafts/:id/rebasings', { schema }, async (request) => {
    const actor = await gate.requireActor(request);
    return command(db, openScope, async (tx) => {
      const before = await lockDraft(tx, actor, request.params.id);
      requireDrafter(actor, before.countyCode);
      const versions = await versionsOf(tx, deps);
      const newest = newestOf(versions, before.countyCode);
      if (!newest || !isOutdated(before, versions)) refuse('conflict', 'notOutdated', '没有更新的版本要并进来。');
      const { draft, clashes } = rebaseDraft(before, baseOf(before, versions).value, newest);
      recordDraftText(tx, draft);
      const detail = { draft: draft.id, version: newest.version };
      gate.recordTrail(tx, request, actor, {
        act: 'settings.rebased',
        subject: `settings/${draft.countyCode}`,
        detail,
      });
      return { clashes, revision: draft.revision };
    });
  });
}

export function draftRoutes(app: Http, deps: SettingsDeps): void {
  startingRoutes(app, deps);
  savingRoutes(app, deps);
  rebasingRoutes(app, deps);
}
