import { expect, test } from 'vitest';
import type { Dispute } from '../disputes/dispute.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, take } from '../disputes/testing/applyDecision.ts';
import { wuZhiqiang } from '../disputes/testing/people.ts';
import { todosOf } from '../disputes/todos.ts';
import { systemActor } from '../platform/actor.ts';
import { atTime } from '../platform/now.ts';
import { remindLimit } from './remindLimit.ts';
import { startStatutory } from './startStatutory.ts';
import { tellLimit } from './tellLimit.ts';

const at = (day: string) => aContext({ actor: wuZhiqiang, now: atTime(day, '10:00') });
const house = (day: string) => aContext({ actor: systemActor(['140106']), now: atTime(day, '10:00') });
const inHand = aDispute({ status: 'inMediation' });
const [her = '', him = ''] = inHand.parties.map(({ id }) => id);
const suit = { kind: 'laborSuit', day: '2026-10-09', note: '收到裁决书', partyId: her };
const limited = take('startStatutory', startStatutory, inHand, suit, at('2026-10-09'));
const [clock] = limited.clocks;
const reminded = (toTell: string[], day = '2026-10-23', before: Dispute = limited) =>
  take('remindLimit', remindLimit, before, { limits: [{ clockId: clock?.id ?? '', toTell }] }, house(day));

test('the reminder says what, until when, how many days that is, where and by which article, to that party only', () => {
  const { tell } = remindLimit(limited, { limits: [{ clockId: clock?.id ?? '', toTell: [] }] }, house('2026-10-23'));
  expect(tell).toEqual([
    {
      owner: 'resident',
      partyIds: [her],
      text: '提醒您：对其他裁决起诉的期限到10月26日24时，还有3天。要办，在这之前去人民法院办（劳动争议调解仲裁法第50条）。期满不起诉裁决生效。',
    },
  ]);
});

test('who has no phone is on the list of who works on it, until told', () => {
  const owed = (dispute: Dispute) =>
    todosOf(dispute, dispute.clocks, aContext()).flatMap(({ act, owner, dueAt }) =>
      act === 'tellLimit' ? [[owner, dueAt]] : [],
    );
  expect(owed(reminded([]))).toEqual([]);
  const silent = reminded([her]);
  expect(owed(silent)).toEqual([[`p:${wuZhiqiang.postId}`, clock?.dueAt]]);
  const told = take('tellLimit', tellLimit, silent, { how: '上门说了，人也听明白了' }, at('2026-10-23'));
  expect(owed(told)).toEqual([]);
  expect(refusalOf(() => take('tellLimit', tellLimit, told, { how: '再说一次' }, at('2026-10-23')))).toBe(
    'nobodyToTell',
  );
});

test('after the archive it is for who keeps the contact; what is over is reminded of no more', () => {
  const archived = { ...aDispute({ status: 'archived' }), clocks: reminded([him]).clocks };
  expect(todosOf(archived, archived.clocks, aContext())).toMatchObject([
    { owner: `p:${archived.firstContactPostId}`, act: 'tellLimit' },
  ]);
  expect(refusalOf(() => reminded([], '2026-10-27'))).toBe('nothingNear');
});
