import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../../disputes/engine.ts';
import { newId } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { type AddForm, addPage } from './addPage.ts';
import { type Around, around, LARGE_COOKIE } from './around.ts';
import { type ContestForm, contestPage } from './contestPage.ts';
import { type ObjectForm, objectPage } from './objectPage.ts';
import { type PinForm, pinPage } from './pinPage.ts';
import { type RateForm, ratePage } from './ratePage.ts';
import type { Visit } from './visit.ts';

export type CodeParams = { Params: { code: string } };

// A request refused before its cookies were read has none, whatever the type says.
export const isLarge = ({ cookies }: { cookies?: FastifyRequest['cookies'] }): boolean =>
  cookies?.[LARGE_COOKIE] === '1';

export const sendPage = (reply: FastifyReply, text: string, status = 200) =>
  reply.code(status).type('text/html; charset=utf-8').send(text);

/** Asks for the PIN; what was typed before comes back with it. */
export function askPin(request: FastifyRequest, engine: Engine, code: string, form: Partial<PinForm> = {}): string {
  const asked = { code, problem: undefined, genuine: null, why: null, kept: null, open: false, ...form };
  return pinPage(around(engine.reference().network, code, isLarge(request), `/c/${code}`), asked);
}

export function frameOf(request: FastifyRequest, engine: Engine, { view }: Visit, page: string): Around {
  const frame = around(engine.reference().network, view.code, isLarge(request), `/c/${view.code}/${page}`);
  return { ...frame, print: `/c/${view.code}/sheet.pdf`, centerName: view.centerName, phone: view.phone };
}

/** Each form is shown empty, or as it was sent with what must be changed. */
export function askWords(request: FastifyRequest, engine: Engine, visit: Visit, form: Partial<AddForm> = {}): string {
  if (!visit.view.canAdd) refuse('conflict', 'addingOver', '这件事现在不能在这里留言和补材料了。有话请到窗口说。');
  const commandIds = { message: newId(engine.now()), files: newId(engine.now()) };
  const filled = { view: visit.view, token: visit.token, commandIds, text: '', problem: undefined, saved: [], ...form };
  return addPage(frameOf(request, engine, visit, 'add'), filled);
}

export function askRating(request: FastifyRequest, engine: Engine, visit: Visit, form: Partial<RateForm> = {}): string {
  const { view, token } = visit;
  if (!view.canRate) refuse('conflict', 'ratingOver', view.rated === null ? '现在不能评价。' : '已经评过了，谢谢。');
  const filled = { view, token, commandId: newId(engine.now()), score: '', words: '', problem: undefined, ...form };
  return ratePage(frameOf(request, engine, visit, 'rate'), filled);
}

export function askContest(
  request: FastifyRequest,
  engine: Engine,
  visit: Visit,
  form: Partial<ContestForm> = {},
): string {
  const { view, token, answerBy } = visit;
  if (!view.canContest)
    refuse('conflict', 'contestingOver', '现在不用说「没有解决」：这件事还在办，或者已经收到您的话。');
  const filled = { view, token, answerBy, commandId: newId(engine.now()), reason: '', problem: undefined, ...form };
  return contestPage(frameOf(request, engine, visit, 'contest'), filled);
}

export function askObjection(
  request: FastifyRequest,
  engine: Engine,
  visit: Visit,
  form: Partial<ObjectForm> = {},
): string {
  const { view, token } = visit;
  if (!view.canObject) refuse('conflict', 'nobodyMediates', '现在没有调解员可以换。有话可以留言，或者到窗口说。');
  const empty = { mediatorId: '', reason: '', problem: undefined };
  const filled = { view, token, commandId: newId(engine.now()), ...empty, ...form };
  return objectPage(frameOf(request, engine, visit, 'object'), filled);
}
