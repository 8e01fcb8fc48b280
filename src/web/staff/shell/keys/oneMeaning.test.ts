import { expect, test } from 'vitest';
import { stepNames, stepOf } from '../../../../disputes/procedure.ts';

test('x 在每张清单里都是勾选，没有一步把它当别的用', () => {
  expect(stepNames.filter((name) => stepOf(name).key === 'X')).toEqual([]);
});
