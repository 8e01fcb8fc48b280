import { recordAsSystem } from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Tx } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { recordPageNotices } from './attendance.sql.ts';
import { type AttendanceEngine, type Place, placeOf, rulesOf } from './attendanceEngine.ts';
import { centerPosts, ROSTER_PAGE } from './keepRoster.sql.ts';
import { findMonth, listOpenSwaps, listSlots, lockSwap, recordSlot, recordSwap, recordSwapEnd } from './roster.sql.ts';
import { askSwap, type SwapInput, swapSentence } from './swap.ts';

export async function askForSwap(engine: AttendanceEngine, actor: Actor, input: SwapInput) {
  const place = placeOf(engine, actor, input.centerId);
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const month = await findMonth(tx, place, input.day.slice(0, 7));
    const slots = await listSlots(tx, place, { from: input.day, to: input.day });
    const others = input.otherDay ? await listSlots(tx, place, { from: input.otherDay, to: input.otherDay }) : [];
    const open = await listOpenSwaps(tx, place);
    const mine = { day: input.day, shift: input.shift, part: input.part };
    askSwap(actor, input, {
      today: dayOf(now),
      published: month?.state === 'published',
      slot: slots.find((slot) => slot.shift === input.shift && slot.part === input.part),
      otherSlot: others.find((slot) => slot.shift === input.otherShift && slot.part === input.part),
      ofCenter: centerPosts(engine, place.centerId),
      open: open.some((each) => each.day === mine.day && each.shift === mine.shift && each.part === mine.part),
    });
    const id = recordSwap(tx, place, input, actor.postId, now);
    const sentence = sentenceOf(engine, place.countyCode, { ...input, postId: actor.postId });
    recordAsSystem(tx);
    recordPageNotices(
      tx,
      place.countyCode,
      [{ owner: `p:${input.otherPostId}`, text: `想请您换班：${sentence}。`, page: ROSTER_PAGE }],
      now,
    );
    return {
      id,
      sentence: `问了${engine.reference().directory.post(input.otherPostId)?.name ?? ''}：${sentence}。他同意才换。`,
    };
  });
}

type Swapped = Pick<SwapInput, 'day' | 'shift' | 'part' | 'otherPostId'> & {
  otherDay?: string | null | undefined;
  otherShift?: string | null | undefined;
  postId: string;
};

export function sentenceOf(engine: AttendanceEngine, countyCode: string, swap: Swapped): string {
  const { directory } = engine.reference();
  const { shifts } = rulesOf(engine, countyCode);
  const nameOf = (code: string | null | undefined) => shifts.find((shift) => shift.code === code)?.name ?? '';
  const said = {
    ...swap,
    otherDay: swap.otherDay ?? null,
    shiftName: nameOf(swap.shift),
    otherShiftName: nameOf(swap.otherShift),
  };
  return swapSentence(
    said,
    directory.post(swap.postId)?.name ?? '同事',
    directory.post(swap.otherPostId)?.name ?? '同事',
  );
}

type SwapState = 'agreed' | 'refused' | 'withdrawn';
type OpenSwap = NonNullable<Awaited<ReturnType<typeof lockSwap>>>;

function refuseEnding(actor: Actor, row: OpenSwap, state: SwapState): void {
  const whose = state === 'withdrawn' ? row.post_id : row.other_post_id;
  if (whose === actor.postId) return;
  refuse('forbidden', 'notYourSwap', state === 'withdrawn' ? '只能收回自己提的换班。' : '由被问的人回话。');
}

/** Each takes the other's shift; a roster that moved meanwhile is not overwritten. */
async function exchange(tx: Tx, place: Place, row: OpenSwap): Promise<void> {
  const slots = await listSlots(tx, place, { from: row.day, to: row.day });
  const slot = slots.find(({ shift, part }) => shift === row.shift && part === row.part);
  if (slot?.postId !== row.post_id) refuse('conflict', 'rosterMoved', '值班表后来改过，这次换班不成了。');
  recordSlot(tx, place, { ...slot, postId: row.other_post_id });
  const { other_day: day, other_shift: shift, part, post_id: postId } = row;
  if (day && shift) recordSlot(tx, place, { day, shift, part, postId, phone: slot.phone });
}

const results: Readonly<Record<SwapState, string>> = {
  agreed: '换班定了',
  refused: '不同意换班',
  withdrawn: '换班收回了',
};

/** The other agrees or does not; whoever asked may take it back. The leader hears what was exchanged. */
export async function endSwap(engine: AttendanceEngine, actor: Actor, id: string, state: SwapState) {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const row = await lockSwap(tx, actor.counties, id);
    if (!row) refuse('notFound', 'noSuchSwap', '没有这次换班，或者已经有结果了。');
    refuseEnding(actor, row, state);
    if (state === 'agreed') await exchange(tx, { countyCode: row.county_code, centerId: row.center_id }, row);
    recordSwapEnd(tx, row, state, now);
    const sentence = sentenceOf(engine, row.county_code, {
      ...{ day: row.day, shift: row.shift, part: row.part, postId: row.post_id, otherPostId: row.other_post_id },
      ...{ otherDay: row.other_day, otherShift: row.other_shift },
    });
    const text = `${results[state]}：${sentence}。`;
    const owners = [`p:${state === 'withdrawn' ? row.other_post_id : row.post_id}`];
    if (state === 'agreed') owners.push(`c:${row.center_id}#centerLeader`);
    recordAsSystem(tx);
    recordPageNotices(
      tx,
      row.county_code,
      owners.map((owner) => ({ owner, text, page: ROSTER_PAGE })),
      now,
    );
    return { id, sentence: text };
  });
}
