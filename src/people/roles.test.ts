import { expect, test } from 'vitest';
import { roles } from '../platform/actor.ts';
import { excludes, existsAt, roleLabel, roleTable } from './roles.ts';

test('every role has a name in both languages', () => {
  for (const role of roles) {
    expect(roleLabel(role)).toMatch(/^[\u4e00-\u9fff]+$/);
    expect(roleLabel(role, 'en')).toMatch(/^[A-Z]/);
  }
  expect(Object.keys(roleTable)).toEqual([...roles]);
});

test('the three administrators exclude each other and everybody else', () => {
  const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'];
  for (const one of administrators) for (const other of roles) expect(excludes(one, other)).toBe(one !== other);
  expect(excludes('receptionist', 'closer')).toBe(false);
  expect(excludes('handler', 'mediator')).toBe(false);
});

test('a desk of the center exists only at a center, a court clerk only at a court', () => {
  expect(existsAt('dispatcher', 'center')).toBe(true);
  expect(existsAt('dispatcher', 'housing')).toBe(false);
  expect(existsAt('courtClerk', 'court')).toBe(true);
  expect(existsAt('courtClerk', 'center')).toBe(false);
  expect(existsAt('handler', 'housing')).toBe(true);
});
