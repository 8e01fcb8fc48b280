import { Compile } from 'typebox/compile';
import { applyChanges, type ClockChange } from '../deadlines/clockChanges.ts';
import { viewClock } from '../deadlines/clockView.ts';
import { roleLabel } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { formatClock } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { getDispute } from './disputes.sql.ts';
import type { Engine } from './engine.ts';
import { type StepName, statusLabels, stepOf } from './procedure.ts';
import type { Outcome } from './recordStep.sql.ts';
import { countyOfCode } from './standing.ts';
import { contextFor, decideStep, readOther } from './takeStep.sql.ts';
import type { StepPreview } from './views.ts';

const validators = new Map<StepName, ReturnType<typeof Compile>>();

function checkInput(engine: Engine, name: StepName, input: object): void {
  const validator = validators.get(name) ?? Compile(engine.steps[name].input);
  validators.set(name, validator);
  if (!validator.Check(input)) throw new Refusal('invalid', 'incomplete', '还没有填完，填完再看会发生什么。');
}

/** Who a key is, in words: 迎泽街道签收岗 3 人. */
function spoken(owner: string, { network, directory }: DisputeContext): string {
  const [, kind, rest = ''] = /^([a-z]+):(.*)$/.exec(owner) ?? [];
  const [unitId = '', role] = rest.split('#');
  if (kind === 'p') return directory.post(unitId)?.name ?? '承办人';
  const unit = network.unit(unitId)?.short ?? '';
  if (kind === 'h') return `${unit}承办人 ${directory.postsOf(unitId, 'handler').length} 人`;
  if (!role) return unit;
  return `${unit}${roleLabel(role as 'handler')} ${directory.postsOf(unitId, role as 'handler').length} 人`;
}

function undoWords(name: StepName, before: Dispute, after: Dispute): string {
  if (name === 'dispatch' && after.dispatchUndoUntil)
    return `${formatClock(after.dispatchUndoUntil)} 前、对方签收前可以撤回；之后只能由对方退回。`;
  if (name === 'merge')
    return `随时可以拆开：这一件回到「${statusLabels[before.status].zh}」，停着的时限接着走，剩几天还是几天。`;
  if (name === 'split') return '拆开以后还可以再合并。';
  if (stepOf(name).weight === 'legal') return '按下以后不能撤回，只能按流程重新办理。';
  return '按下以后会留在时间线里，不能抹去。';
}

/** The clock with the date that pressing gives it. */
function moveOf(change: ClockChange, before: Dispute, { calendar, now }: DisputeContext): StepPreview['moves'] {
  const old = change.kind === 'recompute' ? before.clocks.find(({ id }) => id === change.id) : undefined;
  const [clock] = old ? applyChanges([old], [change]) : [];
  if (!old || !clock?.dueAt || clock.dueAt.getTime() === old.dueAt?.getTime()) return [];
  const { label, dueAt, sentence, arithmetic } = viewClock(clock, calendar, now, false);
  return [{ label, from: old.dueAt?.toISOString() ?? null, dueAt, sentence, arithmetic }];
}

function previewOf(
  name: StepName,
  before: Dispute,
  { decision, after, changes }: Outcome,
  context: DisputeContext,
): StepPreview {
  const told = decision.tell ?? [];
  const clock = (id: string) => before.clocks.find((each) => each.id === id);
  return {
    tells: told.map(({ owner, text }) => ({
      who: owner === 'resident' ? '当事人' : spoken(owner, context),
      channel: owner === 'resident' ? '查询页和纸质' : '站内',
      text,
    })),
    starts: changes.flatMap((change) => {
      if (change.kind !== 'start') return [];
      const { label, dueAt, sentence, arithmetic } = viewClock(change.clock, context.calendar, context.now, false);
      return [{ label, dueAt, sentence, arithmetic }];
    }),
    stops: changes.flatMap((change) => (change.kind === 'stop' ? [{ label: clock(change.id)?.rule.label ?? '' }] : [])),
    pauses: changes.flatMap((change) =>
      change.kind === 'recompute' && change.dueAt === null ? [{ label: clock(change.id)?.rule.label ?? '' }] : [],
    ),
    moves: changes.flatMap((change) => moveOf(change, before, context)),
    residentSees: told.find((each) => each.owner === 'resident')?.text ?? statusLabels[after.status].resident,
    statusAfter: statusLabels[after.status].zh,
    undo: undoWords(name, before, after),
  };
}

/** The very decision that will run, without the record: what the page says before pressing is what pressing does. */
export function previewStep(
  engine: Engine,
  actor: Actor,
  code: string,
  name: StepName,
  input: object,
): Promise<StepPreview> {
  checkInput(engine, name, input);
  return reading(engine.db, actor, async (queries) => {
    const dispute = await getDispute(queries, countyOfCode(code), code);
    const other = await readOther(engine, queries, name, dispute, input, false);
    const context = { ...contextFor(engine, actor, dispute), ...other };
    return previewOf(name, dispute, decideStep(engine, name, dispute, input, context), context);
  });
}
