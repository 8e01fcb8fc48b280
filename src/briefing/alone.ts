import type { Status } from '../disputes/procedure.ts';
import { running } from '../ledger/readFilter.ts';

/** Statuses in hand of what is handled by itself; what is merged follows another one, whose clocks run. */
export const alone: readonly Status[] = running.filter((status) => status !== 'linked');
