import type { Calendar } from '../calendar/calendar.ts';
import type { Deps } from '../platform/deps.ts';
import type { Gate } from '../platform/gate.ts';
import type { Book } from './book.ts';
import type { Network } from './lookup.ts';

/** What these routes stand on. The reference is the server's; it reads the network again after an edit. */
export type NetworkDeps = Deps & {
  readonly gate: Gate;
  readonly reference: {
    current(): { readonly network: Network; readonly book: Book; readonly calendar: Calendar };
    refresh(): Promise<void>;
  };
};

export const tags = ['网络 network'];
