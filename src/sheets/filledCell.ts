/** Some letters of a cell's text that give way to others. */
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
