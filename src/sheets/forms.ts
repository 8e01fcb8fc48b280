import { readApart } from './bookApart.ts';
import type { FilledCell } from './filledCell.ts';
import type { FormGrid } from './formGrid.ts';

type Kind = FormGrid['kind'];

/** A superior's blank form as tables, read in a process apart. */
export const readForm = (kind: Kind, file: Buffer, signal?: AbortSignal): Promise<FormGrid> =>
  readApart({ do: 'form', kind, file }, signal);

/** A copy of a form with these cells filled, made in a process apart. */
export const fillForm = async (kind: Kind, file: Buffer, cells: readonly FilledCell[]): Promise<Buffer> =>
  Buffer.from(await readApart<Uint8Array>({ do: 'fill', kind, file, cells }));
