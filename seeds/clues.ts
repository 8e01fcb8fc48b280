import type { ClueKind } from '../src/clues/clue.ts';
import { answerClue, reportClue, takeClue } from '../src/clues/clueCommands.sql.ts';
import { deskOf } from '../src/clues/reportClue.ts';
import type { Actor } from '../src/platform/actor.ts';
import { Refusal } from '../src/platform/refusal.ts';
import { steadyId } from './chance.ts';
import type { Stage } from './stage.ts';

const street = '140106004-center';
const MINUTE = 60_000;

type Seen = {
  ago: number;
  kind: ClueKind;
  urgent?: true;
  text: string;
  place: string;
  /** What the street made of it: looked at it, or said this. */
  taken?: true;
  answer?: string;
};

const seen: readonly Seen[] = [
  {
    ago: 300,
    kind: 'danger',
    text: '4号楼门口电动车飞线充电，拉了五根线，下雨天怕出事。',
    place: '4号楼1单元门口',
    answer: '物业今天上午已经拆了线，充电桩下周装。',
  },
  {
    ago: 95,
    kind: 'dispute',
    text: '两家为楼道里的鞋柜吵了一个礼拜，谁也不肯搬。',
    place: '7号楼3单元2层',
    taken: true,
  },
  {
    ago: 25,
    kind: 'dispute',
    urgent: true,
    text: '棋牌室夜里太吵，楼上楼下约好今晚八点要去理论，怕动手。',
    place: '临街底商，面馆旁边',
  },
];

/** Played twice, it is answered already. */
async function answerOnce(engine: Stage['engine'], desk: Actor, id: string, text: string): Promise<void> {
  await answerClue(engine, desk, id, text).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

/** What a grid worker reported today, and what the street has made of it so far. */
export async function seedClues({ engine, post, salt }: Stage): Promise<void> {
  const worker = post('gridWorker', street);
  const desk = post('dispatcher', street);
  const now = engine.now();
  for (const [index, { ago, kind, urgent = false, text, place, taken, answer }] of seen.entries()) {
    const at = (minutes: number) => ({ ...engine, now: () => new Date(now.getTime() - minutes * MINUTE) });
    const input = { kind, urgent, text, place, regionCode: worker.regionCode, uploads: [] };
    const id = await reportClue(at(ago), worker, deskOf(input, worker, engine.reference().network), {
      ...input,
      commandId: steadyId(salt, 'clue', index),
    });
    if (taken) await takeClue(at(ago - 10), desk, id);
    if (answer) await answerOnce(at(ago - 40), desk, id, answer);
  }
}
