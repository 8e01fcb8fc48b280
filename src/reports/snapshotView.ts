import type { ReportView } from './reportView.ts';

export type SnapshotBrief = {
  id: string;
  title: string;
  asOf: string;
  handedAt: string;
  handedBy: string;
  hash: string;
};
/** `intact`: it still has the digest that it was handed in with. */
export type Snapshot = SnapshotBrief & { view: ReportView; intact: boolean };
