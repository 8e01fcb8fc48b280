/**
 * What a commit tells the servers that show things: that something changed, never what. A matter by its id, seen by whoever
 * may see it; anything else by the viewer keys that it concerns.
 */
export type Signal = {
  county: string;
  /** `lists`: something left the lists of these keys. `session`: log-ins ended or acting as another post. */
  kind: 'matter' | 'lists' | 'queue' | 'job' | 'session';
  /** Of the matter, the job or the session. */
  id: string;
  keys: readonly string[];
};

export const CHANNEL = 'fengqiao_live';
/** A notification carries 8,000 bytes; a group matter may leave many lists at once. */
const MOST_KEYS = 60;

export const writeSignals = (signal: Signal): string[] => {
  const parts = Array.from({ length: Math.max(1, Math.ceil(signal.keys.length / MOST_KEYS)) }, (_each, at) =>
    signal.keys.slice(at * MOST_KEYS, (at + 1) * MOST_KEYS),
  );
  return parts.map((keys) => JSON.stringify([signal.county, signal.kind, signal.id, ...keys]));
};

export function readSignal(payload: string): Signal | undefined {
  try {
    const [county, kind, id, ...keys] = JSON.parse(payload) as string[];
    if (county === undefined || kind === undefined || id === undefined) return undefined;
    return { county, kind: kind as Signal['kind'], id, keys };
  } catch {
    return undefined;
  }
}
