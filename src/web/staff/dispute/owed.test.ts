import { expect, test } from 'vitest';
import type { StepName } from '../../../disputes/procedure.ts';
import { primaryAct } from './owed.ts';

const row = (act: StepName, mine = false) => ({ act, who: '', dueAt: null, mine, notYet: null });
const now = (...steps: StepName[]) => ({ now: steps, later: [] });

test('the one primary button is what this post owes itself', () => {
  const owed = [row('decidePause'), row('settle', true)];
  expect(primaryAct({ owed, steps: now('decidePause', 'settle', 'report') })).toBe('settle');
});

test('a post that owes nothing is offered what is owed and it may do, and else no primary button', () => {
  const owed = [row('settle'), row('report')];
  expect(primaryAct({ owed, steps: now('report') })).toBe('report');
  expect(primaryAct({ owed, steps: now('message', 'remind') })).toBeNull();
});

test('what cannot be done yet is no button, nor is anything for those who do not see what it is about', () => {
  expect(
    primaryAct({ owed: [{ ...row('strikeOff', true), notYet: '评价到12月15日24时，之后可销号' }], steps: now() }),
  ).toBeNull();
  expect(primaryAct({ owed: null, steps: now('strikeOff') })).toBeNull();
});
