import type { Network } from '../network/lookup.ts';
import { centerAt, townshipOf } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ClueState, ReportClueInput } from './clue.ts';

/** Which center looks at what is reported there: the township's, since it is nearest. */
export function deskOf(input: Pick<ReportClueInput, 'regionCode'>, actor: Actor, network: Network): string {
  const region = network.region(input.regionCode);
  const own = townshipOf(actor.regionCode);
  const there = townshipOf(input.regionCode);
  if (!region || region.countyCode !== actor.countyCode || there === null || (own !== null && own !== there))
    throw new Refusal('invalid', 'otherPlace', '选本街道（乡镇）的社区或网格；别处的事打那边中心的电话。', {
      regionCode: '选本街道（乡镇）的社区或网格。',
    });
  return `c:${centerAt(input.regionCode)}`;
}

type Standing = { state: ClueState; reporter: string };

/** Who looks at it says so; looking twice is no harm. */
export function take({ state }: Standing): 'taken' | null {
  if (state === 'reported') return 'taken';
  if (state === 'taken') return null;
  throw new Refusal('conflict', 'clueEnded', '这一条已经处理完了，刷新看结果。');
}

export function answer({ state }: Standing): 'answered' {
  if (state !== 'reported' && state !== 'taken')
    throw new Refusal('conflict', 'clueEnded', '这一条已经处理完了，刷新看结果。');
  return 'answered';
}

/** A slip of the thumb can be taken back until somebody at the center looked at it. */
export function withdraw({ state, reporter }: Standing, actor: Pick<Actor, 'postId'>): 'withdrawn' {
  if (reporter !== `p:${actor.postId}`)
    throw new Refusal('forbidden', 'notYourClue', '谁报的谁撤回；中心这边用「答复」。');
  if (state !== 'reported')
    throw new Refusal('conflict', 'clueTaken', '中心已经在看了，撤不回来。报错了就给中心打个电话。');
  return 'withdrawn';
}
