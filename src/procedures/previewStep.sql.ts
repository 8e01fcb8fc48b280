import { Compile } from 'typebox/compile';
import { foretell } from '../delivery/pending.sql.ts';
import { releaseOf } from '../delivery/release.ts';
import { outwardOf } from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, rehearsing } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import { decideStep, type Outcome } from './decideStep.ts';
import { foretellElsewhere } from './elsewhere.sql.ts';
import type { Bound, BoundStep, Engine } from './engine.ts';
import type { Head } from './head.ts';
import { getMatter } from './lock.sql.ts';
import { type Leaving, outlookOf, outwardTells } from './outlook.ts';
import { contextFor, readOther } from './takeStep.sql.ts';
import type { Outlook } from './views.ts';

const validators = new WeakMap<BoundStep['input'], ReturnType<typeof Compile>>();

function checkInput(schema: BoundStep['input'], input: object): void {
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  if (!validator.Check(input)) throw new Refusal('invalid', 'incomplete', '还没有填完，填完再看会发生什么。');
}

/** What pressing would send out of the house, together with what waits there already. */
async function leavingOf<R>(
  engine: Engine<R>,
  queries: Queries,
  { store }: Pick<Bound, 'store'>,
  { decision, after }: Outcome,
): Promise<Omit<Leaving, 'elsewhere'>> {
  const { countyCode, id } = after;
  const release = releaseOf(engine, countyCode, engine.now());
  const told = outwardOf((decision.tell ?? []).filter(({ owner }) => owner === 'resident'));
  if (told.length === 0) return { release, outward: [] };
  const saying = told.map((each) => ({ ...each, event: decision.type }));
  const planned = await foretell(engine, queries, after, saying);
  const names = new Map((await store.people?.(queries, countyCode, id))?.map((each) => [each.id, each.name]));
  const nameOf = (partyId: string) => names.get(partyId) ?? '当事人';
  return { release, outward: outwardTells(planned, nameOf, engine.now()) };
}

/** The very decision that will run, without the record: what the page says before pressing is what pressing does. */
export async function previewStep<T extends Head, R, S extends string>(
  engine: Engine<R>,
  bound: Bound<T, R, S>,
  actor: Actor,
  code: string,
  step: S,
  input: object,
): Promise<Outlook> {
  checkInput(bound.steps[step].input, input);
  return rehearsing(engine.db, actor, async (tx) => {
    const before = await getMatter(bound, tx, code);
    const other = await readOther(bound, tx, step, before, input);
    const context = { ...contextFor(engine, actor, before), ...other };
    const outcome = decideStep(bound, step, before, input, context);
    const leaving = await leavingOf(engine, tx, bound, outcome);
    const elsewhere = await foretellElsewhere(engine, tx, bound, outcome, context);
    return outlookOf(bound, outcome, context, { ...leaving, elsewhere });
  });
}
