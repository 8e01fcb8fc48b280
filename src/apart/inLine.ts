/** So many at once; who comes later waits for a place, in order, and leaves the line when the signal says so. */
export function makeLine(places: number) {
  let free = places;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const enter = (signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (free > 0) {
        free -= 1;
        return resolve();
      }
      const go = () => {
        signal?.removeEventListener('abort', give);
        resolve();
      };
      const give = () => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(signal?.reason as Error);
      };
      waiting.push(go);
      signal?.addEventListener('abort', give, { once: true });
    });
  return { enter, leave };
}
