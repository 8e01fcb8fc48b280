import type { Office } from './office.ts';
import type { Story } from './story.ts';

/** One dispute that can be asked for by name: `npm run seed -- wages-of-ninety`. */
export type Situation = {
  readonly name: string;
  /** What is to be seen in it. */
  readonly shows: string;
  build(office: Office): Story;
};

export function situation(name: string, shows: string, build: Situation['build']): Situation {
  return { name, shows, build };
}
