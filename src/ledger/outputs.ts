import { type Static, Type } from 'typebox';
import type { Actor } from '../platform/actor.ts';

const words = Type.Record(Type.String({ maxLength: 30 }), Type.String({ maxLength: 600 }));
const Columns = Type.String({ maxLength: 600 });
const codes = Type.Array(Type.String({ pattern: '^\\d{15}$' }), { minItems: 1, maxItems: 500, uniqueItems: true });

export const ExportInput = Type.Object(
  {
    search: words,
    columns: Columns,
    /** Plain phone and ID numbers, where this post may see them: each is a reveal with this purpose. */
    purpose: Type.Optional(Type.String({ maxLength: 200, title: '用途' })),
    totp: Type.Optional(Type.String({ maxLength: 12, title: '动态码' })),
  },
  { additionalProperties: false },
);
export type ExportInput = Static<typeof ExportInput>;

export const PrintListInput = Type.Object({ search: words, columns: Columns }, { additionalProperties: false });
export const PrintPapersInput = Type.Object(
  {
    kind: Type.Union([Type.Literal('slips'), Type.Literal('sheets')], { title: '打印什么' }),
    codes,
    largePrint: Type.Boolean({ default: false }),
  },
  { additionalProperties: false },
);
export type PrintPapersInput = Static<typeof PrintPapersInput>;

export type OutputFile = { name: string; sha256: string; size: number; mime: string };
/** Which matters are in it, each county's by itself: whoever fetches it must still see all of them. */
export type MattersIn = Readonly<Record<string, readonly string[]>>;
export type OutputKind = 'excel' | 'list' | 'slips' | 'sheets' | 'dossier' | 'papers';
/** Of one matter: its keepers fetch these on its page, and nobody here. */
export const ofOneMatter = ['dossier', 'papers'] as const satisfies readonly OutputKind[];

export type Output = {
  countyCode: string;
  id: string;
  kind: OutputKind;
  title: string;
  sentence: string;
  columns: string[];
  rowCount: number;
  asOf: Date;
  postId: string;
  userId: string;
  role: string;
  unitId: string;
  /** Whether a colleague in the same post of the same unit sees all of it just as deeply. */
  shared: boolean;
  unmasked: string[];
  purpose: string;
  matters: MattersIn;
  files: OutputFile[];
  createdAt: Date;
  keepUntil: Date;
  removedAt: Date | null;
};

/** The own files; and of colleagues in the same unit and post those that show nothing of one person's own sight. */
export function mayFetch(actor: Actor, output: Pick<Output, 'postId' | 'unitId' | 'role' | 'shared'>): boolean {
  if (output.postId === actor.postId) return true;
  return output.shared && output.unitId === actor.unitId && output.role === actor.role;
}

export type OutputView = {
  id: string;
  kind: OutputKind;
  title: string;
  sentence: string;
  rowCount: number;
  asOf: string;
  by: string;
  mine: boolean;
  shared: boolean;
  unmasked: string[];
  purpose: string;
  files: { name: string; size: number; sha256: string }[];
  keepUntil: string;
  removed: boolean;
  fetches: { at: string; who: string }[];
};

/** What a job of this kind answers. `leftOut`: matters that could not be printed, and why. */
export type OutputMade = { id: string; rows: number; files: number; leftOut: { codeShort: string; why: string }[] };
