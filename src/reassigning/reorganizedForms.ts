import type { AnyForm, Book, Noun } from '../network/book.ts';
import { countyOf } from '../network/network.ts';
import { type DutyForm, dutyKey } from '../network/subjects/duty.ts';
import { subjects } from '../network/subjects.ts';
import { addDays, type Day } from '../platform/now.ts';
import type { Kind, Plan } from './planReorganization.ts';

export type NamedForm = { noun: Noun; form: AnyForm };
type Given = { kind: Kind; subject: string; effectiveOn: Day; basis: string };

const ofValues = <F>(map: Map<string, F>): F[] => [...map.values()];

function closedUnits(book: Book, plan: Plan, { effectiveOn, basis }: Given): NamedForm[] {
  return Object.entries(plan.units).flatMap(([id, next]): NamedForm[] => {
    const note = `${effectiveOn} 起并入${book.units.get(next)?.name ?? next}（${basis}）`.slice(0, 300);
    const center = book.centers.get(id);
    if (center) return [{ noun: 'centers', form: { ...center, active: false, note } }];
    const unit = book.units.get(id);
    return unit ? [{ noun: 'units', form: { ...unit, active: false, note } }] : [];
  });
}

function insideCenters(book: Book, plan: Plan): NamedForm[] {
  const gone = ({ centerId, active }: { centerId: string; active: boolean }) => active && centerId in plan.units;
  return [
    ...ofValues(book.counters)
      .filter(gone)
      .map((form): NamedForm => ({ noun: 'counters', form: { ...form, active: false } })),
    ...ofValues(book.rooms)
      .filter(gone)
      .map((form): NamedForm => ({ noun: 'rooms', form: { ...form, active: false } })),
  ];
}

/** Who sat in the center that ends, or for the unit that ends, sits in the successor; one who sits there already stays as it is. */
function presences(book: Book, plan: Plan): NamedForm[] {
  const next = (id: string) => plan.units[id] ?? id;
  return ofValues(book.presences).flatMap((form): NamedForm[] => {
    const after = { ...form, centerId: next(form.centerId), unitId: next(form.unitId), counterNumber: null };
    if (!form.active || (after.centerId === form.centerId && after.unitId === form.unitId)) return [];
    const there = book.presences.get(subjects.presences.key(after));
    const ended: NamedForm = { noun: 'presences', form: { ...form, active: false } };
    return there?.active ? [ended] : [ended, { noun: 'presences', form: after }];
  });
}

/** The duty list from that day on: a version more where a unit is followed by another, the place's own lines under its new code. */
function duties(book: Book, plan: Plan, { kind, subject, effectiveOn, basis }: Given): NamedForm[] {
  const unit = (id: string) => plan.units[id] ?? id;
  const after = (form: DutyForm): DutyForm => {
    const unitId = form.unitId && unit(form.unitId);
    const supportingUnitIds = [...new Set(form.supportingUnitIds.map(unit))].filter((id) => id !== unitId);
    return { ...form, unitId, supportingUnitIds };
  };
  const from = (form: DutyForm): Day =>
    form.effectiveFrom >= effectiveOn ? addDays(form.effectiveFrom, 1) : effectiveOn;
  const standing = ofValues(book.duties).filter(
    ({ effectiveTo }) => effectiveTo === null || effectiveTo >= effectiveOn,
  );
  const written = standing.flatMap((form): NamedForm[] => {
    const moved = plan.regions[form.regionCode];
    const changed = after(form);
    const differs =
      changed.unitId !== form.unitId || changed.supportingUnitIds.join() !== form.supportingUnitIds.join();
    if (moved === undefined)
      return differs ? [{ noun: 'duties', form: { ...changed, effectiveFrom: from(form), basis } }] : [];
    const ended: NamedForm = { noun: 'duties', form: { ...form, effectiveTo: addDays(effectiveOn, -1) } };
    const there = { ...changed, regionCode: moved, effectiveFrom: effectiveOn, basis };
    return book.duties.has(dutyKey(there)) || moved.length > 12 ? [ended] : [ended, { noun: 'duties', form: there }];
  });
  return [...written, ...(kind === 'center' ? townshipLines(book, plan, subject, standing, effectiveOn, basis) : [])];
}

/** A township without its own center: what the county's list gives to 「属地中心」 goes to the one that took over. */
function townshipLines(
  book: Book,
  plan: Plan,
  subject: string,
  standing: readonly DutyForm[],
  effectiveOn: Day,
  basis: string,
): NamedForm[] {
  const regionCode = book.units.get(subject)?.regionCode;
  if (regionCode === undefined) return [];
  const county = standing.filter((form) => form.regionCode === countyOf(regionCode) && form.target === 'township');
  return county.flatMap((form): NamedForm[] => {
    const line = { ...form, regionCode, target: 'unit' as const, unitId: plan.units[subject] ?? null, basis };
    const own = { ...line, effectiveFrom: effectiveOn, effectiveTo: null };
    return book.duties.has(dutyKey(own)) ? [] : [{ noun: 'duties', form: own }];
  });
}

function oldPlaces(book: Book, plan: Plan, { effectiveOn, basis }: Given): NamedForm[] {
  return Object.entries(plan.regions).flatMap(([code, next]): NamedForm[] => {
    const form = book.regions.get(code);
    const note = `${effectiveOn} 起并入 ${next}（${basis}）`.slice(0, 300);
    return form ? [{ noun: 'regions', form: { ...form, active: false, note } }] : [];
  });
}

/** Everything of the network that is written, in an order in which what is pointed at comes first. */
export function reorganizedForms(book: Book, plan: Plan, given: Given): NamedForm[] {
  const back = new Map(Object.entries(plan.regions).map(([old, next]) => [next, old]));
  return [
    ...plan.newRegions.map(({ code, name, short }): NamedForm => {
      const note = `原代码 ${back.get(code) ?? ''}，${given.effectiveOn} 起改`;
      return { noun: 'regions', form: { code, name, short, statistical: false, assumed: false, note, active: true } };
    }),
    ...Object.entries(plan.movedUnits).flatMap(([id, regionCode]): NamedForm[] => {
      const form = book.units.get(id);
      return form ? [{ noun: 'units', form: { ...form, regionCode } }] : [];
    }),
    ...closedUnits(book, plan, given),
    ...insideCenters(book, plan),
    ...presences(book, plan),
    ...duties(book, plan, given),
    ...oldPlaces(book, plan, given),
  ];
}
