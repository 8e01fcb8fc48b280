import type { CountyRules } from '../disputes/rules.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly, type Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { applyMoves } from '../replays/applyMoves.sql.ts';
import { asHouse, findRun, type MoveRun, planRun, type Step } from '../replays/moves.sql.ts';
import { versionsOf } from '../settings/drafts.routes.ts';
import { getDraft, type KeptDraft, lockDraft, recordDraftState } from '../settings/drafts.sql.ts';
import { handedOf } from '../settings/handling.routes.ts';
import { type SettingsDeps, shapeOf } from '../settings/knowledge.ts';
import { newParts } from '../settings/pins.ts';
import { nextVersion, publishDraft } from '../settings/publishDraft.ts';
import { lockSettingVersions, recordVersion } from '../settings/settings.sql.ts';
import type { SettingVersion } from '../settings/settings.ts';
import { countiesUnder, openUnder } from './openUnder.ts';
import type { Reference } from './reference.ts';

export type PublishDeps = Omit<SettingsDeps, 'reference'> & {
  readonly reference: { current(): Reference; refresh(): Promise<void> };
};
/** What was previewed: which draft, as it stood, under the number it was to get. */
type Plan = { readonly draftId: string; readonly revision: number; readonly version: number };
type Made = SettingVersion<CountyRules>;
type Noted = { act: string; subject: string; detail: Record<string, unknown> };
/** `changed`: the parts that have a new version, by name. */
export type Published = { version: number; effectiveFrom: string; changed: string[]; matters: number; clocks: number };

export const subjectOf = (draftId: string): string => `settings/${draftId}`;

/** What the draft would do to the open matters of its counties, laid down for the publication to carry out. */
export async function previewOpen(deps: PublishDeps, actor: Actor, id: string, step: Step): Promise<MoveRun> {
  const reference = deps.reference.current();
  const { draft, versions } = await plainly(deps.db, async (queries) => ({
    draft: await getDraft(queries, actor, id),
    versions: await versionsOf(queries, deps),
  }));
  const { problems } = handedOf(deps, draft, versions).remarks;
  if (Object.keys(problems).length > 0)
    refuse('conflict', 'draftHasProblems', '草稿里还有要改的地方，改好了再看会动哪些。');
  const made = nextVersion(draft, versions, reference.day) as Made;
  const plan: Plan = { draftId: id, revision: draft.revision, version: made.version };
  const what = openUnder(reference, made, deps.now());
  const counties = countiesUnder(reference, draft.countyCode);
  return planRun(deps, { subject: subjectOf(id), plan, counties, actor, what }, step);
}

async function publishIn(deps: PublishDeps, tx: Tx, actor: Actor, draft: KeptDraft): Promise<Made> {
  const { rules } = deps;
  const versions = (await lockSettingVersions(tx, rules.key)).map((each) => rules.complete(each));
  const version = publishDraft(draft, actor, { versions, ...handedOf(deps, draft, versions) });
  const at = deps.now();
  recordVersion(tx, version, { key: rules.key, draft, approver: actor, at });
  const ruled = { decidedBy: actor.userId, publishedVersion: version.version };
  recordDraftState(tx, { ...draft, state: 'published' }, at, ruled);
  return version as Made;
}

const told = ({ rules }: PublishDeps, version: SettingVersion) => ({
  version: version.version,
  effectiveFrom: version.effectiveFrom,
  changed: newParts(shapeOf(rules), version),
});

const noted = (version: SettingVersion, draft: KeptDraft, more: object = {}): Noted => ({
  act: 'settings.published',
  subject: `settings/${version.countyCode}`,
  detail: { version: version.version, effectiveFrom: version.effectiveFrom, draft: draft.id, ...more },
});

export type Passing = { readonly actor: Actor; readonly id: string; trail(tx: Tx, row: Noted): void };

/** Publishes; what is open keeps the version it began with. */
export async function publish(deps: PublishDeps, { actor, id, trail }: Passing): Promise<Published> {
  const version = await command(deps.db, { counties: [], viewers: [] }, async (tx) => {
    const draft = await lockDraft(tx, actor, id);
    const made = await publishIn(deps, tx, actor, draft);
    trail(tx, noted(made, draft));
    return made;
  });
  await deps.reference.refresh();
  return { ...told(deps, version), matters: 0, clocks: 0 };
}

/** A preview stands for the draft that was looked at, and for the number that it named. */
function requireFresh(run: MoveRun<Plan> | undefined, draft: KeptDraft, version: SettingVersion, today: string): Plan {
  if (version.effectiveFrom > today)
    refuse(
      'conflict',
      'notInEffectYet',
      '还没有到生效的日子，不能现在就用到开着的事上。到了那天再改，或者把生效改成今天。',
    );
  if (!run || run.plan.draftId !== draft.id)
    refuse('conflict', 'noSuchPlan', '没有这份预演。先看一遍会动哪些时限，再发布。');
  if (run.plan.revision !== draft.revision || run.plan.version !== version.version)
    refuse('conflict', 'planOutdated', '预演以后又改过，请再看一遍会动哪些时限。');
  return run.plan;
}

/** Publishes and moves what is open, in one transaction: all of it or nothing. */
export async function publishToOpen(
  deps: PublishDeps,
  { actor, id, trail }: Passing,
  runId: string,
  step: Step,
): Promise<Published> {
  const reference = deps.reference.current();
  const run = await plainly(deps.db, (queries) => findRun<Plan>(queries, runId));
  const done = await command(deps.db, asHouse(run?.counties ?? []), async (tx) => {
    const draft = await lockDraft(tx, actor, id);
    const version = await publishIn(deps, tx, actor, draft);
    requireFresh(run, draft, version, reference.day);
    const before = draft.base.version;
    const why = `规则改了 第${before}版→第${version.version}版`;
    const moved = await applyMoves(tx, runId, {
      actor,
      now: deps.now(),
      why,
      about: { settingsFrom: before, settingsTo: version.version },
      what: openUnder(reference, version, deps.now()),
      tell: (count) => `${why}，您手上有 ${count} 件的时限变了，打开就看得到原来的日子。`,
      step,
    });
    trail(tx, noted(version, draft, { appliedTo: moved.matters, clocks: moved.clocks, run: runId }));
    return { ...told(deps, version), ...moved };
  });
  await deps.reference.refresh();
  return done;
}
