import type { PaperKey } from '../papers/catalogue.ts';

export type Subject = { form: PaperKey; subjectId: string | null; label: string };
/** A paper as a QR names it: in which matter, which place, about what, which page of it. */
export type PlaceView = {
  code: string;
  codeShort: string;
  title: string;
  form: PaperKey;
  subjectId: string | null;
  label: string;
  number: number | null;
};
export type PageState = 'waiting' | 'filed' | 'aside';
export type PageView = {
  page: number;
  state: PageState;
  /** Where it goes, or is proposed to go; nothing where it is nobody's, or not for this person. */
  place: PlaceView | null;
  /** Why a person has to look; nothing when it is sure. */
  doubt: string | null;
  /** It has no QR and lay behind a sheet of this paper. */
  annex: boolean;
  /** What a QR says that is none of ours: shown as text, never followed. */
  foreign: string | null;
  reason: string;
};
/** `hidden`: its picture is for whoever put it in: it names somebody else's matter. */
export type SeenPage = PageView & { hidden: boolean };
export type ScanView = {
  id: string;
  name: string;
  state: 'reading' | 'read' | 'failed';
  problem: string;
  at: string;
  by: string;
  pages: SeenPage[];
};
export type ScanLine = Omit<ScanView, 'pages'> & { pages: number; waiting: number };
export type FiledResult = { code: string; filed: boolean; sentence: string };
export type FiledView = {
  id: string;
  form: PaperKey;
  subjectId: string | null;
  label: string;
  fileId: string;
  pages: number;
  pageNumbers: number[];
  filedAt: string;
  by: string;
  removed: string | null;
};
