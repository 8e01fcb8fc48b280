import { type Role, roles } from '../../platform/actor.ts';
import { guard } from '../guard.ts';
import { type Kind, type Poster, type Row, type Standing, stepNamesOf } from '../kind.ts';

/** One line of the hand-written table: when, and by whom (role@place, in words that access.md uses). */
export type MatrixRow = { at: string; by: string; why: string };
export type Matrix = Record<string, MatrixRow>;

const everyRole: readonly Role[] = [...roles, 'party', 'system'];

/** One way in which a post can stand to a matter, and what that counts as. */
export type Case<S extends Standing> = {
  name: string;
  places: readonly string[];
  actor: Omit<Poster, 'role'>;
  standing: Omit<S, 'status'>;
};

/** Checks a kind's table against the hand-written one: every action × status × role × place. */
export function matrixOf<Step extends string, S extends Standing>(kind: Kind<Step, S>, cases: readonly Case<S>[]) {
  const stepNames = stepNamesOf(kind);
  const statuses = Object.keys(kind.statuses);

  function expected(row: MatrixRow, status: string, role: Role, { places }: Case<S>): string {
    const stands = role === 'party' || role === 'system' ? [...places, role] : places;
    const by = row.by.split(' ');
    if (!stands.some((place) => by.includes(`${role}@${place}`))) return 'notYourStep';
    return row.at.split(' ').includes(status) ? 'allowed' : 'wrongStatus';
  }

  function* differencesOf(name: Step, row: MatrixRow, step: Row): Generator<string> {
    const changed = { ...kind, steps: { ...kind.steps, [name]: step } };
    for (const each of cases)
      for (const role of everyRole)
        for (const status of statuses) {
          const standing = { ...each.standing, status } as unknown as S;
          const is = guard(changed, name, standing, { ...each.actor, role })?.code ?? 'allowed';
          const due = expected(row, status, role, each);
          if (is !== due) yield `${name} × ${status} × ${role}@${each.name}: the table says ${due}, the guard ${is}`;
        }
  }

  /** Every action × status × role × place on which guard and table differ. */
  function differences(matrix: Matrix, procedure: Readonly<Record<Step, Row>> = kind.steps): string[] {
    return stepNames.flatMap((name) => {
      const row = matrix[name];
      return row ? [...differencesOf(name, row, procedure[name])] : [`${name} is not in the table`];
    });
  }

  /** The first difference of one action, for tests that change its row. */
  function firstDifference(matrix: Matrix, name: Step, step: Row): string | undefined {
    const row = matrix[name];
    return row && differencesOf(name, row, step).next().value;
  }

  /** Names in the table that are no status, role or place, and whatever of these the table never mentions. */
  function gaps(matrix: Matrix): string[] {
    const words = (pick: (row: MatrixRow) => string) =>
      new Set(Object.values(matrix).flatMap((row) => pick(row).split(' ')));
    const used = words((row) => row.at);
    const places = [...new Set(cases.flatMap((each) => each.places)), 'party', 'system'];
    const known = new Set(everyRole.flatMap((role) => places.map((place) => `${role}@${place}`)));
    const noAction = Object.keys(matrix).filter((name) => !stepNames.some((step) => step === name));
    return [
      ...stepNames.filter((name) => !matrix[name]).map((name) => `action ${name} has no line`),
      ...noAction.map((name) => `${name} is no action`),
      ...statuses.filter((status) => !used.has(status)).map((status) => `status ${status} stands in no line`),
      ...[...used].filter((word) => !statuses.includes(word)).map((word) => `${word} is no status`),
      ...[...words((row) => row.by)].filter((word) => !known.has(word)).map((word) => `${word} is no role at a place`),
    ];
  }

  return { differences, firstDifference, gaps };
}
