import { book } from '../bookings/book.sql.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { lockDispute } from '../disputes/disputes.sql.ts';
import { findCommandResult, recordCommandResult, targetOf } from '../matters/commandResults.sql.ts';
import type { Telling } from '../matters/decision.ts';
import type { Actor } from '../platform/actor.ts';
import { command, rehearsing, type Tx } from '../platform/db.ts';
import { refuseIf } from '../platform/refusal.ts';
import { countyOfCode } from '../procedures/code.ts';
import { followsFrom } from '../procedures/decideStep.ts';
import { lockBeside } from '../procedures/lock.sql.ts';
import type { Opened } from '../procedures/opened.ts';
import { outlookOfOpening } from '../procedures/outlook.ts';
import { openMatter } from '../procedures/state.sql.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import type { Outlook } from '../procedures/views.ts';
import { type CallInput, hindersCalling, planSitting } from './callSitting.ts';
import { type Called, draftSitting, rowsOf } from './draftSitting.ts';
import { askingWords } from './inviteMore.ts';
import { tellAsked } from './invites.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';
import { bookedPosts, whereOf } from './sittingReactions.sql.ts';
import { nextSittingCode } from './sittings.sql.ts';
import { invitationWords } from './sittingWords.ts';
import { tellDispute } from './tellDisputes.sql.ts';

export type SittingCalled = { code: string; sentence: string; warnings: string[] };
type Opening = { opened: Opened<Sitting>; warnings: readonly string[]; told: Telling[]; context: SittingContext };

/** Each dispute's timeline says that a sitting was called; those of its parties who were asked hear when and where. */
function tellParties(tx: Tx, { disputes, plan, input, code }: Called, words: string, context: SittingContext) {
  const data = { sittingCode: code, form: input.form, from: plan.span.from.toISOString() };
  return disputes.flatMap((dispute) => {
    const partyIds = plan.parties.flatMap(({ disputeId, partyId }) => (disputeId === dispute.id ? [partyId] : []));
    const tell: Telling[] = partyIds.length === 0 ? [] : [{ owner: 'resident', text: words, partyIds }];
    tellDispute(tx, dispute, { type: 'callSitting', data }, tell, context);
    return tell;
  });
}

async function record(engine: SittingEngine, tx: Tx, called: Called, context: SittingContext): Promise<Opening> {
  const { session: bound } = engine.kinds;
  const { disputes, input, plan } = called;
  const inserts = rowsOf(called, context);
  const thing = draftSitting(called, inserts, context);
  const { id, countyCode, receivingCenterId: centerId } = thing;
  const wanted = { groupId: id, countyCode, centerId, span: plan.span, roomIds: thing.roomIds };
  const matter = { countyCode, id };
  // First: a clash is named as far as whoever asks may know, before the house writes.
  const { warnings } = await book(tx, engine, context.actor, { ...wanted, postIds: bookedPosts(thing), matter });
  const data = { form: input.form, from: plan.span.from.toISOString(), disputeIds: disputes.map((each) => each.id) };
  const decision = { type: 'callSitting', data, inserts, tell: tellAsked(input, askingWords(thing)) };
  const opened = { thing, decision, changes: [], about: disputes[0], ...followsFrom(bound, thing, context) };
  openMatter(tx, bound, opened, context);
  const told = tellParties(tx, called, invitationWords(thing, whereOf(engine, thing)), context);
  return { opened, warnings, told, context };
}

/** Locks what it is about, and decides. */
async function open(
  engine: SittingEngine,
  tx: Tx,
  actor: Actor,
  first: Dispute,
  input: CallInput,
  code: string,
): Promise<Opening> {
  const { dispute: bound, session } = engine.kinds;
  refuseIf(hindersCalling(bound.life.standing(first) as never, actor));
  const others: Dispute[] = [];
  for (const other of input.otherCodes.filter((each) => each !== first.code).toSorted())
    others.push(await lockBeside<Dispute>(bound, tx, other));
  const settingsVersion = engine.reference().pinFor(first.countyCode, session.kind);
  const context = contextFor(engine, actor, { ...first, settingsVersion }) as SittingContext;
  const disputes = [first, ...others] as const;
  const plan = planSitting(disputes, input, context);
  return record(engine, tx, { code, disputes, input, plan, settingsVersion }, context);
}

/** 约调解会: a matter of its own, with its room and people booked, or nothing. Sent twice with one commandId, it is one sitting. */
export async function callSitting(
  engine: SittingEngine,
  actor: Actor,
  code: string,
  { commandId, ...input }: CallInput & { commandId?: string },
): Promise<SittingCalled> {
  const countyCode = countyOfCode(code);
  const key = { countyCode, commandId, actor, target: targetOf(code, 'callSitting') };
  const sittingCode = await nextSittingCode(engine.db, countyCode, engine.now());
  return command(engine.db, actor, async (tx) => {
    const first = await lockDispute(tx, code);
    const before = await findCommandResult<SittingCalled>(tx, key);
    if (before) return before;
    const { warnings } = await open(engine, tx, actor, first, input, sittingCode);
    const sentence = '调解会约好了，房间和时间都占上了，邀请已经发出。';
    const called = { code: sittingCode, sentence, warnings: [...warnings] };
    recordCommandResult(tx, key, first.id, engine.now(), called);
    return called;
  });
}

/** The same before pressing, in a transaction of which nothing is kept: a room that is taken is said there too. */
export function previewCalling(engine: SittingEngine, actor: Actor, code: string, input: CallInput): Promise<Outlook> {
  return rehearsing(engine.db, actor, async (tx) => {
    const first = await lockDispute(tx, code);
    const { opened, told, context } = await open(engine, tx, actor, first, input, '');
    const tell = [...(opened.decision.tell ?? []), ...told];
    const undo = '约好以后可以改时间，也可以取消，每次都通知要来的人。';
    return outlookOfOpening(engine.kinds.session, { ...opened, decision: { ...opened.decision, tell } }, undo, context);
  });
}
