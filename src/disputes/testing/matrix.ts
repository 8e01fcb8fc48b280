import { type Role, roles } from '../../platform/actor.ts';
import { guard } from '../../procedures/guard.ts';
import type { Poster } from '../../procedures/kind.ts';
import { disputeKind, type Standing } from '../kind.ts';
import { type Status, type Step, type StepName, statuses, stepNames } from '../procedure.ts';

/** One line of the hand-written table: when, and by whom (role@place, in words that access.md uses). */
export type MatrixRow = { at: string; by: string; why: string };
export type Matrix = Record<string, MatrixRow>;

const everyRole: readonly Role[] = [...roles, 'party', 'system'];

const receiving = '140106-center';
const lead = '140106-housing';
const support = '140106-justice';
const leadingStreet = '140106004-center';
const me = 'post-me';

type Case = {
  name: string;
  places: readonly string[];
  actor: Omit<Poster, 'role'>;
  standing: Omit<Standing, 'status'>;
};

const usual = {
  receivingCenterId: receiving,
  leadUnitId: lead,
  handlerPostId: 'post-other',
  supportingUnitIds: [support],
};
const at = (unitId: string, centerId: string | null = null) => ({ postId: me, unitId, centerId });

/** Everywhere a post can stand to a dispute, and what that counts as. */
export const cases: readonly Case[] = [
  { name: 'receivingCenter', places: ['receivingCenter'], actor: at(receiving, receiving), standing: usual },
  { name: 'centerAbove', places: ['superiorCenter'], actor: at('140100-center', '140100-center'), standing: usual },
  { name: 'otherCenter', places: [], actor: at('140105-center', '140105-center'), standing: usual },
  { name: 'leadUnit', places: ['leadUnit'], actor: at(lead), standing: usual },
  {
    name: 'leadCenter',
    places: ['leadUnit'],
    actor: at(leadingStreet, leadingStreet),
    standing: { ...usual, leadUnitId: leadingStreet },
  },
  {
    name: 'receivingCenterThatLeads',
    places: ['receivingCenter', 'leadUnit'],
    actor: at(receiving, receiving),
    standing: { ...usual, leadUnitId: receiving },
  },
  {
    name: 'assigned',
    places: ['leadUnit', 'assigned'],
    actor: at(lead),
    standing: { ...usual, handlerPostId: me },
  },
  {
    name: 'handing it over',
    places: ['leadUnit', 'handing'],
    actor: at(lead),
    standing: { ...usual, handingPostIds: [me] },
  },
  { name: 'supportingUnit', places: ['supportingUnit'], actor: at(support), standing: usual },
  { name: 'otherUnit', places: [], actor: at('140106-health'), standing: usual },
  {
    name: 'formerUnit, nobody leads yet',
    places: [],
    actor: at(lead),
    standing: { ...usual, leadUnitId: null, handlerPostId: null, supportingUnitIds: [] },
  },
];

type Verdict = 'allowed' | 'notYourStep' | 'wrongStatus';

function expected(row: MatrixRow, status: Status, role: Role, { places }: Case): Verdict {
  const stands = role === 'party' || role === 'system' ? [...places, role] : places;
  const by = row.by.split(' ');
  if (!stands.some((place) => by.includes(`${role}@${place}`))) return 'notYourStep';
  return row.at.split(' ').includes(status) ? 'allowed' : 'wrongStatus';
}

function* differencesOf(name: StepName, row: MatrixRow, step: Step): Generator<string> {
  const kind = { ...disputeKind, steps: { ...disputeKind.steps, [name]: step } };
  for (const each of cases)
    for (const role of everyRole)
      for (const status of statuses) {
        const refusal = guard(kind, name, { ...each.standing, status }, { ...each.actor, role });
        const is = refusal?.code ?? 'allowed';
        const due = expected(row, status, role, each);
        if (is !== due) yield `${name} × ${status} × ${role}@${each.name}: the table says ${due}, the guard ${is}`;
      }
}

/** Every action × status × role × place on which guard and table differ. */
export function differences(matrix: Matrix, procedure: Readonly<Record<StepName, Step>>): string[] {
  return stepNames.flatMap((name) => {
    const row = matrix[name];
    return row ? [...differencesOf(name, row, procedure[name])] : [`${name} is not in the table`];
  });
}

/** The first difference of one action, for tests that change its row. */
export function firstDifference(matrix: Matrix, name: StepName, step: Step): string | undefined {
  const row = matrix[name];
  return row && differencesOf(name, row, step).next().value;
}

/** Names in the table that are no status, role or place, and whatever of these the table never mentions. */
export function gaps(matrix: Matrix): string[] {
  const words = (pick: (row: MatrixRow) => string) =>
    new Set(Object.values(matrix).flatMap((row) => pick(row).split(' ')));
  const usedStatuses = words((row) => row.at);
  const places = [...new Set(cases.flatMap((each) => each.places)), 'party', 'system'];
  const known = new Set(everyRole.flatMap((role) => places.map((place) => `${role}@${place}`)));
  return [
    ...stepNames.filter((name) => !matrix[name]).map((name) => `action ${name} has no line`),
    ...Object.keys(matrix)
      .filter((name) => !stepNames.some((step) => step === name))
      .map((name) => `${name} is no action`),
    ...statuses.filter((status) => !usedStatuses.has(status)).map((status) => `status ${status} stands in no line`),
    ...[...usedStatuses]
      .filter((word) => !statuses.some((status) => status === word))
      .map((word) => `${word} is no status`),
    ...[...words((row) => row.by)].filter((word) => !known.has(word)).map((word) => `${word} is no role at a place`),
  ];
}
