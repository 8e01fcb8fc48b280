import type { Dispute } from '../disputes/dispute.ts';
import { sightOf } from '../disputes/sight.ts';
import { fillTemplate } from '../documents/fillTemplate.ts';
import { matterFrame } from '../documents/matterFrame.ts';
import { type Paper, paper } from '../documents/paper.ts';
import type { Door } from '../handover/door.ts';
import type { DoorEngine } from '../handover/doorEngine.ts';
import type { DoorSpec } from '../handover/doorKind.ts';
import { wayOf } from '../handover/doorLife.ts';
import { readDoorDetail } from '../handover/doorRows.sql.ts';
import type { BoundDoor } from '../handover/doorSteps.ts';
import { readPaperMatter } from '../papers/paperFacts.sql.ts';
import type { PaperMatter } from '../papers/read.ts';
import type { Actor } from '../platform/actor.ts';
import { ask, type Queries } from '../platform/db.ts';
import { countyOfCode } from '../procedures/code.ts';
import { getMatter } from '../procedures/lock.sql.ts';
import { namesOf } from '../procedures/names.sql.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import { applicationFacts, applicationForm } from './applicationForm.ts';
import { doorView, type Proposals } from './doorView.ts';
import type { DoorView } from './doorViews.ts';

export type FoundDoor = { bound: BoundDoor; spec: DoorSpec; door: Door };

/** Any door by its code; the letters say of which kind it is. */
export async function getDoor(engine: DoorEngine, queries: Queries, code: string): Promise<FoundDoor> {
  const spec = engine.doors.find(({ letters }) => code.startsWith(letters));
  const bound = spec && engine.kinds[spec.name];
  if (!spec || !bound) throw new Error(`no door has the letters of ${code}`);
  return { bound, spec, door: await getMatter(bound, queries, code) };
}

/** The dispute that a door hangs on, where this reader has it in hand: then its facts may stand in the form. */
async function ownDispute(engine: DoorEngine, queries: Queries, actor: Actor, door: Door): Promise<Dispute | null> {
  const dispute = await engine.kinds.dispute.store.find(queries, countyOfCode(door.about.code), door.about.code);
  return dispute && sightOf(actor, dispute) === 'full' ? dispute : null;
}

type Material = { id: string; name: string; side: string };

/** What of the dispute may go along: what everybody reads there, and what these applicants brought. */
const listMaterial = (queries: Queries, { countyCode, about, applicantIds }: Door): Promise<Material[]> =>
  ask<Material>(
    queries,
    `select id, name, case when visibility like 'party:%' then 'own' else 'all' end as side from visible_matter_file
      where county_code = $1 and matter_id = $2 and visibility = any ($3::text[]) order by at, id`,
    [countyCode, about.id, ['resident', 'shared', ...applicantIds.map((id) => `party:${id}`)]],
  );

const proposalsOf = (spec: DoorSpec, door: Door, matter: PaperMatter): Proposals =>
  Object.fromEntries(wayOf(spec, door).fields.map(({ name, proposal }) => [name, proposal?.(matter) ?? '']));

export async function readDoorView(
  engine: DoorEngine,
  queries: Queries,
  actor: Actor,
  code: string,
): Promise<DoorView> {
  const { bound, spec, door } = await getDoor(engine, queries, code);
  const preparing = door.handedInOn === null && door.closedAt === null;
  const dispute = preparing ? await ownDispute(engine, queries, actor, door) : null;
  const [detail, names, material, matter] = await Promise.all([
    readDoorDetail(queries, door),
    namesOf(engine, queries, actor, [{ countyCode: door.countyCode, id: door.about.id }]),
    dispute ? listMaterial(queries, door) : [],
    dispute ? readPaperMatter(engine, queries, dispute) : null,
  ]);
  const proposals = matter ? proposalsOf(spec, door, matter) : {};
  const reading = { detail, material, proposals, name: names.get(door.about.id) ?? null };
  return doorView(bound, spec, door, reading, contextFor(engine, actor, door));
}

/** The application as it would be signed now: protected lines stand in it, since the body needs them. */
export async function readApplication(
  engine: DoorEngine,
  queries: Queries,
  actor: Actor,
  code: string,
  largePrint: boolean,
) {
  const { spec, door } = await getDoor(engine, queries, code);
  const dispute = await ownDispute(engine, queries, actor, door);
  if (!dispute) return null;
  const way = wayOf(spec, door);
  const [matter, { answers, files }] = await Promise.all([
    readPaperMatter(engine, queries, dispute, true),
    readDoorDetail(queries, door),
  ]);
  const proposals = proposalsOf(spec, door, matter);
  const written = answers.map(({ field, value, sealed }) => [
    field,
    sealed ? engine.crypto.open(door.countyCode, value) : value,
  ]);
  const facts = applicationFacts(
    door,
    way,
    matter,
    { ...proposals, ...Object.fromEntries(written) },
    files.map(({ name }) => name),
  );
  const form = applicationForm(way);
  const sheet = { code: dispute.code, form: 'con', subjectId: door.id };
  const filled: Paper = paper(form.template.title, fillTemplate(form.template, facts));
  const frame = matterFrame(engine, actor, sheet, { centerName: matter.center, largePrint });
  return { frame, paper: filled, secret: way.secret };
}
