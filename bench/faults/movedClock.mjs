// Loaded before a house: its clock on the wall shows what a file says beside the real one; time itself goes on as it does.
import { readFileSync } from 'node:fs';

const file = process.env.MOVED_CLOCK ?? '';
const Real = Date;
const moved = () => {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
};

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + moved());
    else super(...given);
  }
  static now() {
    return Real.now() + moved();
  }
};
