import { listOpenNotices, listRunningClockIds, lockNotice, recordNoticeStep } from '../deadlines/noticeSteps.sql.ts';
import type { Reaction } from '../disputes/engine.ts';

/** Nothing leaves the list with an open obligation: closing a dispute lifts the notices about it. */
const liftNotices: Reaction = async (tx, dispute, _decision, { actor, now }) => {
  for (const { code } of await listOpenNotices(tx, dispute.countyCode, dispute.id)) {
    const notice = await lockNotice(tx, dispute.countyCode, code);
    if (notice)
      recordNoticeStep(tx, notice, {
        type: 'liftSupervision',
        text: '已办结，督办解除。',
        actor,
        now,
        todos: [],
        clockIds: await listRunningClockIds(tx, notice.countyCode, notice.id),
      });
  }
};

/** Event type → what else happens, in the same transaction. */
export const reactions: Readonly<Record<string, readonly Reaction[]>> = {
  verifyClosure: [liftNotices],
  strikeOff: [liftNotices],
};
