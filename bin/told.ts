let last = 0;

/** How far long work is: to whoever started us, else as one line that is written over. */
export function told(done: number, total: number, now: string): void {
  if (Date.now() - last < 500 && done !== total) return;
  last = Date.now();
  if (process.send) process.send({ told: { done, total, now } });
  else if (process.stdout.isTTY) {
    const share = total > 0 ? ` ${Math.floor((done / total) * 100)} %` : done > 0 ? ` ${done}` : '';
    process.stdout.write(`\r\u001b[K${now}${share}`);
  }
}
