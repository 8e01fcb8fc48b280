import { sql } from 'kysely';
import type { Engine, Reaction } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { record } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { Refusal } from '../platform/refusal.ts';
import { previewStep } from '../procedures/previewStep.sql.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';

export type HandoverItem = { code: string; toPostId: string; note?: string };
export type HandoverOrder = { fromPostId: string; until?: string; items: readonly HandoverItem[] };
export type HandoverResult = { code: string; codeShort: string; done: boolean; sentence: string };
export type HandoverOutcome = { runId: string; done: number; refused: number; rows: HandoverResult[] };
export type HandoverForeseen = {
  code: string;
  codeShort: string;
  tells: { who: string; text: string }[];
  why: string | null;
};

type Step = (done: number, total: number) => Promise<void>;

const shortOf = (engine: Engine, code: string): string =>
  shortCode(code, engine.reference().network.region(code.slice(0, 6))?.short ?? '');

/** One matter after the other: what one refuses keeps no other from going. */
export async function eachMatter<Item extends { code: string }>(
  engine: Engine,
  runId: string,
  items: readonly Item[],
  work: (item: Item) => Promise<string>,
  step: Step = async () => {},
): Promise<HandoverOutcome> {
  const rows: HandoverResult[] = [];
  for (const item of items) {
    const { code } = item;
    const row = { code, codeShort: shortOf(engine, code) };
    try {
      rows.push({ ...row, done: true, sentence: await work(item) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      rows.push({ ...row, done: false, sentence: error.message });
    }
    await step(rows.length, items.length);
  }
  const done = rows.filter((row) => row.done).length;
  return { runId, done, refused: rows.length - done, rows };
}

const inputOf = ({ fromPostId, until }: HandoverOrder, { toPostId, note }: HandoverItem) => ({
  fromPostId,
  toPostId,
  ...(note?.trim() && { note }),
  ...(until && { until }),
});

/** Hands over each matter by the step of the procedure, one event each, under one run that can be taken back. */
export function runHandover(engine: Engine, actor: Actor, order: HandoverOrder, runId: string, step: Step) {
  const name = (postId: string) => engine.reference().directory.post(postId)?.name ?? '';
  return eachMatter(
    engine,
    runId,
    order.items,
    async (item) => {
      await takeStep(engine, engine.kinds.dispute, actor, item.code, 'reassign', { ...inputOf(order, item), runId });
      return `已移交给${name(item.toPostId)}。`;
    },
    step,
  );
}

/** What each would tell whom, by the very decision; refused ones say why. */
export async function foreseeHandover(engine: Engine, actor: Actor, order: HandoverOrder): Promise<HandoverForeseen[]> {
  const rows: HandoverForeseen[] = [];
  for (const item of order.items) {
    const row = { code: item.code, codeShort: shortOf(engine, item.code) };
    try {
      const { tells } = await previewStep(
        engine,
        engine.kinds.dispute,
        actor,
        item.code,
        'reassign',
        inputOf(order, item),
      );
      rows.push({ ...row, tells: tells.map(({ who, text }) => ({ who, text })), why: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      rows.push({ ...row, tells: [], why: error.message });
    }
  }
  return rows;
}

/** What the former hand had not read of this matter yet is the new hand's to read. */
export const handNotices: Reaction = async (tx, dispute, { data }, { now }) => {
  const [from, to] = [`p:${String(data?.fromPostId)}`, `p:${String(data?.toPostId)}`];
  const query = sql`update notice set owner = ${to} where county_code = ${dispute.countyCode} and matter_id = ${dispute.id}
    and owner = ${from} and read_at is null and at < ${now}`;
  record(tx, { compile: () => query.compile(tx) });
};
