/** Where something stands in the text of word/document.xml. */
export type Place = { start: number; end: number };
/** A piece of what people read: where its letters stand in the file, and from which letter of the whole on. */
export type DocxPiece = Place & {
  kind: 'letters' | 'tab' | 'break';
  at: number;
  length: number;
  /** Of a control that only says what to write there: the mark by which it says so. */
  placeholder: Place | null;
};
/** Text of a cell or a line without what lies in tables and boxes within it. */
export type DocxText = Place & { text: string; pieces: DocxPiece[]; paragraphs: Place[] };
export type DocxCell = DocxText & {
  column: number;
  columnSpan: number;
  merge: 'none' | 'begins' | 'goesOn';
  tables: DocxTable[];
};
export type DocxTable = { rows: DocxCell[][] };
/** What a document holds from top to bottom. */
export type DocxPart = { kind: 'table'; table: DocxTable } | { kind: 'line'; line: DocxText };
