import type { FastifyReply, FastifyRequest } from 'fastify';
import { takeOne } from '../../attempts/takeOne.sql.ts';
import type { Engine } from '../../disputes/engine.ts';
import type { StepName } from '../../disputes/procedure.ts';
import { checkInput } from '../../platform/checkInput.ts';
import type { Http } from '../../platform/http.ts';
import { isId } from '../../platform/ids.ts';
import { httpStatusOf, Refusal } from '../../platform/refusal.ts';
import { takeStep } from '../../procedures/takeStep.sql.ts';
import { askPin, askWords, type CodeParams, sendPage } from './ask.routes.ts';
import { MOST_WORDS, tooManyWords } from './enough.ts';
import { type Fields, readForm } from './form.ts';
import { keepFile } from './handIn.sql.ts';
import type { Kept } from './pinPage.ts';
import { filesRefused, nothingGiven, problemOf } from './problems.ts';
import { requireVisit } from './requireVisit.routes.ts';
import { type Said, said } from './said.routes.ts';
import { isFormToken } from './session.ts';
import type { Visit } from './visit.ts';

type Sent = FastifyRequest<CodeParams>;

/** The sentence of a field as a resident would be told it, and how much fits. */
const fieldWords: Readonly<Record<string, { sentence: string; most?: number }>> = {
  text: { sentence: '写一句话，最多 1000 字。', most: 1000 },
  score: { sentence: '选一个：从「很满意」到「很不满意」。' },
  words: { sentence: '最多写 500 字。', most: 500 },
  reason: { sentence: '写一写为什么，2 到 500 字。', most: 500 },
  mediatorId: { sentence: '选一位。' },
};

function toldOf(field: string, input: Readonly<Record<string, unknown>>): string {
  const { sentence = '这一项不对。', most = Number.POSITIVE_INFINITY } = fieldWords[field] ?? {};
  const over = [...String(input[field] ?? '')].length - most;
  return over > 0 ? `多了 ${over} 个字，最多 ${most} 字。您写的都还在，删短一点再发。` : sentence;
}

async function visitOrNone(request: Sent, reply: FastifyReply, engine: Engine): Promise<Visit | undefined> {
  try {
    return await requireVisit(request, reply, engine, request.params.code);
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'unauthenticated') return undefined;
    throw error;
  }
}

/** The half hour was over while somebody wrote: the words wait behind the PIN. */
function pinAgain(request: Sent, reply: FastifyReply, engine: Engine, form: Kept['form'], text = '') {
  const why = '半小时没有动，要再输一次密码。';
  return sendPage(
    reply,
    askPin(request, engine, request.params.code, { why, kept: text ? { text, form } : null }),
    401,
  );
}

function refuseForeignForm(engine: Engine, { session }: Visit, { token }: Fields): void {
  if (!isFormToken(engine.secrets.cookieSecret, session, token))
    throw new Refusal('forbidden', 'oldForm', '这一页是以前打开的，没有发出去。写的话还在，请再按一次。');
}

/** The same command path as officials take; the schema is the step's own. */
async function take(
  engine: Engine,
  visit: Visit,
  step: StepName,
  input: Record<string, unknown>,
  commandId = '',
): Promise<void> {
  const body = { ...input, ...(isId(commandId) && { commandId }) };
  const fields = Object.keys(checkInput(engine.kinds.dispute.steps[step].input, body));
  if (fields.length > 0) {
    const told = Object.fromEntries(fields.map((field) => [field, toldOf(field, input)]));
    throw new Refusal('invalid', 'invalidInput', `有 ${fields.length} 处要改。`, told);
  }
  const { matterId, partyId } = visit.session;
  await takeOne(engine, `words/${matterId}/${partyId}`, MOST_WORDS, () => tooManyWords(visit.view));
  await takeStep(engine, engine.kinds.dispute, visit.actor, visit.view.code, step, body);
}

/** Does the work; a refusal shows the form again with everything that was typed. */
async function orShow(reply: FastifyReply, work: () => Promise<string>, show: (refusal: Refusal) => string) {
  try {
    return reply.redirect(await work(), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'unavailable') throw error;
    return sendPage(reply, show(error), httpStatusOf[error.kind]);
  }
}

/** Words and papers come in one form. `send`: the words too; else they stay in the form while the papers are saved. */
async function handIn(request: Sent, reply: FastifyReply, engine: Engine, send: boolean) {
  const visit = await visitOrNone(request, reply, engine);
  const saved: { id: string; name: string }[] = [];
  const refused: string[] = [];
  const { fields, tooMany } = await readForm(request, async (file, sent) => {
    if (!visit?.view.canAdd || !isFormToken(engine.secrets.cookieSecret, visit.session, sent.token)) return;
    const outcome = await keepFile(engine, visit.actor, file);
    if (outcome instanceof Refusal) refused.push(`「${file.name}」没有收：${outcome.message}`);
    else saved.push(outcome);
  });
  if (!visit) return pinAgain(request, reply, engine, 'add', fields.text);
  if (tooMany) refused.push('一次最多 10 个文件，后面的没有收，再传一次。');
  const text = fields.text ?? '';
  const names = saved.map(({ name }) => name);
  const again = (refusal?: Refusal) =>
    askWords(request, engine, visit, { text, saved: names, problem: refusal && problemOf(refusal) });
  const work = async (): Promise<string> => {
    refuseForeignForm(engine, visit, fields);
    if (saved.length > 0) await take(engine, visit, 'addFile', { uploads: saved.map(({ id }) => id) }, fields.filesId);
    if (refused.length > 0) throw filesRefused(refused);
    if (saved.length === 0 && text.trim() === '') throw nothingGiven(send);
    if (send && text.trim() !== '') await take(engine, visit, 'message', { text }, fields.commandId);
    const done = saved.length === 0 ? 'message' : send && text.trim() !== '' ? 'both' : 'files';
    return `/c/${visit.view.code}/progress?done=${done}`;
  };
  const waits = !send && text.trim() !== '' && saved.length > 0 && refused.length === 0;
  if (!waits) return orShow(reply, work, again);
  await work();
  return sendPage(reply, again());
}

async function say(request: Sent, reply: FastifyReply, engine: Engine, { step, form, words, done, input, ask }: Said) {
  const visit = await visitOrNone(request, reply, engine);
  const { fields } = await readForm(request, async () => {});
  if (!visit) return pinAgain(request, reply, engine, form, words && fields[words]);
  const work = async (): Promise<string> => {
    refuseForeignForm(engine, visit, fields);
    await take(engine, visit, step, input(fields, visit), fields.commandId);
    return `/c/${visit.view.code}/progress?done=${done}`;
  };
  return orShow(reply, work, (refusal) => ask(request, engine, visit, fields, problemOf(refusal)));
}

/** Everything a resident says. */
export function wordsRoutes(app: Http, engine: Engine): void {
  const schema = { hide: true };
  app.post<CodeParams>('/:code/messages', { schema }, (request, reply) => handIn(request, reply, engine, true));
  app.post<CodeParams>('/:code/files', { schema }, (request, reply) => handIn(request, reply, engine, false));
  for (const each of said)
    app.post<CodeParams>(`/:code/${each.noun}`, { schema }, (request, reply) => say(request, reply, engine, each));
}
