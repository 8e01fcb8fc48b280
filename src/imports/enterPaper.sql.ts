import type { Engine } from '../disputes/engine.ts';
import { registerDispute } from '../disputes/registerDispute.sql.ts';
import type { RegisterInput } from '../intake/register.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import { refuseField } from '../platform/refusal.ts';
import { type PaperForm, receivedAt } from './enterPaper.ts';
import { lockCode, requirePaperKeeper } from './pads.sql.ts';

const used = (tx: Tx, actor: Actor, code: string, now: Date) => {
  const ended = { state: 'entered' as const, ended_at: now, ended_by_post_id: actor.postId };
  record(
    tx,
    tx.updateTable('paper_code').set(ended).where('county_code', '=', actor.countyCode).where('code', '=', code),
  );
};

/** Types in what was received on paper: the same door as the counter, under the code and with the PIN of its slip. */
export async function enterPaper(engine: Engine, actor: Actor, input: RegisterInput, form: PaperForm) {
  const centerId = requirePaperKeeper(actor);
  const now = engine.now();
  const { directory, rulesFor } = engine.reference();
  if (!directory.postsOf(centerId).some(({ postId }) => postId === form.receivedByPostId))
    refuseField('paper.receivedByPostId', '选本中心的同事。');
  // A twin of this command has used the code already: its result is answered, so only a code that never was is refused here.
  const reserved = await command(engine.db, actor, (tx) => findCode(tx, actor, form.code));
  const openedAt = receivedAt(form, reserved.reservedAt, rulesFor(actor.countyCode).rules.paper, now);
  return registerDispute(engine, actor, input, {
    code: form.code,
    id: reserved.matterId,
    pinHash: reserved.pinHash,
    openedAt,
    firstContactPostId: form.receivedByPostId,
    lateReason: form.lateReason.trim(),
    async claim(tx) {
      await lockCode(tx, actor.countyCode, form.code);
      used(tx, actor, form.code, now);
    },
  });
}

async function findCode(tx: Tx, actor: Actor, code: string) {
  const row = await tx
    .selectFrom('paper_code as c')
    .innerJoin('paper_pad as p', (join) =>
      join.onRef('p.county_code', '=', 'c.county_code').onRef('p.id', '=', 'c.pad_id'),
    )
    .select(['c.matter_id as matterId', 'c.pin_hash as pinHash', 'p.reserved_at as reservedAt'])
    .where('c.county_code', '=', actor.countyCode)
    .where('c.code', '=', code)
    .executeTakeFirst();
  return row ?? lockCode(tx, actor.countyCode, code);
}
