import type { DoorView } from '../../../doors/doorViews.ts';
import { CallBodyInput, HandInInput, SupplementInput, WithdrawDoorInput } from '../../../handover/doorActs.ts';
import { type DoorSpec, doorKind } from '../../../handover/doorKind.ts';
import { FillDoorInput } from '../../../handover/fillDoor.ts';
import type { OwnStep } from '../../../handover/procedure.ts';
import { type Ask, type Stage, stageInput } from '../../../handover/stage.ts';
import { FollowInput } from '../../../procedures/follow.ts';
import { RemindLimitInput } from '../../../waits/remindLimit.ts';
import { typedDay } from '../dispute/steps/convert.ts';
import { type Forms, type StepSpec, spec } from '../steps/forms.ts';
import { textOf, type Values } from '../steps/values.ts';
import { Answers, DoorUploads, Ground, Material, PastDay, Result } from './DoorFields.tsx';
import { doorChanged } from './queries.ts';
import { useDoorWords } from './words.ts';

const idsOf = ({ uploads = [] }: Values): string[] => (uploads as { id: string }[]).map(({ id }) => id);
const withUploads = (values: Values): Values => ({ ...values, uploads: idsOf(values) });

/** What stands in the form already: what somebody wrote, else what the dispute knows; a protected line stays blank. */
const written = (view: DoorView): Values => ({
  answers: Object.fromEntries(view.fields.map(({ name, value, proposal }) => [name, value || proposal])),
});

const shapesOf: Readonly<Record<Ask, readonly (readonly [string, string])[]>> = {
  number: [['number', 'line']],
  ground: [['ground', 'ground']],
  result: [['result', 'result']],
  served: [['servedOn', 'pastDay']],
  until: [['until', 'day']],
};

/** The form of one step of the body, from what its stage asks. */
function stageSpec(stage: Stage): StepSpec<DoorView> {
  const asked = stage.asks.flatMap((ask) => shapesOf[ask]);
  const names = [...asked.map(([name]) => name), ...(stage.asks.includes('result') ? ['ground'] : [])];
  return spec(
    stageInput(stage),
    { on: 'pastDay', ...Object.fromEntries(asked), words: 'text' },
    {
      initial: () => ({ on: '', words: '', uploads: [], ...Object.fromEntries(names.map((name) => [name, ''])) }),
      toInput: ({ on, servedOn, until, ground, ...values }) => ({
        ...withUploads(values),
        on: typedDay(textOf({ on }, 'on'), 'past'),
        ...(servedOn === undefined
          ? {}
          : { servedOn: servedOn === '' ? '' : typedDay(textOf({ servedOn }, 'servedOn'), 'past') }),
        ...(until === undefined ? {} : { until: typedDay(textOf({ until }, 'until'), 'future') }),
        ...(ground === undefined || (ground === '' && stage.asks.includes('result')) ? {} : { ground }),
      }),
    },
  );
}

/** The forms of our own side, the same at every door. */
const ownSpecs: Readonly<Record<OwnStep, StepSpec<DoorView>>> = {
  fillDoor: spec(FillDoorInput, {}, { initial: written }),
  handIn: spec(
    HandInInput,
    { how: 'choice', fileIds: 'material', signed: 'check' },
    {
      answers: { how: ['here', 'paper'] },
      initial: () => ({ how: '', fileIds: [], uploads: [], signed: false }),
      toInput: withUploads,
    },
  ),
  supplement: spec(
    SupplementInput,
    { words: 'text' },
    { initial: () => ({ words: '', uploads: [] }), toInput: withUploads },
  ),
  callBody: spec(
    CallBodyInput,
    { who: 'line', received: 'check', words: 'text' },
    { initial: () => ({ who: '', received: false, words: '', uploads: [] }), toInput: withUploads },
  ),
  withdrawDoor: spec(WithdrawDoorInput, { reason: 'text' }),
  remindLimit: spec(RemindLimitInput, {}),
  followMatter: spec(FollowInput, {}),
};

function useFieldWords() {
  const t = useDoorWords();
  const { on, result, words, servedOn, until, how, fileIds, signed, who, received, reason } = t;
  return {
    fields: {
      ...{ on, result, words, servedOn, until, how, fileIds, signed, who, received, reason },
      ...{ ground: t.ground_, number: t.numberField, callBody_words: t.said, supplement_words: t.supplementWords },
    },
    answers: { how_here: t.how_here, how_packet: t.how_packet, how_paper: t.how_paper },
  };
}

/** The forms of one kind of door: those that all share, and those of its body. */
export const doorForms = (door: DoorSpec): Forms<DoorView, string> => ({
  kind: doorKind(door),
  specs: {
    ...ownSpecs,
    ...Object.fromEntries(Object.entries(door.stages).map(([step, stage]) => [step, stageSpec(stage)])),
  },
  before: {
    fillDoor: Answers,
    ...Object.fromEntries(
      ['handIn', 'supplement', 'callBody', ...Object.keys(door.stages)].map((step) => [step, DoorUploads]),
    ),
  },
  shapes: { pastDay: PastDay, result: Result, ground: Ground, material: Material },
  useWords: useFieldWords,
  useNames: () => () => undefined,
  changed: ({ code, about }) => doorChanged(code, about.code),
});
