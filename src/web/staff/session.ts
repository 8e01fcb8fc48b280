type Listener = () => void;
type Waiting = { readonly promise: Promise<boolean>; readonly answer: (again: boolean) => void };

const listeners = new Set<Listener>();
let waiting: Waiting | undefined;

const tell = (): void => {
  for (const listener of listeners) listener();
};

// Promise.withResolvers is younger than the browsers in the offices.
function newWaiting(): Waiting {
  let answer: Waiting['answer'] = () => {};
  const promise = new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}

/** All requests that found the log-in expired wait here for one dialog; then they go out again, or give up. */
export const sessionGate = {
  isOpen: (): boolean => waiting !== undefined,
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  expired(): Promise<boolean> {
    if (!waiting) {
      waiting = newWaiting();
      tell();
    }
    return waiting.promise;
  },
  answer(again: boolean): void {
    const before = waiting;
    waiting = undefined;
    before?.answer(again);
    tell();
  },
};
