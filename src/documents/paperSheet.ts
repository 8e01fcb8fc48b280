import type { Paper } from './paper.ts';
import { type FrameFacts, type Printable, type SheetFrame, sheetFrame } from './printable.ts';

export type PaperSheet = SheetFrame & Paper;

/** A filled form for the printer; `paperDocx` makes the same for Word. */
export const paperSheet = (frame: FrameFacts, paper: Paper): Printable<PaperSheet> => ({
  template: 'documents/paper.typ',
  data: { ...sheetFrame(frame), ...paper },
});
