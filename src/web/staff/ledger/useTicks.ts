import { useState } from 'react';
import { actsOf } from '../../../ledger/batch.ts';
import { kept, type LedgerSearch } from '../../../ledger/search.ts';
import { usePost } from '../useMe.ts';

export type Ticks = {
  /** Whether this post does anything with several matters at once. */
  may: boolean;
  codes: ReadonlySet<string>;
  toggle: (code: string) => void;
  set: (codes: readonly string[]) => void;
};

/** What is ticked stays ticked while pages are turned; other filters are another list. */
export function useTicks(search: LedgerSearch): Ticks {
  const { role } = usePost();
  const list = JSON.stringify(kept(search));
  const [state, setState] = useState({ list, codes: new Set<string>() });
  const codes = state.list === list ? state.codes : new Set<string>();
  const set = (next: Iterable<string>) => setState({ list, codes: new Set(next) });
  return {
    may: actsOf(role).length > 0,
    codes,
    toggle: (code) => set(codes.has(code) ? [...codes].filter((each) => each !== code) : [...codes, code]),
    set,
  };
}
