import type { Network } from '../network/lookup.ts';
import type { UnitKind } from '../network/network.ts';
import type { Directory } from '../people/directory.ts';
import { isAdministrator, roleLabel } from '../people/roles.ts';
import type { Day } from '../platform/now.ts';
import { type BodyForm, emptyBody, type MediatorForm } from './bodies.ts';
import { type TermState, termState } from './terms.ts';

export type BodyView = {
  unitId: string;
  name: string;
  /** Whether anybody has kept it yet; until then its form is empty. */
  kept: boolean;
  form: BodyForm;
  parent: string | null;
  team: { postId: string; name: string; part: string }[];
  term: TermState;
};
export type MediatorView = {
  postId: string;
  name: string;
  unitId: string;
  unit: string;
  form: MediatorForm;
  skills: string[];
  studio: string | null;
  term: TermState;
  load: number;
};
export type Colleague = { postId: string; name: string; unit: string; role: string };
export type MediationBodies = {
  countyCode: string;
  mayKeep: boolean;
  bodies: BodyView[];
  mediators: MediatorView[];
  /** Who can be in a team; nobody for those who only look. */
  colleagues: Colleague[];
};

type Names = { network: Network; directory: Directory };
const bodiesByKind: ReadonlySet<UnitKind> = new Set<UnitKind>(['mediationCommittee', 'industryMediation']);

/** Units that mediate by what they are, and whatever else was kept as a body. */
export function bodyViews(
  kept: readonly (BodyForm & { unitId: string })[],
  countyCode: string,
  today: Day,
  { network, directory }: Names,
): BodyView[] {
  const forms = new Map(kept.map(({ unitId, ...form }) => [unitId, form]));
  const units = network.units.filter(
    ({ id, kind, countyCode: county }) => county === countyCode && (bodiesByKind.has(kind) || forms.has(id)),
  );
  return units.map(({ id, name, kind }) => {
    const found = forms.get(id);
    const form = found ?? { ...emptyBody, kind: kind === 'industryMediation' ? 'industry' : 'people' };
    return {
      ...{ unitId: id, name, kept: found !== undefined, form, term: termState(form.termTo, today) },
      parent: form.parentUnitId === null ? null : (network.unit(form.parentUnitId)?.name ?? ''),
      team: form.team.map(({ postId, part }) => ({ postId, part, name: directory.post(postId)?.name ?? '' })),
    };
  });
}

type Row = MediatorForm & { postId: string; name: string; unitId: string; regionCode: string };

export function mediatorViews(
  rows: readonly Row[],
  loads: ReadonlyMap<string, number>,
  today: Day,
  { network }: Pick<Names, 'network'>,
): MediatorView[] {
  return rows.map(({ postId, name, unitId, regionCode: _, ...form }) => ({
    ...{ postId, name, unitId, form, load: loads.get(postId) ?? 0, term: termState(form.termTo, today) },
    unit: network.unit(unitId)?.short ?? '',
    skills: form.skills.map((code) => network.category(code)?.name ?? code),
    studio: form.studioUnitId === null ? null : (network.unit(form.studioUnitId)?.short ?? ''),
  }));
}

/** Everybody in office in the county, by unit; administrators sit in no team. */
export function colleaguesOf(countyCode: string, { network, directory }: Names): Colleague[] {
  const units = network.units.filter((unit) => unit.countyCode === countyCode);
  return units.flatMap(({ id, short }) =>
    directory
      .postsOf(id)
      .filter(({ role }) => role !== 'party' && role !== 'system' && !isAdministrator(role))
      .map(({ postId, name, role }) => ({ postId, name, unit: short, role: roleLabel(role) })),
  );
}
