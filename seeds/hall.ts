import type { Engine } from '../src/disputes/engine.ts';
import { command } from '../src/platform/db.ts';
import { dayOf, startOfDay } from '../src/platform/now.ts';
import { bookAppointment } from '../src/reception/book.sql.ts';
import { freeSlots } from '../src/reception/freeSlots.ts';
import { recordSeat } from '../src/reception/seats.sql.ts';
import type { Service } from '../src/reception/services.ts';
import { finishTicket, issueTicket, type Place, recordTicket } from '../src/reception/tickets.sql.ts';
import { recordVisit } from '../src/reception/visits.sql.ts';
import { steadyId } from './chance.ts';
import type { Stage } from './stage.ts';

const yingze = '140106-center';
const place: Place = { countyCode: '140106', centerId: yingze };
const MINUTE = 60_000;

/** Minutes ago: number, who goes first, and what came of it at counter 4. */
const line: readonly [ago: number, prefix: string, priority: string | null, over?: Service[], memo?: string][] = [
  [70, 'A', null, ['consultation'], '问居住证到期怎么续'],
  [64, 'B', null, ['legalAdvice', 'legalAid'], '工伤赔偿能不能申请法律援助'],
  [58, 'A', 'elderly', ['consultation', 'guidance'], '退休认证，带到人社窗口'],
  [49, 'C', null, ['litigation'], '立案要带哪些材料'],
  [41, 'A', null, ['consultation'], '物业不开发票，先去找物业'],
  [12, 'A', null],
  [9, 'B', null],
  [7, 'A', 'withInfant'],
  [4, 'D', null],
  [2, 'A', null],
];

async function playLine({ engine, post, salt }: Stage): Promise<void> {
  const colleague = post('receptionist', yingze, 1);
  const now = engine.now();
  const today = dayOf(now);
  // Just after midnight the whole line fits into what there has been of the day.
  const minute = Math.min(MINUTE, (now.getTime() - startOfDay(today).getTime()) / 90);
  const at = (ago: number) => new Date(now.getTime() - ago * minute);
  await command(engine.db, colleague, async (tx) =>
    recordSeat(tx, place, today, { postId: colleague.postId, counter: 4 }, at(75)),
  );
  for (const [index, [ago, prefix, priority, services, memo = '']] of line.entries()) {
    const id = steadyId(salt, today, 'ticket', index);
    await command(engine.db, colleague, async (tx) => {
      const wanted = { id, prefix, priority, origin: 'kiosk' as const, day: today, dueAt: null };
      const ticket = await issueTicket(tx, place, wanted, at(ago));
      if (services === undefined || ticket.state !== 'waiting') return;
      const [called, done] = [at(ago - 4), at(ago - 11)];
      const mine = { counter_number: 4, post_id: colleague.postId, called_at: called, calls: 1, serving_at: called };
      recordTicket(tx, place, id, { state: 'serving', ...mine });
      const commandId = steadyId(salt, today, 'visit', index);
      const visit = { services, headCount: 1, memo, ticketId: id, commandId, matterId: null, counter: 4 };
      recordVisit(tx, colleague, visit, done);
      finishTicket(tx, place, id, done);
    });
  }
}

/** Two people have a half hour: the next ones that are free. */
async function bookTwo(engine: Engine, { post, salt }: Stage): Promise<void> {
  const { calendarFor, rulesFor } = engine.reference();
  const now = engine.now();
  const { hall } = rulesFor(place.countyCode).rules;
  const days = freeSlots(hall, calendarFor(place.countyCode, yingze), now, new Map());
  const free = days.flatMap(({ day, slots }) => slots.map(({ slot }) => ({ day, slot })));
  const people = [
    { name: '任秀珍', phone: '13800002299', service: 'mediation', by: post('receptionist', yingze) },
    { name: '马国强', phone: '13800007716', service: 'legalAid', by: null },
  ];
  for (const [index, { by, ...person }] of people.entries()) {
    const at = free[index * 2];
    if (!at) continue;
    const id = steadyId(salt, dayOf(now), 'appointment', index);
    await bookAppointment(engine, place, { ...person, ...at }, by, id);
  }
}

/** Today's line in the hall of Yingze, and two appointments; the desk of the demo chooses its counter itself. */
export async function seedHall(stage: Stage): Promise<void> {
  await playLine(stage);
  await bookTwo(stage.engine, stage);
}
