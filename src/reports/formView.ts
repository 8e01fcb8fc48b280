import type { FormGrid } from '../sheets/formGrid.ts';
import type { Answer, Manual } from './answers.ts';
import type { Mapping } from './mapping.ts';
import type { Remapped } from './remap.ts';
import type { Suggestion } from './suggestion.ts';

export type FillBrief = {
  id: string;
  from: string;
  to: string;
  title: string;
  state: 'draft' | 'handedIn';
  asOf: string;
  unanswered: number;
  handedAt: string | null;
  handedBy: string | null;
};

export type FormBrief = {
  id: string;
  name: string;
  issuer: string;
  kind: 'xlsx' | 'docx';
  draftDay: number;
  cutoffDay: number;
  handInDay: number | null;
  filler: { postId: string; name: string } | null;
  version: number;
  /** Cells mapped, of those that wait for a value. */
  mapped: number;
  open: number;
  latest: FillBrief | null;
};

export type FormView = FormBrief & {
  revision: number;
  active: boolean;
  grid: FormGrid;
  mapping: Mapping;
  suggestions: Record<string, Suggestion>;
  /** Where nothing is proposed: the words of the headings that stand in the way. */
  unread: Record<string, string[]>;
  openCells: string[];
  fileName: string;
  uploadedAt: string;
  fillers: { postId: string; name: string; role: string }[];
  fills: FillBrief[];
  /** What each mapped figure says, in words: 「本期 受理：婚姻家庭」. */
  words: Record<string, string>;
  choices: FormChoices;
};

/** What the mapping page offers to choose from. */
export type FormChoices = {
  categories: { value: string; label: string }[];
  sources: { value: string; label: string }[];
  regions: { value: string; label: string }[];
  units: { value: string; label: string }[];
  services: { value: string; label: string }[];
};

export type RenewedForm = { id: string; version: number; kept: number } & Pick<Remapped, 'moved' | 'lost' | 'added'>;

export type FilledCellView = Answer & {
  address: string;
  words: string;
  manual: Manual | null;
  /** Against the last time, where both have a number. */
  change: number | null;
  /** Opens the list behind a counted figure: the query of its address. */
  list: string | null;
};

export type FillView = FillBrief & {
  form: { id: string; name: string; issuer: string; kind: 'xlsx' | 'docx' };
  version: number;
  revision: number;
  grid: FormGrid;
  cells: FilledCellView[];
  open: string[];
  unmapped: string[];
  before: { title: string; id: string } | null;
  hash: string | null;
  intact: boolean;
};
