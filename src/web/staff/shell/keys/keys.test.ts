import { expect, test } from 'vitest';
import { procedure, statuses, stepNames, stepOf } from '../../../../disputes/procedure.ts';
import { roles } from '../../../../platform/actor.ts';
import { clashesOf } from '../../../../ui/keyRegistry.ts';
import { jobs, jobsOf } from '../jobs.ts';
import { actKeysOf, pageKeysOf } from './card.ts';
import { changeKey } from './changeKey.ts';

const lists = ['J', 'K', 'G', '.', '/', '?'];

test('按钮上的字母和列表、翻页、查找的键不重', () => {
  for (const name of stepNames) expect(lists).not.toContain(stepOf(name).key?.toUpperCase());
});

test('同一个状态下能办的事，没有两个用同一个字母', () => {
  for (const status of statuses) {
    const open = stepNames.filter((name) => (procedure[name].from as readonly string[]).includes(status));
    const letters = open.flatMap((name) => stepOf(name).key?.toUpperCase() ?? []);
    expect([status, letters.length]).toEqual([status, new Set(letters).size]);
  }
});

test('g 之后的键一页一个', () => {
  const pairs = Object.values(jobs).flatMap((job) => ('keys' in job ? [job.keys] : []));
  expect(new Set(pairs).size).toBe(pairs.length);
  expect(pairs.every((pair) => /^G [A-Z]$/.test(pair))).toBe(true);
});

test('两处抢一个键会被认出来，对话框里的不算', () => {
  const page = { keys: ['F', 'Ctrl+Enter'], inDialog: false };
  expect(clashesOf([page, { keys: ['U'], inDialog: false }])).toEqual([]);
  expect(clashesOf([page, { keys: ['Ctrl+Enter'], inDialog: true }])).toEqual([]);
  expect(clashesOf([page, { keys: ['F'], inDialog: false }])).toEqual(['F']);
});

test('字母可以换成没人用的，换成有用处的不行，按回原来的就是换回来', () => {
  const before = { letters: true, own: {} };
  const changed = changeKey(before, 'F', 'q');
  expect(changed).toEqual({ letters: true, own: { F: 'Q' } });
  expect(changeKey(before, 'F', 'A')).toBe('taken');
  expect(changeKey(before, 'F', 'Enter')).toBe('notPlain');
  if (typeof changed === 'string') throw new Error(changed);
  expect(changeKey(changed, 'U', 'q')).toBe('taken');
  expect(changeKey(changed, 'F', 'f')).toEqual(before);
});

test('每个岗位的按键卡只写它做得到的', () => {
  expect(actKeysOf('dispatcher', 'zh').map(([, words]) => words)).toContain('分流');
  expect(actKeysOf('handler', 'zh').map(([, words]) => words)).not.toContain('分流');
  for (const role of roles) expect(pageKeysOf(role, 'zh').length).toBeLessThanOrEqual(jobsOf(role).length);
  expect(actKeysOf('auditAdmin', 'zh')).toEqual([]);
});
