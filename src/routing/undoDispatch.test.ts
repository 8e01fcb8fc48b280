import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { justice } from '../disputes/testing/network.ts';
import { atTime } from '../platform/now.ts';
import { undoDispatch } from './undoDispatch.ts';

const sent = aDispute({
  status: 'dispatched',
  dispatchUndoUntil: atTime('2026-09-29', '16:55'),
  supportingUnits: [{ unitId: justice, task: '协办', doneAt: null }],
});
const at = (time: string) => aContext({ now: atTime('2026-09-29', time) });

test('a dispatch sent by mistake is taken back: no lead, no supporting units, the desk’s day runs again', () => {
  const after = applyDecision('undoDispatch', sent, undoDispatch(sent, {}, at('16:50')), at('16:50'));
  expect(after).toMatchObject({ status: 'accepted', leadUnitId: null, supportingUnits: [], dispatchUndoUntil: null });
  expect(after.clocks.map(({ kind }) => kind)).toEqual(['deploy']);
});

test('everybody who was told of it is told that it is gone', () => {
  const decided = undoDispatch(sent, {}, at('16:50'));
  expect(toldTo(decided, 'u:140106-housing#unitHead')).toBe('一件分流撤回了，不用再办。');
  expect(toldTo(decided, 'u:140106-justice#unitHead')).toBe('一件分流撤回了，不用协办了。');
  expect(toldTo(decided, 'resident')).toBe('正在重新确定您这件事由哪个单位办理。');
});

test('at 16:55 sharp it still works, a minute later the unit has to send it back', () => {
  expect(undoDispatch(sent, {}, at('16:55')).type).toBe('undoDispatch');
  expect(refusalOf(() => undoDispatch(sent, {}, at('16:56')))).toBe('undoTooLate');
});

test('a transfer or a reopening cannot be withdrawn', () => {
  expect(refusalOf(() => undoDispatch({ ...sent, dispatchUndoUntil: null }, {}, at('16:50')))).toBe('undoTooLate');
});
