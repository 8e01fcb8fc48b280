import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../../disputes/engine.ts';
import { parseCode } from '../../platform/disputeCode.ts';
import { type Http, overTls } from '../../platform/http.ts';
import { qrPath, readSheet, verifyCode } from '../../platform/qr.ts';
import { httpStatusOf, Refusal } from '../../platform/refusal.ts';
import { openByPin } from '../../residents/accessSlips.sql.ts';
import { around, centerPhones, countyNames, LARGE_COOKIE, safeBack } from './around.ts';
import { askContest, askObjection, askPin, askWords, type CodeParams, isLarge, sendPage } from './ask.routes.ts';
import { codePage } from './codePage.ts';
import { type Fields, readForm } from './form.ts';
import { leaveVisit } from './leaveVisit.sql.ts';
import { noticePage } from './noticePage.ts';
import type { Kept } from './pinPage.ts';
import { problemOf } from './problems.ts';
import { endSession, sessionOf, startSession } from './requireVisit.routes.ts';
import { stylesheet } from './stylesheet.ts';
import { readVisit } from './visit.sql.ts';

type Sheet = { Params: { sheet: string } };
type Query = { Querystring: Readonly<Record<string, string | undefined>> };

/** Six digits are few: besides the count on each matter, one address may not try its way through many codes. */
const pinRate = { rateLimit: { max: 60, timeWindow: 600_000 } };
const YEAR_SECONDS = 31_536_000;

function askCode(request: FastifyRequest, reply: FastifyReply, engine: Engine, typed: string, sentence?: string) {
  const { network } = engine.reference();
  const problem = sentence === undefined ? undefined : { message: sentence, fields: { code: sentence } };
  const text = codePage(around(network, null, isLarge(request), '/c'), {
    typed,
    problem,
    phones: centerPhones(network),
  });
  return sendPage(reply, text, problem ? 422 : 200);
}

/** 15 digits, or the page that says what is wrong with what was typed. */
function readCode(engine: Engine, typed: string) {
  return parseCode(typed.slice(0, 80), countyNames(engine.reference().network));
}

async function showCodeForm(request: FastifyRequest<Query>, reply: FastifyReply, engine: Engine) {
  const typed = request.query.code;
  if (typed === undefined) return askCode(request, reply, engine, '');
  const read = readCode(engine, typed);
  return read.ok ? reply.redirect(`/c/${read.code}`, 303) : askCode(request, reply, engine, typed, read.sentence);
}

/** The QR fills in the code and proves who printed it. It opens nothing. */
function showPinForm(request: FastifyRequest<CodeParams & Query>, reply: FastifyReply, engine: Engine) {
  const read = readCode(engine, request.params.code);
  if (!read.ok) return askCode(request, reply, engine, request.params.code, read.sentence);
  const { s, again } = request.query;
  if (read.code !== request.params.code) return reply.redirect(`/c/${read.code}`, 303);
  const genuine = s === undefined ? null : verifyCode(engine.secrets.qrSecret, read.code, s);
  const why = again === undefined ? null : '先输入密码。半小时没有动，也要再输一次。';
  return sendPage(
    reply,
    askPin(request, engine, read.code, { genuine, why, open: sessionOf(request, engine) !== undefined }),
  );
}

/** The QR of one sheet of a paper leads where the slip leads: to the matter's page, which asks for the PIN. */
function showSheet(request: FastifyRequest<Sheet & Query>, reply: FastifyReply, engine: Engine) {
  const { qrSecret } = engine.secrets;
  const sheet = readSheet(qrSecret, `/c/p/${request.params.sheet}?s=${request.query.s ?? ''}`);
  if (!sheet?.genuine) return askCode(request, reply, engine, '', '这个二维码看不懂。把纸上的编号打在下面。');
  return reply.redirect(qrPath(qrSecret, sheet.code), 303);
}

async function tryPin(request: FastifyRequest<CodeParams>, reply: FastifyReply, engine: Engine) {
  const { fields } = await readForm(request, async () => {});
  const read = readCode(engine, request.params.code);
  if (!read.ok) return askCode(request, reply, engine, request.params.code, read.sentence);
  const pin = (fields.pin ?? '').normalize('NFKC').replace(/[\s-]/g, '');
  const kept = keptOf(fields);
  try {
    if (!/^\d{6}$/.test(pin))
      throw new Refusal('invalid', 'pinShape', `查询密码是 6 个数字，现在有 ${pin.replace(/\D/g, '').length} 个。`);
    const attempt = { code: read.code, pin, now: engine.now(), address: request.ip };
    const session = startSession(reply, engine, await openByPin(engine, attempt));
    if (kept === null) return reply.redirect(`/c/${read.code}/progress`, 303);
    const visit = await readVisit(engine, session, read.code);
    if (kept.form === 'object') return sendPage(reply, askObjection(request, engine, visit, { reason: kept.text }));
    if (kept.form === 'contest') return sendPage(reply, askContest(request, engine, visit, { reason: kept.text }));
    return sendPage(reply, askWords(request, engine, visit, { text: kept.text }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'unavailable') throw error;
    return sendPage(
      reply,
      askPin(request, engine, read.code, { problem: problemOf(error), kept }),
      httpStatusOf[error.kind],
    );
  }
}

function keptOf({ kept, keptFor }: Fields): Kept | null {
  const form = keptFor === 'contest' || keptFor === 'object' ? keptFor : 'add';
  return kept ? { text: kept, form } : null;
}

function chooseSize(request: FastifyRequest<Query>, reply: FastifyReply, engine: Engine) {
  const { to, back } = request.query;
  const cookie = {
    path: '/c',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    httpOnly: true,
    secure: overTls(engine),
  } as const;
  if (to === 'large') reply.setCookie(LARGE_COOKIE, '1', cookie);
  else reply.clearCookie(LARGE_COOKIE, { path: '/c' });
  return reply.redirect(safeBack(back), 303);
}

function howToPrint(request: FastifyRequest<Query>, reply: FastifyReply, engine: Engine) {
  const read = readCode(engine, request.query.code ?? '');
  const frame = around(engine.reference().network, read.ok ? read.code : null, isLarge(request), '/c/paper');
  const sentences = [
    '输入编号和密码以后，再按上面的「打印」，就是一张能印、能存的纸，写着办到哪了、哪天前办完、找谁问。',
    '标准字是 A5 一张，长辈版是 A4 大字。',
    '家里不能打印，带身份证到窗口，请工作人员打。',
  ];
  const onward = { href: read.ok ? `/c/${read.code}` : '/c', label: read.ok ? '去输入密码' : '去输入编号' };
  return sendPage(reply, noticePage({ ...frame, title: '想要一张纸的' }, sentences, onward));
}

/** Everything before the PIN: code, PIN, size of print. */
export function doorRoutes(app: Http, engine: Engine): void {
  const schema = { hide: true };
  app.get<Query>('/', { schema }, (request, reply) => showCodeForm(request, reply, engine));
  app.get('/style.css', { schema }, (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(stylesheet),
  );
  app.get<Query>('/size', { schema }, async (request, reply) => chooseSize(request, reply, engine));
  app.get<Query>('/paper', { schema }, async (request, reply) => howToPrint(request, reply, engine));
  app.get<CodeParams & Query>('/:code', { schema }, async (request, reply) => showPinForm(request, reply, engine));
  app.get<Sheet & Query>('/p/:sheet', { schema, config: pinRate }, async (request, reply) =>
    showSheet(request, reply, engine),
  );
  app.post<CodeParams>('/:code', { schema, config: pinRate }, (request, reply) => tryPin(request, reply, engine));
  app.post<CodeParams>('/:code/departures', { schema }, async (request, reply) => {
    const session = sessionOf(request, engine);
    if (session) await leaveVisit(engine, session);
    endSession(reply);
    return reply.redirect('/c', 303);
  });
}
