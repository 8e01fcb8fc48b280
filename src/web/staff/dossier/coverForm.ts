import type { Retention } from '../../../disputes/dossierRules.ts';
import { type DossierView, type EvidenceView, KeepDossierInput } from '../../../dossier/dossier.ts';
import { api } from '../api.ts';
import { typedDay } from '../dispute/steps/convert.ts';
import { queryClient } from '../queries.ts';
import type { Act } from '../steps/useForm.ts';
import { textOf, type Values } from '../steps/values.ts';

/** One file in the order of binding, in or out. */
export type Row = { id: string; in: boolean };
export type TypedCover = Readonly<Record<keyof KeepDossierInput['cover'], string>>;

/** What stands in the form, as far as it is still there; what came meanwhile stands behind it, out. */
export function rowsOf(rows: readonly Row[], evidence: readonly Pick<EvidenceView, 'id'>[]): Row[] {
  const there = rows.filter(({ id }) => evidence.some((each) => each.id === id));
  const came = evidence.filter(({ id }) => !rows.some((row) => row.id === id));
  return [...there, ...came.map(({ id }) => ({ id, in: false }))];
}

export function moved(rows: readonly Row[], id: string, by: -1 | 1): Row[] {
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  const other = rows[at + by];
  if (!row || !other) return [...rows];
  return rows.map((each) => (each === row ? other : each === other ? row : each));
}

export const coverOf = (values: Values): TypedCover => values.cover as TypedCover;
export const typedRows = (values: Values): readonly Row[] => values.evidence as readonly Row[];

const days = ['mediatedFrom', 'mediatedUntil', 'boundOn'] as const;
const dayOrNull = (typed: string): string | null => (typed.trim() === '' ? null : typedDay(typed, 'past'));

function inputOf(values: Values, { version, evidence }: DossierView): Values {
  const cover = coverOf(values);
  const rows = rowsOf(typedRows(values), evidence);
  return {
    ...{ version, situation: textOf(values, 'situation'), identityReason: textOf(values, 'identityReason') },
    cover: { ...cover, ...Object.fromEntries(days.map((day) => [day, dayOrNull(cover[day])])) },
    fileIds: rows.filter((row) => row.in).map(({ id }) => id),
    leftOutIds: rows.filter((row) => !row.in).map(({ id }) => id),
    retention: (textOf(values, 'retention') || null) as Retention | null,
    retentionReason: textOf(values, 'retentionReason'),
  };
}

/** A draft belongs to the version that it was begun on: what a colleague kept meanwhile is not written over unseen. */
export const keeping = (view: DossierView): Act<DossierView> => ({
  name: `${view.code}.dossier.${view.version}`,
  schema: KeepDossierInput,
  initial: () => ({
    cover: Object.fromEntries(Object.entries(view.cover).map(([field, value]) => [field, value ?? ''])),
    evidence: view.evidence.map(({ id, chosen }): Row => ({ id, in: chosen })),
    ...{ situation: view.situation, identityReason: view.identityReason },
    ...{ retention: view.retention.chosen ?? '', retentionReason: view.retention.reason },
  }),
  toInput: (values) => inputOf(values, view),
  version: view.version,
  send: ({ commandId: _, seenVersion, ...input }) =>
    api.put<DossierView>(`/api/disputes/${view.code}/dossier`, { ...input, version: seenVersion }),
  changed: () => queryClient.invalidateQueries({ queryKey: ['dispute', view.code, 'dossier'] }),
});
