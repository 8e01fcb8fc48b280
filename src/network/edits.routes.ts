import type { FastifyRequest } from 'fastify';
import { type TObject, Type } from 'typebox';
import { command, type Tx } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import type { AnyForm } from './book.ts';
import { type NetworkDeps, tags } from './deps.ts';
import { type Kept, keep } from './keep.ts';
import { loadBook } from './network.sql.ts';
import { lockNetwork, recordRows } from './record.sql.ts';
import { rowsOf } from './rows.ts';
import { type AnySubject, subjects } from './subjects.ts';

const keyParams = Type.Object({ key: Type.String({ maxLength: 200 }) });

type Edit = { request: FastifyRequest; subject: AnySubject; draft: AnyForm; key: string | null };

function refuseWrongKey({ subject, key }: Edit, kept: Kept): void {
  if (key === null && kept.before !== undefined)
    refuse('conflict', 'alreadyThere', `这个${subject.title}已经有了，去改它就行。`);
  if (key !== null && kept.before === undefined) refuse('notFound', 'notFound', `没有这个${subject.title}。`);
  if (key !== null && kept.key !== key) refuseField('id', '编号不能改。要换编号，停用旧的，再加新的。');
}

/** Decides and records one row against the network as it is now, under the lock that edits take in turn. */
async function edit(deps: NetworkDeps, given: Edit): Promise<Kept> {
  const { gate, db, reference } = deps;
  const { request, subject, draft } = given;
  const actor = await gate.requireKeeper(request);
  const work = async (tx: Tx): Promise<Kept> => {
    await lockNetwork(tx);
    const book = await loadBook(tx);
    const kept = keep(subject, draft, book, actor);
    refuseWrongKey(given, kept);
    if (kept.differences.length === 0 && kept.before !== undefined) return kept;
    recordRows(tx, rowsOf(subject.noun, kept.after, book));
    const act = kept.before === undefined ? 'network.added' : 'network.changed';
    const detail = { fields: kept.differences.map(({ field }) => field) };
    gate.recordTrail(tx, request, actor, { act, subject: `${subject.noun}/${kept.key}`, detail });
    return kept;
  };
  const kept = await command(db, openScope, work);
  await reference.refresh();
  return kept;
}

const answer = ({ key, after, differences }: Kept) => ({ key, ...after, differences });

/** A form without the id that the server may give. */
function newForm({ form }: AnySubject): TObject {
  const { id, ...others } = form.properties;
  return id === undefined ? form : Type.Object({ ...others, id: Type.Optional(id) }, { additionalProperties: false });
}

/** Adding and changing, one address a noun: POST /api/units, PUT /api/units/:key, and so on for all eight. */
export function networkEditRoutes(app: Http, deps: NetworkDeps): void {
  for (const subject of Object.values(subjects)) {
    const { noun, title, form } = subject;
    const adding = { tags, summary: `新增${title}`, body: newForm(subject) };
    app.post(`/api/${noun}`, { schema: adding }, async (request, reply) => {
      const kept = await edit(deps, { request, subject, draft: request.body as AnyForm, key: null });
      return reply.code(201).send(answer(kept));
    });
    const changing = { tags, summary: `修改${title}`, params: keyParams, body: form };
    app.put(`/api/${noun}/:key`, { schema: changing }, async (request) =>
      answer(await edit(deps, { request, subject, draft: request.body as AnyForm, key: request.params.key })),
    );
  }
}
