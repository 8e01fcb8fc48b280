import { Type } from 'typebox';
import type { Clock } from '../deadlines/clock.ts';
import { runningClocks } from '../deadlines/leading.ts';
import type { StatutoryClock } from '../deadlines/statutory.ts';
import type { Telling } from '../matters/decision.ts';
import { Id } from '../matters/fields.ts';
import { dayOf, dueDay, formatDue, yearOf } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Waiting } from './waiting.ts';

/** Whose limit it is, where only one party can miss it. */
export const Whose = { partyId: Type.Optional(Type.Unsafe<string>({ ...Id, title: '是谁的期限' })) };
export type Whose = { partyId?: string };

const invalid = (code: string, sentence: string) => new Refusal('invalid', code, sentence, { partyId: sentence });

/** Used together: by all parties, or not at all. */
export const isEverybodys = ({ rule }: Pick<StatutoryClock, 'rule'>): boolean => rule.who === '双方当事人共同';

/**
 * A party's own limit names the party: told to everybody it would tell the other side how long to wait. A court's may name who
 * applied: that somebody asked for protection is for nobody else to read.
 */
export function refuseWrongParty({ rule }: StatutoryClock, { parties }: Waiting, { partyId }: Whose): void {
  if (partyId === undefined) {
    if (rule.binds === 'party' && !isEverybodys({ rule }) && parties.length > 0)
      throw invalid('partyNeeded', '选这是哪一方的期限，只告诉他。');
    return;
  }
  if (rule.binds === 'ours') throw invalid('nobodys', `「${rule.label}」是我们自己的时限，不用选人。`);
  if (isEverybodys({ rule })) throw invalid('everybodys', `「${rule.label}」要双方一起，不用选人。`);
  if (!parties.some(({ id }) => id === partyId)) throw invalid('unknownParty', '选这件事里的当事人。');
}

/** The party, and who speaks for that party. */
export const heardFor = ({ parties }: Pick<Waiting, 'parties'>, partyId: string): string[] =>
  parties.flatMap(({ id, representsPartyId }) => (id === partyId || representsPartyId === partyId ? [id] : []));

/** Words for whoever can miss this limit: one party and who speaks for it, or all. */
export const tellOwner = (matter: Pick<Waiting, 'parties'>, partyId: string | null, text: string): Telling =>
  partyId === null ? { owner: 'resident', text } : { owner: 'resident', text, partyIds: heardFor(matter, partyId) };

/** What to do, where, on what basis, and what else to know. */
export function howToUse({ rule, body, note }: StatutoryClock): string {
  const where = body.replace(/（.*）/, '');
  return `要办，在这之前去${where}办（${rule.basis}）。${note ? `${note}。` : ''}`;
}

/** A limit of three years is told with its year. */
export function dueIn(dueAt: Date, now: Date): string {
  const year = yearOf(dueDay(dueAt));
  return `${year === yearOf(dayOf(now)) ? '' : `${year}年`}${formatDue(dueAt)}`;
}

export const rightWords = (law: StatutoryClock, dueAt: Date | null, now: Date): string =>
  `${law.rule.label}的期限${dueAt ? `到${dueIn(dueAt, now)}` : '先停着'}。${howToUse(law)}`;

/** What a court or another body must do by then, for the party who applied. */
export const othersWords = ({ rule }: Pick<StatutoryClock, 'rule'>, due: string): string =>
  `「${rule.label}」：${rule.who ?? '有关机关'}要在${due}前办（${rule.basis}）。`;

/** The running clock of this kind and party. */
export const findLimit = (
  { clocks }: Pick<Waiting, 'clocks'>,
  { kind, partyId }: Whose & { kind: string },
): Clock | undefined =>
  runningClocks(clocks).find((clock) => clock.kind === kind && (partyId === undefined || clock.partyId === partyId));
