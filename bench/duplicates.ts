import { loadavg } from 'node:os';
import { registerDispute } from '../src/disputes/registerDispute.sql.ts';
import { digestIn } from '../src/linking/sameKeys.sql.ts';
import { soundOf } from '../src/linking/sameKeys.ts';
import type { DraftInput } from '../src/linking/sameMatter.ts';
import { listSameMatters } from '../src/linking/sameMatters.sql.ts';
import { newId } from '../src/platform/ids.ts';
import { center, median, registration, scene } from './scene.ts';

// What the counter asks while somebody speaks, over a county with so many disputes; every 200th has the commonest name.
const ROWS = Number(process.argv[2] ?? 200_000);
const ROUNDS = 15;
const { admin, engine, actor, close } = await scene();
const county = '140106';
const digest = digestIn(engine.crypto, county);
const names = Array.from(
  { length: 200 },
  (_, n) =>
    `${'张王李赵刘陈杨黄吴周'.charAt(n % 10)}${'伟芳娜敏静丽强磊军洋艳勇杰娟涛明超秀霞平'.charAt(Math.floor(n / 10))}`,
);
const keys = names.map((name) => digest('name', soundOf(name)));

async function fill(from: number, to: number): Promise<void> {
  for (const table of ['matter', 'dispute', 'party', 'same_key'])
    await admin.query(`alter table ${table} disable row level security`);
  await admin.query(
    `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id, seen_by, opened_at, updated_at)
     select '${county}', md5(g::text)::uuid, 'dispute', lpad(g::text, 15, '0'), case when g % 5 = 0 then 'inMediation' else 'archived' end,
       '楼上漏水赔偿', lpad((g % 17 + 1)::text, 2, '0'), '140106004' || lpad((g % 12 + 1)::text, 3, '0'), $1,
       case when g % 3 = 0 then array['system', 'c:140106009-center'] else array['system', 'c:${center}', 'r:${county}'] end,
       now() - ($2::int - g) * interval '600 days' / $2::int, now() from generate_series($3::int, $2::int) g`,
    [center, to, from],
  );
  await admin.query(
    `insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, willing, address)
     select county_code, id, 'walkIn', $1, $2, repeat('楼上卫生间漏水，天花板和家具泡坏，找过楼上两次没有结果。', 3), 'yes', '示例小区3号楼' from matter
     where code >= lpad($3::text, 15, '0') on conflict do nothing`,
    [actor.postId, center, from],
  );
  await admin.query(
    `insert into party (county_code, id, matter_id, position, side, kind, name, id_kind)
     select '${county}', gen_random_uuid(), md5(g::text)::uuid, s, case s when 0 then 'applicant' else 'respondent' end, 'person',
       ($1::text[])[(g * (s + 1)) % 200 + 1], 'idCard' from generate_series($2::int, $3::int) g, generate_series(0, 1) s`,
    [names, from, to],
  );
  await admin.query(
    `insert into same_key (county_code, kind, value, matter_id, at)
     select '${county}', k.kind, k.value, md5(g::text)::uuid, now() - ($4::int - g) * interval '600 days' / $4::int
     from generate_series($2::int, $3::int) g cross join lateral (values
       ('name', ($1::text[])[g % 200 + 1]), ('name', ($1::text[])[(g * 2) % 200 + 1]), ('phone', 'p' || g), ('address', 'a' || g % 4000),
       ('place', '140106004' || ' ' || lpad((g % 17 + 1)::text, 2, '0')),
       ('place', '140106004' || lpad((g % 12 + 1)::text, 3, '0') || ' ' || lpad((g % 17 + 1)::text, 2, '0'))) k (kind, value)
     on conflict do nothing`,
    [keys, from, to, to],
  );
  for (const table of ['matter', 'dispute', 'party', 'same_key'])
    await admin.query(`alter table ${table} enable row level security`);
  await admin.query('vacuum analyze');
}

const blank = { categoryCode: '', regionCode: '', address: '', title: '', facts: '', occurredOn: null };
const person = (side: 'applicant' | 'respondent', name: string, phone: string) => ({
  side,
  kind: 'person' as const,
  name,
  idKind: 'idCard' as const,
  idNumber: '',
  phone,
});
const first = [person('applicant', '张伟', '13800001234')];
const asked: Record<string, Omit<DraftInput, 'draftId'>> = {
  'name and telephone': { ...blank, parties: first },
  'both sides': { ...blank, parties: [...first, person('respondent', '王芳', '')] },
  'the whole form': {
    ...blank,
    parties: [...first, person('respondent', '任建军', '13800005678')],
    categoryCode: '02',
    regionCode: '140106004001',
    address: '示例小区3号楼2单元',
    facts: '9月20日起楼上卫生间漏水，天花板和家具泡坏，找过楼上两次没有结果。',
  },
};

async function times(): Promise<Record<string, number>> {
  const result: Record<string, number> = {};
  for (const [name, draft] of Object.entries(asked)) {
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      const found = await listSameMatters(engine, actor, { ...draft, draftId: newId() });
      taken.push(performance.now() - begun);
      if (name === 'the whole form' && !found.some(({ reasons }) => reasons.includes('对方')))
        throw new Error('the twin was not found');
    }
    result[name] = median(taken);
  }
  return result;
}

await registerDispute(engine, actor, { ...registration(), regionCode: '140106004001', address: '示例小区3号楼' });
await fill(1, Math.round(ROWS / 10));
const few = await times();
await fill(Math.round(ROWS / 10) + 1, ROWS);
const many = await times();
for (const [name, ms] of Object.entries(many))
  console.log(
    `${name}: ${ms.toFixed(1)} ms over ${ROWS} disputes, ${(ms / (few[name] ?? ms)).toFixed(2)} times what it costs over a tenth`,
  );
console.log(`load ${loadavg()[0]?.toFixed(1)}`);
await close();
