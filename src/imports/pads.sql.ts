import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import { nextCode } from '../intake/codes.sql.ts';
import { mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { hashPin, newPin } from '../platform/pin.ts';
import { refuse } from '../platform/refusal.ts';
import type { PadSheet } from './paperPad.ts';
import type { PadView, PaperCodeView } from './paperViews.ts';

/** Paper is kept by who registers at the counter. */
export function requirePaperKeeper(actor: Actor): string {
  if (actor.centerId === null || !mayEnter('paper', actor.role))
    refuse('forbidden', 'notYourRole', '纸质登记和补录由综治中心的接待、分流岗或负责人来做。');
  return actor.centerId;
}

type Pad = { countyCode: string; id: string; centerId: string };
type Slip = { code: string; position: number; matterId: string };

/** PINs are known while the sheets are made and never again: what stays is their keyed hash. */
function withPins(engine: Engine, slips: readonly Slip[]): (Slip & { pin: string; pinHash: string })[] {
  return slips.map((slip) => {
    const pin = newPin();
    return { ...slip, pin, pinHash: hashPin(engine.secrets.masterKey, slip.matterId, pin) };
  });
}

const sheetsOf = (slips: readonly (Slip & { pin: string })[]): PadSheet[] =>
  slips.map(({ code, pin, position }) => ({ code, pin, position }));

/** Reserves codes that no one else will get, each with the matter it will be; answers what goes on paper. */
export async function reservePad(engine: Engine, actor: Actor, size: number): Promise<PadSheet[]> {
  const centerId = requirePaperKeeper(actor);
  const now = engine.now();
  const { countyCode } = actor;
  const codes = await Promise.all(Array.from({ length: size }, () => nextCode(engine.db, countyCode, now)));
  const slips = withPins(
    engine,
    codes.sort().map((code, index) => ({ code, position: index + 1, matterId: newId(now) })),
  );
  const pad = { county_code: countyCode, id: newId(now), center_id: centerId, size };
  await command(engine.db, actor, async (tx) => {
    const by = { reserved_at: now, reserved_by_post_id: actor.postId, printed_at: now };
    record(tx, tx.insertInto('paper_pad').values({ ...pad, ...by }));
    const rows = slips.map(({ code, position, matterId, pinHash }) => ({
      county_code: countyCode,
      code,
      pad_id: pad.id,
      center_id: centerId,
      position,
      matter_id: matterId,
      pin_hash: pinHash,
      state: 'outstanding' as const,
    }));
    record(tx, tx.insertInto('paper_code').values(rows));
  });
  return sheetsOf(slips);
}

async function lockPad(tx: Tx, { countyCode }: Actor, id: string): Promise<Pad> {
  const row = await tx
    .selectFrom('paper_pad')
    .select(['county_code as countyCode', 'id', 'center_id as centerId'])
    .where('county_code', '=', countyCode)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('notFound', 'noSuchPad', '没有这一本，或者不归这个中心。');
}

/** Prints what is left of a pad once more, with other PINs: those on sheets printed before open nothing any more. */
export async function reprintPad(engine: Engine, actor: Actor, id: string): Promise<PadSheet[]> {
  requirePaperKeeper(actor);
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const pad = await lockPad(tx, actor, id);
    const left = await tx
      .selectFrom('paper_code')
      .select(['code', 'position', 'matter_id as matterId'])
      .where('county_code', '=', pad.countyCode)
      .where('pad_id', '=', pad.id)
      .where('state', '=', 'outstanding')
      .orderBy('position')
      .execute();
    if (left.length === 0) refuse('conflict', 'padUsedUp', '这一本的编号都用完或者作废了。');
    const slips = withPins(engine, left);
    for (const { code, pinHash } of slips)
      record(
        tx,
        tx
          .updateTable('paper_code')
          .set({ pin_hash: pinHash })
          .where('county_code', '=', pad.countyCode)
          .where('code', '=', code),
      );
    const again = sql<number>`prints + 1`;
    record(
      tx,
      tx
        .updateTable('paper_pad')
        .set({ printed_at: now, prints: again })
        .where('county_code', '=', pad.countyCode)
        .where('id', '=', pad.id),
    );
    return sheetsOf(slips);
  });
}

export async function voidCode(tx: Tx, actor: Actor, code: string, reason: string, now: Date): Promise<void> {
  requirePaperKeeper(actor);
  await lockCode(tx, actor.countyCode, code);
  const ended = { state: 'voided' as const, ended_at: now, ended_by_post_id: actor.postId, void_reason: reason };
  record(
    tx,
    tx.updateTable('paper_code').set(ended).where('county_code', '=', actor.countyCode).where('code', '=', code),
  );
}

export type PaperCode = { code: string; centerId: string; matterId: string; pinHash: string; reservedAt: Date };

/** A reserved code that is still to be used, locked; one that was is told when and how it ended. */
export async function lockCode(tx: Tx, countyCode: string, code: string): Promise<PaperCode> {
  const { rows } = await sql<PaperCode & { state: string }>`
    select c.code, c.center_id as "centerId", c.matter_id as "matterId", c.pin_hash as "pinHash", c.state,
      (select p.reserved_at from paper_pad p where p.county_code = c.county_code and p.id = c.pad_id) as "reservedAt"
    from paper_code c where c.county_code = ${countyCode} and c.code = ${code} for update of c`.execute(tx);
  const [row] = rows;
  if (!row)
    return refuse('notFound', 'noSuchPaperCode', '这个编号不是本中心预留的。对照纸质表右上角再输一遍。', {
      'paper.code': '这个编号不是本中心预留的。',
    });
  if (row.state === 'entered')
    refuse('conflict', 'paperCodeUsed', '这个编号已经补录过。输编号可以打开那一件。', { 'paper.code': '已经补录过。' });
  if (row.state === 'voided')
    refuse('conflict', 'paperCodeVoided', '这个编号已经作废。', { 'paper.code': '已经作废。' });
  return row;
}

type CodeRow = Omit<PaperCodeView, 'reservedAt' | 'endedAt'> & { reservedAt: Date; endedAt: Date | null };

/** Pads with what became of their codes, and the codes that are still somewhere on paper, oldest first. */
export async function listPads(queries: Queries, countyCode: string, centerId: string) {
  const { rows: pads } = await sql<Omit<PadView, 'reservedAt' | 'reservedBy'> & { reservedAt: Date; postId: string }>`
    select p.id, p.size, p.prints, p.reserved_at as "reservedAt", p.reserved_by_post_id as "postId",
      count(*) filter (where c.state = 'outstanding')::int as outstanding,
      count(*) filter (where c.state = 'entered')::int as entered, count(*) filter (where c.state = 'voided')::int as voided
    from paper_pad p join paper_code c on c.county_code = p.county_code and c.pad_id = p.id
    where p.county_code = ${countyCode} and p.center_id = ${centerId}
    group by p.id, p.size, p.prints, p.reserved_at, p.reserved_by_post_id order by p.reserved_at desc limit 20`.execute(
    queries,
  );
  const { rows: codes } = await sql<CodeRow>`
    select c.code, c.position, c.pad_id as "padId", c.state, p.reserved_at as "reservedAt", c.ended_at as "endedAt",
      c.void_reason as "voidReason"
    from paper_code c join paper_pad p on p.county_code = c.county_code and p.id = c.pad_id
    where c.county_code = ${countyCode} and c.center_id = ${centerId}
    order by (c.state <> 'outstanding'), c.ended_at desc, c.code limit 200`.execute(queries);
  return { pads, codes };
}
