import { roles } from '../platform/actor.ts';
import type { PostRole } from './roles.ts';

/** `nobody` is not logged in. The statuses are those of an otherwise good request: past the door, or not. */
export type Who = PostRole | 'nobody';
export type EndpointRow = readonly [endpoint: string, expected: Readonly<Record<Who, number>>, body?: () => object];

/** Everybody who is logged in. */
export function everyone(status: number): Record<Who, number> {
  return { ...(Object.fromEntries(roles.map((role) => [role, status])) as Record<PostRole, number>), nobody: 401 };
}

/** The named roles; all others are told who can. */
export function only(named: Partial<Record<PostRole, number>>): Record<Who, number> {
  return { ...everyone(403), ...named };
}

/** Nobody has this id: whoever is let in finds nothing, and nothing is changed. */
const absent = '01890000-0000-7000-8000-000000000000';
const absentSession = '0'.repeat(64);
/** A name that was refused before counts down: each try is another's. */
let serial = 0;
const policy = {
  maxFailures: 5,
  lockMinutes: 15,
  idleMinutes: 30,
  absoluteHours: 12,
  passwordDays: 0,
  passwordLength: 10,
  passwordClasses: 3,
  secondFactor: 'nobody',
};

/** access.md for people: own things for everyone, three administrators with three doors. */
export const peopleEndpoints: readonly EndpointRow[] = [
  ['GET /healthz', { ...everyone(200), nobody: 200 }],
  ['GET /readyz', { ...everyone(200), nobody: 200 }],
  ['GET /api/openapi.json', { ...everyone(200), nobody: 200 }],
  ['GET /api/demo-logins', { ...everyone(200), nobody: 200 }],
  ['POST /api/sessions', everyone(401), () => ({ login: `nobody.${++serial}`, password: 'x' })],
  ['GET /api/me', everyone(200)],
  ['PUT /api/sessions/current/post', everyone(404), () => ({ postId: absent })],
  ['PUT /api/me/password', everyone(422), () => ({ current: 'not the password', next: 'Another-2026-bridge' })],
  ['POST /api/me/second-factor/enrolments', everyone(201)],
  ['POST /api/me/second-factor', everyone(409), () => ({ enrolment: 'stale', code: '000000' })],
  ['GET /api/sessions', everyone(200)],
  ['GET /api/sessions?all=true', only({ securityAdmin: 200 })],
  [`POST /api/sessions/${absentSession}/revocations`, only({ securityAdmin: 404 })],
  ['GET /api/users', only({ systemAdmin: 200, securityAdmin: 200 })],
  ['POST /api/users', only({ systemAdmin: 201 }), () => ({ login: 'new.colleague', name: '新同事' })],
  [`POST /api/users/${absent}/disablements`, only({ systemAdmin: 404, securityAdmin: 404 })],
  [`POST /api/users/${absent}/enablements`, only({ systemAdmin: 404, securityAdmin: 404 })],
  [`POST /api/users/${absent}/password-resets`, only({ systemAdmin: 404, securityAdmin: 404 })],
  [`POST /api/users/${absent}/second-factor-resets`, only({ securityAdmin: 404 })],
  ['GET /api/admin-resets', only({ systemAdmin: 200, securityAdmin: 200, auditAdmin: 200 })],
  [`POST /api/admin-resets/${absent}/confirmations`, only({ systemAdmin: 404, securityAdmin: 404, auditAdmin: 404 })],
  [`POST /api/admin-resets/${absent}/refusals`, only({ systemAdmin: 404, securityAdmin: 404, auditAdmin: 404 })],
  [
    `POST /api/users/${absent}/posts`,
    only({ systemAdmin: 404, securityAdmin: 404 }),
    () => ({ unitId: 'x', role: 'handler' }),
  ],
  [`POST /api/posts/${absent}/endings`, only({ systemAdmin: 404, securityAdmin: 404 }), () => ({})],
  ['GET /api/login-policies', only({ securityAdmin: 200 })],
  [
    'POST /api/login-policies',
    only({ securityAdmin: 201 }),
    () => ({ value: policy, effectiveFrom: '2026-01-01', basis: '测试' }),
  ],
  ['GET /api/trail', only({ auditAdmin: 200 })],
  ['DELETE /api/sessions/current', everyone(204)],
];
