import { guess } from '../attempts/guess.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { ask, reading } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import { verifyCode } from '../platform/qr.ts';
import { Refusal } from '../platform/refusal.ts';
import type { PaperCheck } from './signingViews.ts';

/** Nobody mistypes a code that a camera reads: wrong ones are tries. */
const wrongCodes = { most: 20, withinMinutes: 60, lockMinutes: 30 };
const noPaper = () => new Refusal('notFound', 'noSuchPaper', '查无此件。');

function read(code: string): { county: string; id: string; version: number } | null {
  const match = /^(\d{6})-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-(\d{1,4})$/.exec(code);
  if (!match) return null;
  const [, county = '', ...parts] = match;
  return { county, id: parts.slice(0, 5).join('-'), version: Number(parts[5]) };
}

/** The code of a paper and the proof that we printed it; without that proof nothing is looked up, and it counts as a try. */
export async function checkPaper(
  engine: Engine,
  code: string,
  proof: string,
  address: string,
): Promise<PaperCheck | null> {
  const asked = read(code);
  await guess({
    ...{ db: engine.db, scope: openScope, now: engine.now(), key: `papers-from/${address}` },
    ...{ brake: wrongCodes, clears: false },
    check: async () => (asked && verifyCode(engine.secrets.qrSecret, code, proof) ? null : noPaper()),
    recordWrong: () => {},
  });
  if (!asked) return null;
  const scope = { counties: [asked.county], viewers: ['system'] };
  const text = `select number, state, to_char(signed_on, 'YYYY-MM-DD') as "signedOn" from check_agreement($1, $2::uuid, $3)`;
  const [found] = await reading(engine.db, scope, (queries) =>
    ask<PaperCheck>(queries, text, [asked.county, asked.id, asked.version]),
  );
  return found ?? null;
}
