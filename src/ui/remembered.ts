export type Remembered<T> = {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
};

/** A choice of this person on this machine, kept in the browser; all components that use it change together. */
export function remembered<T>(name: string, initial: T): Remembered<T> {
  const key = `fengqiao.${name}`;
  const listeners = new Set<() => void>();
  let value = read(key, initial);
  return {
    get: () => value,
    set(next) {
      value = next;
      write(key, next);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

// Storage may be forbidden or full: then the choice lasts as long as the page.
function read<T>(key: string, initial: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {}
}
