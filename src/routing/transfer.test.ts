import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { court, housing, justice, xiaodianHousing } from '../disputes/testing/network.ts';
import { atTime, formatDue } from '../platform/now.ts';
import { dispatch } from './dispatch.ts';
import { transfer } from './transfer.ts';

const accepted = aDispute({ status: 'accepted', difficulty: 'ordinary' });
const onTuesday = aContext({ now: atTime('2026-09-29', '16:40') });
const sent = applyDecision(
  'dispatch',
  accepted,
  dispatch(accepted, { leadUnitId: housing, supportingUnitIds: [justice], message: '' }, onTuesday),
  onTuesday,
);
const onFriday = aContext({ now: atTime('2026-10-09', '09:00') });
const decided = transfer(sent, { leadUnitId: justice, reason: '主要是法律问题' }, onFriday);
const after = applyDecision('transfer', sent, decided, onFriday);
const running = (kind: string) => after.clocks.filter((clock) => clock.kind === kind && clock.stoppedAt === null);

test('another unit takes over and signs today; the date told to the resident does not move', () => {
  expect(after).toMatchObject({ status: 'dispatched', leadUnitId: justice, handlerPostId: null });
  expect(running('acknowledge').map(({ dueAt }) => dueAt && formatDue(dueAt))).toEqual(['10月9日24时']);
  const before = sent.clocks.find(({ kind }) => kind === 'handle');
  expect(running('handle')).toMatchObject([{ startedAt: before?.startedAt, dueAt: before?.dueAt, unitId: justice }]);
  expect(running('report')).toHaveLength(1);
  expect(toldTo(decided, 'resident')).toBe('您的事改由迎泽区司法局办理，办完的日期不变。');
});

test('the first unit is a former one, and the new one no longer merely supports', () => {
  expect(after.formerUnitIds).toEqual([housing]);
  expect(after.supportingUnits).toEqual([]);
});

test('a clock that stood still for material goes on, for the new unit asked for nothing', () => {
  const [handle] = sent.clocks.filter(({ kind }) => kind === 'handle');
  if (!handle) throw new Error('no handling clock');
  const pause = { from: atTime('2026-09-30', '09:00'), to: null, reason: '等材料', approvedBy: '王芳' };
  const paused = { ...sent, clocks: [{ ...handle, pauses: [pause], dueAt: null }] };
  const resumed = applyDecision(
    'transfer',
    paused,
    transfer(paused, { leadUnitId: court, reason: '改由法院' }, onFriday),
    onFriday,
  );
  expect(resumed.clocks.find(({ kind }) => kind === 'handle')?.dueAt).not.toBeNull();
});

test('not to the unit that has it, and not over the county’s border', () => {
  expect(refusalOf(() => transfer(sent, { leadUnitId: housing, reason: '再办' }, onFriday))).toBe('sameUnit');
  expect(refusalOf(() => transfer(sent, { leadUnitId: xiaodianHousing, reason: '那边管' }, onFriday))).toBe(
    'otherCounty',
  );
  const restricted = { ...sent, restricted: true };
  expect(refusalOf(() => transfer(restricted, { leadUnitId: court, reason: '改办' }, onFriday))).toBe('nobodyNamed');
});
