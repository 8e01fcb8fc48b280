/** Some letters of a cell's text that give way to others, counted without the blanks at its ends. */
export type Edit = { at: number; length: number; text: string };

export type FilledCell = {
  sheet: string;
  ref: string;
  value: string | number;
  /** The form's own formula stays; this is what it counts to. */
  counted?: true;
  /** Only these letters of the text change: what stands around them keeps its looks. */
  edits?: readonly Edit[];
};

/** Where an edit stands in the text as it is in the file; at the ends it takes the blanks that held its place. */
export function placeIn(text: string, { at, length }: Edit): { from: number; to: number } {
  const lead = text.length - text.trimStart().length;
  const to = lead + at + length;
  return { from: at === 0 ? 0 : lead + at, to: to >= text.trimEnd().length ? text.length : to };
}
