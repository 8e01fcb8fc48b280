import { front, hands } from './posts.ts';
import type { Step } from './procedure.ts';

/** A paper may come back when everything is over: the receipt of the last instalment, a seal put later. */
const always = [
  ...([
    'registered',
    'accepted',
    'dispatched',
    'routingDisputed',
    'inMediation',
    'settled',
    'mediationFailed',
  ] as const),
  ...(['withdrawn', 'terminated', 'closureSubmitted', 'closed', 'struckOff', 'archived'] as const),
] as const;
const basis = '枫桥台流程（本市可设）';

/** Signed paper that comes back, from its own page: rows of the dispute's procedure. */
// biome-ignore format: one row a step is how a clerk reads it
export const scanRows = {
  fileScans: { noun: 'scan-filings', from: always, to: null, who: [...front, ...hands], label: '扫描件归位', labelEn: 'File scans', starts: [], stops: [], basis, weight: 'plain', elsewhere: true },
  unfileScan: { noun: 'scan-unfilings', from: always, to: null, who: [...front, ...hands], label: '取出扫描件', labelEn: 'Take a scan out', starts: [], stops: [], basis, weight: 'plain', elsewhere: true },
} as const satisfies Record<string, Step>;
