import { healthMatters } from './health.ts';
import { homeMatters } from './home.ts';
import { landMatters } from './land.ts';
import type { Matter } from './matter.ts';
import { tradeMatters } from './trade.ts';
import { workMatters } from './work.ts';

export const allMatters: readonly Matter[] = [
  ...homeMatters,
  ...landMatters,
  ...tradeMatters,
  ...workMatters,
  ...healthMatters,
];

export function matterOf(name: string): Matter {
  const matter = allMatters.find((each) => each.name === name);
  if (!matter) throw new Error(`no matter ${name}`);
  return matter;
}
