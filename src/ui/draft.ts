import { useCallback, useEffect, useRef, useState } from 'react';
import { HOUR } from '../platform/now.ts';

type Kept<T> = { at: number; value: T };
const prefix = (userId: string): string => `fengqiao.draft.${userId}.`;

// Storage may be forbidden or full: then the draft lasts as long as the page, and `kept` says so.
function read<T>(key: string, hours: number): T | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<T> | null;
    if (kept && Date.now() - kept.at < hours * HOUR) return kept.value;
    localStorage.removeItem(key);
  } catch {}
  return undefined;
}

function keep<T>(key: string, value: T): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), value } satisfies Kept<T>));
    return true;
  } catch {
    return false;
  }
}

export type Draft<T> = {
  value: T;
  set: (change: T | ((value: T) => T)) => void;
  /** True when what stands here would survive a reload. */
  kept: boolean;
  /** True when this was found from earlier. */
  found: boolean;
  clear: () => void;
};

/**
 * What a person is writing, kept on this machine under the person's id until it is sent, cleared or `hours` old.
 * `initial` must give a new value for every call.
 */
export function useDraft<T>(userId: string, what: string, initial: () => T, hours = 24): Draft<T> {
  const key = prefix(userId) + what;
  const [start] = useState(() => ({ key, value: read<T>(key, hours) }));
  const [value, setValue] = useState<T>(() => start.value ?? initial());
  const [kept, setKept] = useState(start.value !== undefined);
  const dirty = useRef(false);
  const set = useCallback((change: T | ((value: T) => T)) => {
    dirty.current = true;
    setValue(change);
  }, []);
  useEffect(() => {
    if (dirty.current) setKept(keep(key, value));
  }, [key, value]);
  const clear = useCallback(() => {
    dirty.current = false;
    setKept(false);
    try {
      localStorage.removeItem(key);
    } catch {}
    setValue(initial());
  }, [key, initial]);
  return { value, set, kept, found: start.value !== undefined, clear };
}

/** Lays down what another page will find as its draft. False where this machine keeps nothing. */
export const layDraft = <T>(userId: string, what: string, value: T): boolean => keep(prefix(userId) + what, value);

/** On an explicit log-out: the next person at this machine finds nothing. */
export function clearDrafts(userId: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix(userId))) localStorage.removeItem(key);
  } catch {}
}
