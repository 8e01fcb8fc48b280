import { expect, test } from 'vitest';
import { guard, stepsFor, whoMay } from '../procedures/guard.ts';
import { disputeKind } from './kind.ts';
import { mainWay } from './mainWay.ts';
import { procedure, statuses, statusLabels, stepNames } from './procedure.ts';
import { standingOf } from './standing.ts';
import { aDispute } from './testing/aDispute.ts';
import { closer, jiaMin, leader, liNa, otherHandler, wuZhiqiang } from './testing/people.ts';

const at = (status: (typeof statuses)[number]) => standingOf(aDispute({ status }));

test('whoever may not do a step reads who does it', () => {
  const refusal = guard(disputeKind, 'verifyClosure', at('closureSubmitted'), wuZhiqiang);
  expect(refusal).toMatchObject({
    kind: 'forbidden',
    code: 'notYourStep',
    message: '「通过办结」由受理中心的办结审核岗、受理中心的中心主任来做。',
  });
});

test('whoever may, but not now, reads when', () => {
  expect(guard(disputeKind, 'dispatch', at('registered'), liNa)).toMatchObject({
    kind: 'conflict',
    code: 'wrongStatus',
    message: '这件事现在是「已登记」，「分流」要在「已受理」时做。',
  });
});

test('who may is told before when: a stranger does not learn where the matter stands', () => {
  expect(guard(disputeKind, 'settle', at('closed'), otherHandler)?.code).toBe('notYourStep');
});

test('the buttons are the steps that the guard lets through, and no others', () => {
  for (const actor of [jiaMin, liNa, leader, closer, wuZhiqiang, otherHandler])
    for (const status of statuses) {
      const { now, later } = stepsFor(disputeKind, at(status), actor);
      for (const name of stepNames) {
        const refused = guard(disputeKind, name, at(status), actor)?.code;
        const shown = now.includes(name) ? undefined : later.includes(name) ? 'wrongStatus' : 'notYourStep';
        expect([name, status, shown]).toEqual([name, status, refused]);
      }
    }
});

test('every step names its people in Chinese', () => {
  for (const name of stepNames) expect(whoMay(disputeKind, name)).not.toMatch(/[a-zA-Z@]/);
});

test('every status has its place on the way, its word for officials and its sentence for residents', () => {
  for (const status of statuses) {
    expect(mainWay.filter(({ at: here }) => here.includes(status))).toHaveLength(1);
    expect(statusLabels[status].resident).not.toMatch(/分流|签收|销号|调处|研判/);
  }
});

test('no two steps share a key, a noun or a label', () => {
  const rows = stepNames.map((name) => procedure[name]);
  const keys = rows.flatMap((row) => ('key' in row ? [row.key] : []));
  for (const words of [keys, rows.map(({ noun }) => noun), rows.map(({ label }) => label)])
    expect(new Set(words).size).toBe(words.length);
});
