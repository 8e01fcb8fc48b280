import Fastify from 'fastify';
import pg from 'pg';

// As little as an honest server can do over such cases: no log-in, no rights, no masks, no history that can be proven.
// Tables in a schema of their own, statements prepared, input checked by a schema.
const pool = new pg.Pool({ connectionString: process.env.ADMIN_URL, max: 10 });
pool.on('error', () => {});
await pool.query(`create schema thin`);
await pool.query(`create table thin.item (id bigint generated always as identity primary key, title text not null, body text not null,
  kind smallint not null, place smallint not null, status smallint not null default 0, who text not null, phone text not null,
  due_at timestamptz not null, created_at timestamptz not null default now())`);
await pool.query('create index on thin.item (place, status, created_at desc, id desc)');
for (const table of ['step', 'term', 'log']) {
  await pool.query(`create table thin.${table} (id bigint generated always as identity primary key, item_id bigint not null,
    word text not null, at timestamptz not null default now())`);
  await pool.query(`create index on thin.${table} (item_id, id)`);
}
const ask = (name: string, text: string, values: unknown[]) => ({ name, text, values });
const later = `now() + interval '7 days'`;
const insertItem = `insert into thin.item (title, body, kind, place, who, phone, due_at) values ($1, $2, $3, $4, $5, $6, ${later}) returning id`;
const fields = ['id', 'title', 'kind', 'place', 'status', 'who', 'due_at', 'created_at'];
const listItems = `select ${fields} from thin.item where place = $1 and status = 0 order by created_at desc, id desc limit 50`;

type Item = { title: string; body: string; kind: number; place: number; who: string; phone: string };
const text = { type: 'string', minLength: 1, maxLength: 5000 };
const number = { type: 'integer' };
const properties = { title: text, body: text, kind: number, place: number, who: text, phone: text };
const app = Fastify();

app.post<{ Body: Item }>(
  '/items',
  { schema: { body: { type: 'object', required: Object.keys(properties), properties } } },
  async (request, reply) => {
    const { title, body, kind, place, who, phone } = request.body;
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query(ask('item', insertItem, [title, body, kind, place, who, phone]));
      for (const table of ['step', 'term', 'log'])
        await client.query(
          ask(table, `insert into thin.${table} (item_id, word) values ($1, $2)`, [rows[0].id, 'registered']),
        );
      await client.query('commit');
      return reply.code(201).send(rows[0]);
    } finally {
      client.release();
    }
  },
);
app.get<{ Params: { id: string } }>('/items/:id', async ({ params: { id } }) => {
  const [item, steps] = await Promise.all([
    pool.query(ask('one', 'select * from thin.item where id = $1', [id])),
    pool.query(ask('steps', 'select * from thin.step where item_id = $1 order by id', [id])),
  ]);
  return { ...item.rows[0], steps: steps.rows };
});
app.get('/items', async () => (await pool.query(ask('list', listItems, [1]))).rows);

process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
