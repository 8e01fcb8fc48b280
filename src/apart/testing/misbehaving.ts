import { refuse } from '../../platform/refusal.ts';
import { answerApart } from '../answerApart.ts';

const kept: unknown[] = [];
const works = {
  answer: () => 'answered',
  refuse: () => refuse('invalid', 'notThis', '这个不行。'),
  fail: () => Promise.reject(new Error('a bug')),
  never: () => new Promise(() => {}),
  spin() {
    for (;;);
  },
  grow() {
    for (;;) kept.push(new Array(100_000).fill(kept.length));
  },
  async growOutside() {
    for (;;) {
      kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
  end: () => process.exit(7),
};

// A program for tests of what is kept apart: each question makes it misbehave in one way.
answerApart((what: keyof typeof works) => works[what]());
