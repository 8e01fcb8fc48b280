import type { Field } from '../documents/paper.ts';
import type { FormKey } from '../papers/forms.ts';
import type { Faults } from './template.ts';

/** A county's form as its page shows it. */
export type TemplateView = {
  id: string;
  version: number;
  title: string;
  fileName: string;
  by: string;
  at: string;
  mine: boolean;
  notCarried: string[];
  faults: Faults;
};
/** One form: what it may name, the county's own in force, and the one that waits to be published. */
export type FormView = {
  form: FormKey;
  name: string;
  fields: Field[];
  own: TemplateView | null;
  draft: TemplateView | null;
};
export type FormsView = { forms: FormView[]; mayDraft: boolean; mayPublish: boolean };
export type PreviewedMatter = { code: string; codeShort: string; title: string; blanks: number };
