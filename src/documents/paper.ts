/**
 * A form as blocks: one source for screen, PDF and Word (0077). A template has fields in braces, `{申请人.姓名}`; filled with
 * facts it is a paper.
 */
export type Run = { text: string; strong?: boolean };
export type ParagraphStyle = 'title' | 'heading' | 'body' | 'plain' | 'center' | 'right' | 'small';
export type Paragraph = { kind: 'paragraph'; style: ParagraphStyle; runs: Run[] };
export type Cell = { span?: number; rowSpan?: number; head?: boolean; paragraphs: Paragraph[] };
/** Widths are relative. A first row of head cells is repeated on each sheet. */
export type Table = { kind: 'table'; widths: number[]; rows: Cell[][] };
/** Lines to write on by hand. */
export type Ruled = { kind: 'ruled'; lines: number };
export type Break = { kind: 'break' };

/** Who signs: `strokesSvg` as drawn on the screen ('' where nobody has), `note` how it came there; with or without room for a thumb. */
export type Signatory = { label: string; name: string; strokesSvg: string; note: string; thumb: boolean };
export type Signing = { kind: 'signing'; people: Signatory[] };
/** Room for the wet seal; none is ever drawn. */
export type Seal = { kind: 'seal'; body: string; day: string };

export type TemplateBlock = Paragraph | Table | Ruled | Break;
export type Block = TemplateBlock | Signing | Seal;
export type Template = { title: string; blocks: TemplateBlock[] };
/** A template and what it may name; a county's own stands in the place of ours. */
export type Form = { template: Template; fields: readonly Field[] };

/** What a template may name: `申请人.姓名` is one field of the list 申请人. `must`: the law wants it on the paper. */
export type Field = { name: string; says: string; kind: 'text' | 'list' | 'signing' | 'seal'; must?: true };

export type Row = Readonly<Record<string, string | null>>;
export type PeopleFact = { people: readonly Signatory[] };
export type SealFact = { body: string; day: string };
/**
 * '' and a list without rows are blanks to be written by hand; null is nothing to say and nothing to write: its paragraph or
 * row is left out.
 */
export type Fact = string | readonly Row[] | PeopleFact | SealFact | null;
export type Facts = Readonly<Record<string, Fact>>;

/** A filled form and what stands around it on each sheet. */
export type Paper = {
  title: string;
  /** beside the title: 〔2026〕迎人调字第12号 */
  number: string;
  blocks: Block[];
  /** a line in front of all: 这是草稿，不要签字。 */
  warning: string;
  /** across each sheet: 作废 */
  across: string;
  /** of the agreed words, at each foot */
  digest: string;
  /** leads to the address that says whether this paper still holds */
  checkSvg: string;
};

export const paper = (title: string, blocks: Block[], more: Partial<Paper> = {}): Paper => ({
  ...{ title, number: '', blocks, warning: '', across: '', digest: '', checkSvg: '' },
  ...more,
});

const runsOf = (text: string): Run[] =>
  text
    .split('**')
    .map((part, at): Run => (at % 2 === 1 ? { text: part, strong: true } : { text: part }))
    .filter((run) => run.text !== '');

/** How forms are written down: **strong** between two stars. */
export const paragraph = (style: ParagraphStyle, text: string): Paragraph => ({
  ...{ kind: 'paragraph', style },
  runs: runsOf(text),
});
export const cell = (text: string, more: Omit<Cell, 'paragraphs'> = {}): Cell => ({
  ...more,
  paragraphs: text.split('\n').map((line) => paragraph('plain', line)),
});
export const head = (text: string, more: Omit<Cell, 'paragraphs' | 'head'> = {}): Cell =>
  cell(text, { ...more, head: true });
export const table = (widths: number[], rows: Cell[][]): Table => ({ kind: 'table', widths, rows });
