import { type Row, retold, rows } from '../cast.ts';
import { courses } from '../courses.ts';
import { matterOf } from '../matters/all.ts';
import { type Situation, situation } from '../situation.ts';
import { taleOf } from '../tale.ts';

const loufanTown = '140123100-center';

/** In Loufan the township's information officer takes in what happens there, and the township answers for it. */
const atLoufan = { front: { role: 'informationOfficer', unitId: loufanTown }, lead: loufanTown } as const;

function ordinary([name, region, course, ago, support]: Row): Situation {
  const root = name.replace(/-\d+$/, '');
  const matter = { ...matterOf(root), ...retold[name] };
  return situation(name, `${matter.title}（${course}）`, (office) => {
    const place = region.startsWith('140123') ? atLoufan : {};
    const c = taleOf(matter, { name, region, ago, ...(support && { support }), ...place }, office);
    courses[course](c);
    return c.t.story();
  });
}

/** The everyday disputes of the cast list. */
export const ordinarySituations: readonly Situation[] = rows.map(ordinary);
