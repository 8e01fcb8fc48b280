import { type Static, Type } from 'typebox';
import { untried, waitsUntil } from '../attempts/brake.ts';
import { listTries } from '../attempts/tries.sql.ts';
import { initialsOf } from '../network/data/initials.ts';
import { type Actor, roles } from '../platform/actor.ts';
import { command, plainly, type Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { hashPassword } from '../platform/passwords.ts';
import { type HeldPost, refuseUnlessKept } from './administer.ts';
import { noScope } from './login.sql.ts';
import { newOneTimePassword } from './newPassword.ts';
import { listPostsOf } from './posts.sql.ts';
import { requireActor, requireDoor } from './requireActor.routes.ts';
import { preparedPassword, resetOrAsk, twoWanted } from './resetLogin.sql.ts';
import { recordRevocationOfAll } from './sessions.sql.ts';
import { recordTrail } from './trail.sql.ts';
import type { PeopleAct } from './trail.ts';
import { loginKey, recordUnlocked } from './unlock.sql.ts';
import { addUser, listUsers, lockUser, recordUserChange, type UserFilter, type UserRow } from './users.sql.ts';
import { userView } from './views.ts';

const tags = ['人员 people'];
const idParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
const newUserInput = Type.Object(
  {
    login: Type.String({
      pattern: '^[A-Za-z0-9._-]{3,40}$',
      sentence: '登录名用 3 到 40 个字母、数字、点、横线或下划线',
    }),
    name: Type.String({ minLength: 1, maxLength: 40 }),
  },
  { additionalProperties: false },
);
type NewUserInput = Static<typeof newUserInput>;
const listQuery = Type.Object(
  {
    find: Type.Optional(Type.String({ maxLength: 40 })),
    unit: Type.Optional(Type.String({ maxLength: 60 })),
    role: Type.Optional(Type.Enum([...roles])),
    after: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  },
  { additionalProperties: false },
);

type Request = Parameters<typeof requireActor>[0];

/** Opens the transaction in which an administrator does one thing to one person, who is locked and his to keep. */
async function toUser<T>(
  deps: Deps,
  request: Request,
  id: string,
  act: PeopleAct | null,
  work: (tx: Tx, user: UserRow, actor: Actor, standing: readonly HeldPost[]) => T,
): Promise<T> {
  const actor = await requireActor(request, deps);
  requireDoor(actor, 'people');
  return command(deps.db, noScope, async (tx) => {
    const user = await lockUser(tx, id);
    const posts = await listPostsOf(tx, [id]);
    const standing = posts.filter((post) => post.valid_to === null || post.valid_to >= dayOf(deps.now()));
    const held = standing.map((post) => ({ role: post.role, countyCode: post.county_code }));
    refuseUnlessKept(actor, id, held);
    if (act) recordTrail(tx, { at: deps.now(), act, actor, subject: id, address: request.ip });
    return work(tx, user, actor, held);
  });
}

async function listWithPosts(deps: Deps, actor: Actor, filter: UserFilter) {
  return plainly(deps.db, async (queries) => {
    const { rows, next } = await listUsers(queries, actor.counties, filter, dayOf(deps.now()));
    const ids = rows.map((row) => row.id);
    const posts = Map.groupBy(await listPostsOf(queries, ids), (post) => post.user_id);
    const now = deps.now();
    const tries = await listTries(
      queries,
      rows.map(({ login }) => loginKey(login)),
    );
    const lockOf = (login: string) => waitsUntil(tries.get(loginKey(login)) ?? untried(now), now);
    return { items: rows.map((row) => userView(row, posts.get(row.id) ?? [], lockOf(row.login))), next };
  });
}

async function openAccount(deps: Deps, actor: Actor, input: NewUserInput, address: string) {
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  const user = { ...input, initials: initialsOf(input.name), passwordHash, passwordSetAt: null, demo: false };
  return command(deps.db, noScope, async (tx) => {
    const id = await addUser(tx, user, deps.now());
    recordTrail(tx, { at: deps.now(), act: 'user.created', actor, subject: id, address });
    return { id, oneTimePassword };
  });
}

function registerUsers(app: Http, deps: Deps): void {
  app.get('/api/users', { schema: { tags, summary: '人员名单', querystring: listQuery } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'people');
    return listWithPosts(deps, actor, request.query);
  });
  app.post('/api/users', { schema: { tags, summary: '开设账号', body: newUserInput } }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'house');
    return reply.code(201).send(await openAccount(deps, actor, request.body, request.ip));
  });
}

function registerStanding(app: Http, deps: Deps): void {
  const disable = { tags, summary: '停用账号', params: idParams };
  app.post('/api/users/:id/disablements', { schema: disable }, async (request, reply) => {
    const { id } = request.params;
    await toUser(deps, request, id, 'user.disabled', (tx, _user, actor) => {
      recordUserChange(tx, id, { active: false });
      recordRevocationOfAll(tx, id, actor.userId, deps.now());
    });
    return reply.code(201).send({ id, active: false });
  });
  const enable = { tags, summary: '恢复账号', params: idParams };
  app.post('/api/users/:id/enablements', { schema: enable }, async (request, reply) => {
    const { id } = request.params;
    await toUser(deps, request, id, 'user.enabled', (tx, user) => {
      recordUserChange(tx, id, { active: true });
      recordUnlocked(tx, user);
    });
    return reply.code(201).send({ id, active: true });
  });
  const reset = { tags, summary: '重设密码，显示一次；管理员的可能要另一位确认', params: idParams };
  app.post('/api/users/:id/password-resets', { schema: reset }, async (request, reply) => {
    const { id } = request.params;
    const { oneTimePassword, hash } = await preparedPassword();
    const two = await twoWanted(deps);
    const asked = await toUser(deps, request, id, null, (tx, user, actor, standing) =>
      resetOrAsk(tx, { user, standing, two }, 'password', hash, { actor, now: deps.now(), address: request.ip }),
    );
    if (asked) return reply.code(202).send({ id, asked });
    return reply.code(201).send({ id, oneTimePassword });
  });
}

/** Users: list, open an account, disable, enable, reset the password. */
export function userRoutes(app: Http, deps: Deps): void {
  registerUsers(app, deps);
  registerStanding(app, deps);
}
