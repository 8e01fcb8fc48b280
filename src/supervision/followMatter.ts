import type { ClockAct, Decision } from '../matters/decision.ts';
import type { FollowInput } from '../procedures/follow.ts';
import { unitChange } from './answerNotice.ts';
import type { Notice, NoticeContext } from './notice.ts';

/**
 * Who may know of a notice follows its dispute; and when units end, what was asked of one is owed by the one that took over:
 * its answer, its clock, the issuing itself. Where that one is asked already, it owes one answer.
 */
export function followMatter(notice: Notice, input: FollowInput, { now }: Pick<NoticeContext, 'now'>): Decision {
  const units = input.units ?? {};
  const next = (unitId: string) => units[unitId] ?? unitId;
  const gone = notice.units.filter(({ unitId }) => units[unitId] !== undefined).map(({ unitId }) => unitId);
  const asked = (unitId: string) => notice.units.some((other) => other.unitId === unitId);
  const [doubled, moved] = [gone.filter((id) => asked(next(id))), gone.filter((id) => !asked(next(id)))];
  const left = notice.units.filter(({ unitId }) => !doubled.includes(unitId));
  const first = left[0]?.unitId ?? '';
  return {
    type: 'followMatter',
    to: left.every(({ answeredAt }) => answeredAt !== null) ? 'answered' : 'sent',
    data: { restricted: input.restricted, units: Object.fromEntries(gone.map((id) => [id, next(id)])) },
    matter: {
      restricted: input.restricted,
      named_post_ids: [...input.namedPostIds],
      receiving_center_id: input.receivingCenterId,
      region_code: input.regionCode,
      lead_unit_id: next(first),
    },
    own: { issuer_center_id: next(notice.issuerCenterId), unit_id: next(first) },
    changes: [
      ...moved.map((id) => unitChange(id, { unit_id: next(id) })),
      ...doubled.map((id) => unitChange(id, { removed_at: now })),
    ],
    clocks: [
      ...moved.map((id): ClockAct => ({ act: 'charge', from: id, to: next(id) })),
      ...doubled.map((id): ClockAct => ({ act: 'stop', kind: 'supervisionReply', unitId: id })),
    ],
  };
}
