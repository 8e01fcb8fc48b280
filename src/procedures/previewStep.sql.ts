import { Compile } from 'typebox/compile';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import { decideStep } from './decideStep.ts';
import type { Bound, BoundStep, Engine } from './engine.ts';
import type { Head } from './head.ts';
import { getMatter } from './lock.sql.ts';
import { outlookOf } from './outlook.ts';
import { contextFor, readOther } from './takeStep.sql.ts';
import type { Outlook } from './views.ts';

const validators = new WeakMap<BoundStep['input'], ReturnType<typeof Compile>>();

function checkInput(schema: BoundStep['input'], input: object): void {
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  if (!validator.Check(input)) throw new Refusal('invalid', 'incomplete', '还没有填完，填完再看会发生什么。');
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
  return reading(engine.db, actor, async (queries) => {
    const before = await getMatter(bound, queries, code);
    const other = await readOther(bound, queries, step, before, input, false);
    const context = { ...contextFor(engine, actor, before), ...other };
    return outlookOf(bound, decideStep(bound, step, before, input, context), context);
  });
}
