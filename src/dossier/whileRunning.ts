import { setTimeout as pause } from 'node:timers/promises';

/** Of a job: tells how far it is, and throws once somebody stopped it. */
type Stoppable = { step(done: number, total: number): Promise<void> };

const BETWEEN_MS = 600;

/** Waits for one long piece of a job and hears meanwhile whether somebody stopped it. */
export async function whileRunning<T>(run: Stoppable, work: Promise<T>, done: number, total: number): Promise<T> {
  let over = false;
  const ended = work.finally(() => {
    over = true;
  });
  const listening = async (): Promise<never> => {
    while (!over) {
      await run.step(done, total);
      await pause(BETWEEN_MS);
    }
    return new Promise<never>(() => {});
  };
  ended.catch(() => {});
  return Promise.race([ended, listening()]);
}
