import { now } from '../../platform/now.ts';

export type Traffic = { readonly reachable: boolean; readonly heardAt: string | null };

const listeners = new Set<() => void>();
let state: Traffic = { reachable: true, heardAt: null };

function change(next: Traffic): void {
  state = next;
  for (const listener of listeners) listener();
}

/** When the server last answered, for the status line. */
export const traffic = {
  get: (): Traffic => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  heard: (): void => change({ reachable: true, heardAt: now().toISOString() }),
  lost: (): void => change({ ...state, reachable: false }),
};
