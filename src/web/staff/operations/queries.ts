import { queryOptions } from '@tanstack/react-query';
import type { Outcome } from '../../../backups/outcome.ts';
import type { Finding } from '../../../upkeep/finding.ts';
import { api } from '../api.ts';
import { queryClient } from '../queries.ts';

export type WorkView = {
  name: string;
  everySeconds: number;
  lastDoneAt?: string | null;
  outcome?: Outcome | null;
  said?: string | null;
  late: boolean;
};
export type BackupView = {
  name: string;
  startedAt: string;
  endedAt: string;
  files: number;
  bytes: number;
  withDatabase: boolean;
  proof: { at: string; outcome: Outcome; said: string } | null;
};
export type Upkeep = {
  findings: Finding[];
  work: WorkView[];
  clockJumps: { noticedAt: string; seconds: number }[];
  restorations: { restoredAt: string; until: string | null; backup: string }[];
  backups: BackupView[];
  places: string[];
  scheduled: boolean;
  keepDays: number;
  busy: 'backup' | 'rehearse' | null;
  /** By what signed agreements are checked; no secret. */
  signing: { publicKey: string; fingerprint: string };
};

export const upkeepQuery = queryOptions({
  queryKey: ['upkeep'],
  queryFn: () => api.get<Upkeep>('/api/upkeep'),
  refetchInterval: 60_000,
});
export const upkeepChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['upkeep'] });
