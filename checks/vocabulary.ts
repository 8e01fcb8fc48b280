import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clockKinds } from '../src/deadlines/rules.13710.ts';
import { statuses, stepNames } from '../src/disputes/procedure.ts';
import { sources as origins } from '../src/intake/register.ts';
import { roles } from '../src/platform/actor.ts';
import { root } from './source.ts';
import type { Named } from './syntax.ts';

/** The words that the product itself lists: modules, roles, statuses, steps, sources, clocks. */
export function vocabulary(): Named[] {
  const modules = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const at = (file: string, names: readonly string[]) => names.map((name) => ({ file, line: 1, name }));
  return [
    ...modules.flatMap(({ name }) => at(`src/${name}`, [name])),
    ...at('src/platform/actor.ts', roles),
    ...at('src/disputes/procedure.ts', [...statuses, ...stepNames]),
    ...at('src/intake/register.ts', origins),
    ...at('src/deadlines/rules.13710.ts', clockKinds),
  ];
}
