import type { Actor } from '../platform/actor.ts';
import { command, recordText } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { guard } from '../procedures/guard.ts';
import { lockMatter } from '../procedures/lock.sql.ts';
import { isHeld, type KeepMinutesInput, MINUTES_MAX, merged } from './minutes.ts';
import { refuseReader } from './readSitting.sql.ts';
import { standingOfSitting } from './sitting.ts';
import { listMinutes } from './sittingDetail.sql.ts';
import type { SittingEngine } from './sittingEngine.ts';
import { sittingKind } from './sittingKind.ts';

export type MinutesKept = { version: number; text: string; both: boolean };

// Values, not `excluded`: the columns are not ours to read.
const keep = `insert into sitting_minutes (county_code, matter_id, dispute_id, section, version, body, scribe_post_id, written_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (county_code, matter_id, dispute_id, section)
  do update set version = $5, body = $6, scribe_post_id = $7, written_at = $8`;

/**
 * What was written while people speak, kept every few seconds. A draft: no step and no event; ending the sitting freezes it. Under
 * the sitting's lock, so that nobody writes into what has just ended and two who write at once write one after the other.
 */
export function keepMinutes(
  engine: SittingEngine,
  actor: Actor,
  code: string,
  input: KeepMinutesInput,
): Promise<MinutesKept> {
  return command(engine.db, actor, async (tx) => {
    const sitting = await lockMatter(engine.kinds.session, tx, code);
    const refused = guard(sittingKind, 'tickPresence', standingOfSitting(sitting), actor);
    if (refused?.kind === 'forbidden') throw refused;
    if (sitting.status !== 'inSession' && sitting.status !== 'interrupted')
      refuse('conflict', 'notInSession', '调解会没有在开，记录不能改。没存上的字还在页面上，可以抄下来。');
    await refuseReader(tx, actor, sitting, input.disputeId);
    const { disputeId, section } = input;
    const now = engine.now();
    const kept = (await listMinutes(tx, sitting)).find((row) => row.disputeId === disputeId && row.section === section);
    const { postId, name } = actor;
    if (!input.take && isHeld(kept, { now, postId })) {
      const holder = engine.reference().directory.post(kept?.scribePostId ?? '')?.name ?? '别人';
      refuse(
        'conflict',
        'sectionHeld',
        `这一节${holder}正在写。你写的字还在页面上，等一会儿会自己存，也可以按「接过来写」。`,
      );
    }
    const { body, both } = merged(kept, input, { name });
    if (body.length > 2 * MINUTES_MAX)
      refuse('invalid', 'tooLong', '这一节太长了，分到别的节里写。', { text: '这一节太长了，分到别的节里写。' });
    const version = (kept?.version ?? 0) + 1;
    recordText(tx, keep, [sitting.countyCode, sitting.id, disputeId, section, version, body, postId, now]);
    return { version, text: body, both };
  });
}
