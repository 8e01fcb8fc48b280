import { Type } from 'typebox';
import { CITY_CODE } from '../network/network.ts';
import { command } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { FieldUnreadable } from '../platform/fieldCrypto.ts';
import type { Http } from '../platform/http.ts';
import { qrSvg } from '../platform/qr.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { newTotpSecret, totpUri, verifyTotp } from '../platform/totp.ts';
import { refuseOtherCounty } from './administer.ts';
import { type Enrolment, type EnrolmentInput, enrolmentInput, enrolmentOf, isOpen } from './enrolment.ts';
import { noScope } from './login.sql.ts';
import { listPostsOf } from './posts.sql.ts';
import { perSession, requireActor, requireDoor, requireSession } from './requireActor.routes.ts';
import { resetOrAsk, twoWanted } from './resetLogin.sql.ts';
import type { Session } from './session.ts';
import { recordRevocationOfAll, recordSecondFactorSeen } from './sessions.sql.ts';
import { recordTrail } from './trail.sql.ts';
import { lockUser, recordUserChange } from './users.sql.ts';

const tags = ['登录 sessions'];
const idParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

function propose(deps: Deps, session: Session) {
  if (session.enrolled) refuse('conflict', 'alreadyEnrolled', '已经绑定过手机令牌。换手机时找安全管理员先解除。');
  const secret = newTotpSecret();
  const uri = totpUri('枫桥台', session.login, secret);
  const enrolment = deps.crypto.seal(CITY_CODE, JSON.stringify(enrolmentOf(session.userId, secret, deps.now())));
  return { secret, uri, qr: qrSvg(uri), enrolment };
}

function opened(deps: Deps, session: Session, sealed: string): Enrolment {
  const stale = () => refuse('conflict', 'enrolmentStale', '这个二维码过期了，重新扫一个。');
  try {
    const enrolment = JSON.parse(deps.crypto.open(CITY_CODE, sealed)) as Enrolment;
    return isOpen(enrolment, session.userId, deps.now()) ? enrolment : stale();
  } catch (error) {
    if (error instanceof FieldUnreadable) return stale();
    throw error;
  }
}

async function confirm(deps: Deps, session: Session, input: EnrolmentInput, address: string): Promise<void> {
  const now = deps.now();
  const { secret } = opened(deps, session, input.enrolment);
  const check = verifyTotp(secret, input.code, now);
  if (!check.ok) return refuseField('code', '动态码不对。看手机上现在的 6 位数字，手机时间要准。');
  await command(deps.db, noScope, async (tx) => {
    const user = await lockUser(tx, session.userId);
    if (user.totp_sealed !== null) refuse('conflict', 'alreadyEnrolled', '已经绑定过手机令牌。');
    const sealed = deps.crypto.seal(CITY_CODE, secret);
    recordUserChange(tx, user.id, { totp_sealed: sealed, totp_last_counter: check.counter });
    recordSecondFactorSeen(tx, session.id, now);
    // Log-ins elsewhere had one factor only.
    recordRevocationOfAll(tx, user.id, user.id, now, session.id);
    const actor = { userId: user.id, postId: session.post?.postId ?? '', countyCode: session.post?.countyCode ?? '' };
    recordTrail(tx, { at: now, act: 'secondFactor.enrolled', actor, subject: user.id, address });
  });
}

/** The second factor: enrol one's own, confirm it with a first code; the security administrator takes a lost one off. */
export function secondFactorRoutes(app: Http, deps: Deps): void {
  const path = '/api/me/second-factor';
  app.post(`${path}/enrolments`, { schema: { tags, summary: '绑定手机令牌' } }, async (request, reply) => {
    const session = await requireSession(request, deps);
    return reply.code(201).send(propose(deps, session));
  });
  const config = perSession(deps, 20);
  const schema = { tags, summary: '输入第一个动态码', body: enrolmentInput };
  app.post(path, { schema, config }, async (request, reply) => {
    await confirm(deps, await requireSession(request, deps), request.body, request.ip);
    return reply.code(201).send({ enrolled: true });
  });
  const resetting = { tags, summary: '解除手机令牌', params: idParams };
  app.post('/api/users/:id/second-factor-resets', { schema: resetting }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'logIns');
    const { id } = request.params;
    const two = await twoWanted(deps);
    const asked = await command(deps.db, noScope, async (tx) => {
      const user = await lockUser(tx, id);
      const posts = await listPostsOf(tx, [id]);
      for (const post of posts) refuseOtherCounty(actor, post.county_code);
      if (id === actor.userId) refuse('forbidden', 'yourself', '这件事不能对自己做，由另一位管理员来办。');
      const standing = posts.map((post) => ({ role: post.role, countyCode: post.county_code }));
      return resetOrAsk(tx, { user, standing, two }, 'secondFactor', '', {
        actor,
        now: deps.now(),
        address: request.ip,
      });
    });
    if (asked) return reply.code(202).send({ id, asked });
    return reply.code(201).send({ id });
  });
}
