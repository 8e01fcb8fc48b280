import type { Dispute } from '../src/disputes/dispute.ts';
import { getDispute } from '../src/disputes/disputes.sql.ts';
import type { StepName } from '../src/disputes/procedure.ts';
import { registerDispute } from '../src/disputes/registerDispute.sql.ts';
import type { RegisterInput } from '../src/intake/register.ts';
import { recordUpload, storeUpload } from '../src/matters/uploads.sql.ts';
import { countiesOf, viewersOf } from '../src/people/viewers.ts';
import type { Actor, Role } from '../src/platform/actor.ts';
import { command, plainly, reading } from '../src/platform/db.ts';
import { countyOfCode } from '../src/procedures/code.ts';
import { takeStep } from '../src/procedures/takeStep.sql.ts';
import type { ServerEngine } from '../src/server/engine.ts';
import { partyActor } from '../src/web/citizen/session.ts';
import { steadyId } from './chance.ts';

/** What is known of a dispute while its story is played. */
export type Live = { code: string; matterId: string; partyId: string; uploads: string[]; beat: number };

export type Stage = {
  readonly engine: ServerEngine;
  /** The first post of this role in this unit, or a later one. */
  post(role: Role, unitId: string, which?: number): Actor;
  has(role: Role, unitId: string): boolean;
  /** Different for each playing, the same when a playing that was broken off goes on. */
  readonly salt: string;
};

const house = (countyCode: string) => ({ counties: [countyCode], viewers: ['system'] });

export function makeStage(engine: ServerEngine, salt: string): Stage {
  const { directory, network, counties } = engine.reference();
  return {
    engine,
    salt,
    has: (role, unitId) => directory.postsOf(unitId, role).length > 0,
    post: (role, unitId, which = 0) => {
      const posts = directory.postsOf(unitId, role);
      const entry = posts[which % Math.max(posts.length, 1)];
      const unit = network.unit(unitId);
      if (!entry || !unit) throw new Error(`nobody is ${role} of ${unitId}`);
      const centerId = unit.kind === 'center' ? unit.id : null;
      const facts = { ...entry, centerId, countyCode: unit.countyCode };
      return { ...facts, counties: countiesOf(facts, counties), viewers: viewersOf(facts) };
    },
  };
}

const at = (stage: Stage, now: Date): ServerEngine => ({ ...stage.engine, now: () => now });

export async function registerAt(
  stage: Stage,
  story: string,
  live: Live,
  actor: Actor,
  input: Omit<RegisterInput, 'commandId'>,
  now: Date,
): Promise<void> {
  const commandId = steadyId(stage.salt, story, 'register');
  const registered = await registerDispute(at(stage, now), actor, { ...input, uploads: live.uploads, commandId });
  live.code = registered.code;
  live.uploads = [];
}

export async function stepAt(
  stage: Stage,
  story: string,
  live: Live,
  actor: Actor,
  name: StepName,
  input: object,
  now: Date,
): Promise<void> {
  const commandId = steadyId(stage.salt, story, live.beat, name);
  const engine = at(stage, now);
  await takeStep(engine, engine.kinds.dispute, actor, live.code, name, { ...input, commandId });
}

/** The dispute as it stands at this moment of its story. */
export function disputeAt(stage: Stage, live: Live): Promise<Dispute> {
  return reading(stage.engine.db, house(countyOfCode(live.code)), (queries) => getDispute(queries, live.code));
}

export async function uploadAt(
  stage: Stage,
  live: Live,
  actor: Actor,
  file: { name: string; bytes: Buffer },
  now: Date,
): Promise<void> {
  const owner = actor.viewers[0] ?? '';
  const deps = at(stage, now);
  const stored = await storeUpload(deps, file);
  const { id } = await command(stage.engine.db, actor, async (tx) => recordUpload(deps, tx, actor, owner, stored));
  live.uploads.push(id);
}

/** The resident whose slip was printed first. */
export async function residentOf(stage: Stage, live: Live): Promise<Actor> {
  const countyCode = live.code.slice(0, 6);
  const alias = await plainly(stage.engine.db, (queries) =>
    queries.selectFrom('code_alias').select('matter_id').where('code', '=', live.code).executeTakeFirstOrThrow(),
  );
  live.matterId = alias.matter_id;
  const slip = await reading(stage.engine.db, house(countyCode), (queries) =>
    queries
      .selectFrom('visible_access_slip')
      .select(['id', 'party_id'])
      .where('county_code', '=', countyCode)
      .where('matter_id', '=', live.matterId)
      .executeTakeFirstOrThrow(),
  );
  live.partyId = slip.party_id;
  return partyActor({ countyCode, matterId: live.matterId, slipId: slip.id, partyId: slip.party_id });
}
