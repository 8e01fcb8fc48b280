import type { DisputeView } from '../../../../disputes/views.ts';
import { FileScansInput } from '../../../../scans/fileScans.ts';
import { UnfileScanInput } from '../../../../scans/unfileScan.ts';
import { spec as specOf } from '../../steps/forms.ts';

const spec = specOf<DisputeView>;

/** Taken where scans are looked at, never by a form of the dispute's page. */
export const scanSpecs = { fileScans: spec(FileScansInput, {}), unfileScan: spec(UnfileScanInput, {}) } as const;
