import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { waitsUntil } from '../attempts/brake.ts';
import { lockTries, recordTries as recordCount } from '../attempts/tries.sql.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Scope } from '../platform/actor.ts';
import { command, plainly, type Queries, record, type Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { openScope } from '../platform/gate.ts';
import { verifyPin } from '../platform/pin.ts';
import { afterWrongPin, type Opened, type Tries, tooEarly, untried, wrongPin } from './access.ts';

type Matter = Pick<Opened, 'countyCode' | 'matterId'>;
type Slip = Tries & { id: string; partyId: string; pinHash: string };
export type PinTry = { code: string; pin: string; now: Date; address: string };

/** Before the PIN nobody is known, so the house itself looks; what it finds is compared, not shown. */
const houseOf = ({ countyCode }: Matter): Scope => ({ counties: [countyCode], viewers: ['system'] });

/** Every code ever printed. */
export async function findMatterOfCode(queries: Queries, code: string): Promise<Matter | undefined> {
  const row = await queries
    .selectFrom('code_alias')
    .select(['county_code', 'matter_id'])
    .where('code', '=', code)
    .executeTakeFirst();
  return row && { countyCode: row.county_code, matterId: row.matter_id };
}

/** Whether a visit still opens its matter, and under which code the matter is kept. */
export async function findOpenSlip(queries: Queries, { countyCode, matterId, slipId }: Opened, openedAt: number) {
  return queries
    .selectFrom('visible_access_slip as s')
    .innerJoin('matter as m', (join) =>
      join.onRef('m.county_code', '=', 's.county_code').onRef('m.id', '=', 's.matter_id'),
    )
    .select(['m.code', 's.party_id'])
    .where('s.county_code', '=', countyCode)
    .where('s.matter_id', '=', matterId)
    .where('s.id', '=', slipId)
    .where('s.revoked_at', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('left_visit as l')
            .select('l.slip_id')
            .where('l.county_code', '=', countyCode)
            .where('l.slip_id', '=', slipId)
            .where('l.opened_at', '=', new Date(openedAt)),
        ),
      ),
    )
    .executeTakeFirst();
}

async function lockSlips(tx: Tx, { countyCode, matterId }: Matter): Promise<Slip[]> {
  await sql`select id from access_slip where county_code = ${countyCode} and matter_id = ${matterId} order by id for update`.execute(
    tx,
  );
  return tx
    .selectFrom('visible_access_slip')
    .select(['id', 'party_id as partyId', 'pin_hash as pinHash', 'failures'])
    .select(['next_try_at as nextTryAt', 'locked_until as lockedUntil'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', matterId)
    .where('revoked_at', 'is', null)
    .execute();
}

function recordTries(
  tx: Tx,
  { countyCode }: Matter,
  slip: Pick<Slip, 'id'>,
  { failures, nextTryAt, lockedUntil }: Tries,
): void {
  const set = { failures, next_try_at: nextTryAt, locked_until: lockedUntil };
  record(tx, tx.updateTable('access_slip').set(set).where('county_code', '=', countyCode).where('id', '=', slip.id));
}

type Counted = { slips: readonly Slip[]; after: readonly Tries[]; lockedUntil: Date | null };

/** Counts the try as wrong before looking at it: a hundred tries sent at once are one try and ninety-nine refusals. */
async function countTry(deps: Deps, matter: Matter, now: Date): Promise<Counted> {
  return command(deps.db, houseOf(matter), async (tx) => {
    const all = await lockSlips(tx, matter);
    const slips = all.filter((slip) => waitsUntil(slip, now) === null);
    if (all.length > 0 && slips.length === 0) throw tooEarly(all, now);
    const after = slips.map((slip) => afterWrongPin(slip, now));
    for (const [index, slip] of slips.entries()) recordTries(tx, matter, slip, after[index] ?? slip);
    const locked = all.find((slip) => slip.lockedUntil && slip.lockedUntil > now);
    return { slips, after, lockedUntil: locked?.lockedUntil ?? null };
  });
}

/** The right PIN clears its own slip; the others stand as before. Knowing one PIN gives no further tries at another. */
async function open(
  deps: Deps,
  matter: Matter,
  counted: Counted,
  own: Slip,
  { code, now, address }: PinTry,
): Promise<Opened> {
  await command(deps.db, houseOf(matter), async (tx) => {
    for (const slip of counted.slips) recordTries(tx, matter, slip, slip.id === own.id ? untried : slip);
    recordTrail(tx, { at: now, act: 'dispute.slipOpened', subject: code, detail: { slipId: own.id }, address });
  });
  return { ...matter, slipId: own.id, partyId: own.partyId };
}

/** Tries at codes that nobody holds: they slow down and lock like any other, or the difference would tell which exist. */
async function refuseUnknown(deps: Deps, { code, now, address }: PinTry): Promise<never> {
  const key = `pin/${code}`;
  const after = await command(deps.db, openScope, async (tx) => {
    const tries = (await lockTries(tx, [key], now))(key);
    if (waitsUntil(tries, now)) throw tooEarly([tries], now);
    const counted = afterWrongPin(tries, now);
    recordCount(tx, key, { ...counted, since: tries.since }, now);
    recordWrong(tx, { code, now, address }, counted.lockedUntil !== null);
    return counted;
  });
  throw wrongPin([after], now);
}

function recordWrong(tx: Tx, { code, now, address }: Omit<PinTry, 'pin'>, locked: boolean): void {
  recordTrail(tx, { at: now, act: locked ? 'dispute.slipLocked' : 'dispute.slipPinWrong', subject: code, address });
}

async function compare(deps: Deps, matter: Matter, attempt: PinTry): Promise<Opened> {
  const counted = await countTry(deps, matter, attempt.now);
  if (counted.slips.length === 0) return refuseUnknown(deps, attempt);
  const key = deps.secrets.masterKey;
  const right = counted.slips.map((slip) => verifyPin(key, matter.matterId, attempt.pin, slip.pinHash));
  const own = counted.slips[right.indexOf(true)];
  if (own) return open(deps, matter, counted, own, attempt);
  const refusal = wrongPin(counted.after, attempt.now, counted.lockedUntil);
  await command(deps.db, houseOf(matter), async (tx) => recordWrong(tx, attempt, refusal.code === 'pinLocked'));
  throw refusal;
}

/** However many slips had to be compared, a refusal takes this long: time must not tell which codes exist. */
const REFUSAL_MS = 600;

/** The party whose PIN this is. Refused alike for a wrong PIN and for a code that nobody holds. */
export async function openByPin(deps: Deps, attempt: PinTry): Promise<Opened> {
  const leastTime = setTimeout(REFUSAL_MS, undefined, { ref: false });
  try {
    const matter = await plainly(deps.db, (queries) => findMatterOfCode(queries, attempt.code));
    return await (matter ? compare(deps, matter, attempt) : refuseUnknown(deps, attempt));
  } catch (error) {
    await leastTime;
    throw error;
  }
}
