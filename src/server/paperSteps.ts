import type { BoundDispute } from '../disputes/engine.ts';
import { FileScansInput, fileScans } from '../scans/fileScans.ts';
import { UnfileScanInput, unfileScan } from '../scans/unfileScan.ts';

/** Signed paper that comes back. */
export const paperSteps: Pick<BoundDispute['steps'], 'fileScans' | 'unfileScan'> = {
  fileScans: { input: FileScansInput, decide: fileScans },
  unfileScan: { input: UnfileScanInput, decide: unfileScan },
};
