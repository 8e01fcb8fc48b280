import { Refusal } from '../platform/refusal.ts';
import type { ApartAnswer } from './startApart.ts';

/** The other half of `startApart`, in the process apart: answers one question after the other, and ends with its asker. */
export function answerApart<Asked>(work: (asked: Asked) => unknown): void {
  const answer = (what: ApartAnswer) => process.send?.(what);
  process.on('message', async (asked: Asked) => {
    try {
      answer({ result: await work(asked) });
    } catch (error) {
      if (error instanceof Refusal) answer({ refused: [error.kind, error.code, error.message] });
      else answer({ problem: error instanceof Error ? error.message : String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
}
