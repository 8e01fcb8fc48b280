import type pg from 'pg';
import { canonicalJson, chainHash, chainStart } from '../platform/eventChain.ts';
import { type FieldCrypto, FieldUnreadable } from '../platform/fieldCrypto.ts';
import type { Witness } from './manifest.ts';
import type { Told } from './outcome.ts';
import { countedTables, countRows } from './witness.sql.ts';

/** What was looked at, in numbers, and each thing that is not as it should be, in a sentence. */
export type Comparison = {
  readonly counts: Readonly<Record<string, number>>;
  readonly events: number;
  readonly chains: number;
  readonly opened: number;
  readonly contents: readonly string[];
  readonly problems: readonly string[];
};

const BATCH = 5_000;

type EventRow = { previous_hash: string; hash: string; county_code: string; matter_id: string; seq: number; at: Date };

async function* events(client: pg.Client): AsyncGenerator<EventRow[]> {
  await client.query(`declare every_event no scroll cursor for
    select county_code, matter_id, seq, id, at, type, actor_user_id, actor_post_id, actor_role, actor_unit_id,
      status_before, status_after, data, previous_hash, hash from matter_event order by county_code, matter_id, seq`);
  for (;;) {
    const { rows } = await client.query<EventRow>(`fetch ${BATCH} from every_event`);
    if (rows.length === 0) return;
    yield rows;
  }
}

const hashOf = ({ previous_hash, hash: _, at, ...row }: EventRow): string =>
  chainHash(previous_hash, canonicalJson({ ...row, at: at.toISOString() }));

/** The head that each matter keeps, by its id; what is left over after the walk has no event at all. */
async function heads(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; event_hash: string }>('select id, event_hash from matter');
  return new Map(rows.map(({ id, event_hash }) => [id, event_hash]));
}

/** Recomputes the digest of every event over the one before, to the head that the matter keeps. */
async function checkChains(client: pg.Client, told: Told): Promise<Pick<Comparison, 'events' | 'chains' | 'problems'>> {
  const head = await heads(client);
  const [chains, broken] = [head.size, new Set<string>()];
  let [seen, matter, last] = [0, '', chainStart];
  const close = () => {
    if (matter !== '' && head.get(matter) !== last) broken.add(matter);
    head.delete(matter);
  };
  await client.query('begin read only');
  for await (const rows of events(client)) {
    for (const row of rows) {
      if (row.matter_id !== matter) {
        close();
        [matter, last] = [row.matter_id, chainStart];
      }
      if (row.previous_hash !== last || hashOf(row) !== row.hash) broken.add(matter);
      last = row.hash;
    }
    seen += rows.length;
    told(seen, 0, '逐条核对经过');
  }
  close();
  await client.query('commit');
  const lost = broken.size + head.size;
  return { events: seen, chains, problems: lost > 0 ? [`${lost} 件的经过对不上：有的被改过或少了。`] : [] };
}

/** Every column that names a stored content. */
async function namedContents(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns c
     where table_schema = 'public' and column_name like '%sha256' and table_name <> 'migration'
       and exists (select 1 from pg_class where relname = c.table_name and relkind in ('r', 'p'))`,
  );
  const all = rows.map(({ table_name, column_name }) => `select ${column_name} as sha256 from ${table_name}`);
  const named = await client.query<{ sha256: string }>(
    `select distinct sha256 from (${all.join(' union all ')}) every where sha256 is not null order by sha256`,
  );
  return named.rows.map(({ sha256 }) => sha256);
}

/** Whether the keys that came with the copy open what is sealed in it: the newest of each county. */
async function openSealed(client: pg.Client, crypto: FieldCrypto): Promise<Pick<Comparison, 'opened' | 'problems'>> {
  const { rows } = await client.query<{ county_code: string; sealed: string }>(
    `select county_code, sealed from (
       select county_code, coalesce(phone_sealed, id_number_sealed) as sealed,
         row_number() over (partition by county_code order by id desc) as place
       from party where coalesce(phone_sealed, id_number_sealed) is not null) newest where place <= 20`,
  );
  let opened = 0;
  for (const { county_code, sealed } of rows) {
    try {
      crypto.open(county_code, sealed);
      opened += 1;
    } catch (error) {
      if (!(error instanceof FieldUnreadable)) throw error;
    }
  }
  const shut = rows.length - opened;
  return {
    opened,
    problems: shut > 0 ? [`抽看 ${rows.length} 个封存的电话、证件号，${shut} 个打不开：密钥不对。`] : [],
  };
}

function differences(there: Readonly<Record<string, number>>, witness: Witness | undefined): string[] {
  if (!witness?.restorePoint) return [];
  const odd = Object.entries(witness.counts).filter(([table, count]) => there[table] !== count);
  if (odd.length === 0) return [];
  const [table = '', count] = odd[0] ?? [];
  return [`${odd.length} 张表的行数对不上，例如 ${table}：应有 ${count} 行，恢复出来 ${there[table] ?? 0} 行。`];
}

/** Looks at a database that was brought back. Reads only. With `exact`, its rows are those of the witness, no more, no fewer. */
export async function compare(
  client: pg.Client,
  crypto: FieldCrypto,
  exact: Witness | undefined,
  told: Told,
): Promise<Comparison> {
  told(0, 0, '数一数各表');
  const counts = await countRows(client, await countedTables(client));
  const chains = await checkChains(client, told);
  const sealed = await openSealed(client, crypto);
  return {
    ...{ counts, events: chains.events, chains: chains.chains, opened: sealed.opened },
    contents: await namedContents(client),
    problems: [...differences(counts, exact), ...chains.problems, ...sealed.problems],
  };
}
