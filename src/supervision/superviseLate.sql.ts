import { isOpen } from '../calendar/officeHours.ts';
import { chargedUnit } from '../deadlines/charge.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, type Tx } from '../platform/db.ts';
import { lockMatter } from '../procedures/lock.sql.ts';
import { contextFor, takeLocked } from '../procedures/takeStep.sql.ts';
import { issuingContext, numberFor } from './issueNotice.sql.ts';
import { earliestLate, nextRung } from './ladder.ts';
import { type LateKey, listLate, lockLate } from './lateMatters.sql.ts';
import { nextNoticeCode } from './noticeCode.sql.ts';
import { factsOfNotice } from './noticeFacts.ts';
import { closeByHouse } from './openNotices.sql.ts';
import { type Issue, recordNotice } from './recordNotice.sql.ts';
import { earsOf, type LateMatter, planNotice } from './supervise.ts';
import { calendarOf, type SupervisionEngine } from './supervisionEngine.ts';
import type { LadderRung, SupervisionRules } from './supervisionRules.ts';

const PAGE = 500;
const BATCH = 20;

type House = { engine: SupervisionEngine; actor: Actor; countyCode: string; now: Date; rules: SupervisionRules };

const rungOf = ({ engine, countyCode, now, rules }: House, late: LateMatter): LadderRung | null => {
  const calendar = calendarOf(engine, countyCode);
  // What is urgent does not wait for the morning.
  if (rules.workingTimeOnly && !late.clock.rule.urgent && !isOpen(calendar, now)) return null;
  return nextRung(rules.ladder, { ...late, dueAt: late.clock.dueAt }, calendar, now);
};

/** The late clocks of a county that have reached a rung, found without a lock; whether it still holds is asked again. */
async function reached(house: House): Promise<string[]> {
  const { engine, actor, countyCode, now, rules } = house;
  const since = earliestLate(rules.ladder, now);
  if (since === null) return [];
  const found: string[] = [];
  for (let from: LateKey | null = null; ; ) {
    const page: LateMatter[] = await reading(engine.db, actor, (tx) => listLate(tx, countyCode, since, from, PAGE));
    found.push(...page.filter((late) => rungOf(house, late)).map((late) => late.clock.id));
    const last = page.at(-1);
    if (!last || page.length < PAGE) return found;
    from = { dueAt: last.clock.dueAt, clockId: last.clock.id };
  }
}

const asks = '请立即办理，并在期限内回复三件事：做了什么，为什么晚了，什么时候办完。';

/** What the house asks by itself: the clock's own lateness, in the same words each time. */
function issueOf(house: House, late: LateMatter, rung: LadderRung, given: { code: string; number: string }): Issue {
  const { engine, countyCode, now } = house;
  const unitIds = [chargedUnit(late, late.clock)];
  const level = late.taken.notices + 1;
  const facts = factsOfNotice(late, late.clock, calendarOf(engine, countyCode, late.receivingCenterId), now);
  const reason = facts.clock?.sentence ?? '';
  return {
    about: late,
    plan: planNotice(late, {
      level,
      unitIds,
      issuerCenterId: late.receivingCenterId,
      about: `${late.clock.rule.label}逾期`,
      ears: earsOf(late, unitIds, rung.tell, engine.reference().network),
      issuedBy: null,
    }),
    clock: { id: late.clock.id, kind: late.clock.kind },
    origin: 'ladder',
    ...given,
    reason: level > 1 ? `${reason}前一次督办没有按时回复，或者没有见效。` : reason,
    ask: asks,
    urgency: level > 1 ? 'urgent' : 'none',
    cosignerIds: [],
    facts,
  };
}

async function sendNotice(tx: Tx, house: House, late: LateMatter, rung: LadderRung, code: string): Promise<void> {
  const { engine, actor, now } = house;
  const level = late.taken.notices + 1;
  const how = { step: 'replaceSupervision', why: `第${level}次督办接替。` } as const;
  if (late.last && level > 1) await closeByHouse(engine, tx, late.last.code, how, now);
  const number = await numberFor(engine, tx, late.receivingCenterId, now);
  const context = { ...issuingContext(engine, actor, late), now };
  recordNotice(engine, tx, issueOf(house, late, rung, { code, number }), context);
}

async function takeRung(tx: Tx, house: House, late: LateMatter, rung: LadderRung, code: string): Promise<void> {
  const { engine, actor, now } = house;
  const { what, label, afterDays } = rung;
  if (what === 'notice' || what === 'secondNotice') return sendNotice(tx, house, late, rung, code);
  if (!late.last) return;
  const bound = engine.kinds.supervision;
  const before = await lockMatter(bound, tx, late.last.code);
  const unitIds = before.units.map(({ unitId }) => unitId);
  const owners = earsOf(late, unitIds, rung.tell, engine.reference().network);
  const context = { ...contextFor(engine, actor, before), now };
  const step = what === 'copy' ? 'copySupervision' : 'listForInterview';
  await takeLocked(engine, tx, bound, { step, before, input: { label, afterDays, owners }, context });
}

/** Two late clocks of one matter: the second waits for the next batch, so that its event follows the first. */
const oneOfEach = (late: readonly LateMatter[]): LateMatter[] => [
  ...new Map(late.toReversed().map((each) => [each.id, each])).values(),
];

async function batch(house: House, clockIds: readonly string[]): Promise<number> {
  const { engine, actor, countyCode, now } = house;
  const codes = await Promise.all(clockIds.map(() => nextNoticeCode(engine.db, countyCode, now)));
  return command(engine.db, actor, async (tx) => {
    let taken = 0;
    for (const late of oneOfEach(await lockLate(tx, countyCode, clockIds))) {
      const rung = rungOf(house, late);
      const code = codes.pop();
      if (!rung || code === undefined) continue;
      await takeRung(tx, house, late, rung, code);
      taken += 1;
    }
    return taken;
  });
}

/** Every clock that is late climbs the county's ladder, one rung after the other, each once. Answers how many rungs. */
export async function superviseCounty(engine: SupervisionEngine, actor: Actor, countyCode: string): Promise<number> {
  const now = engine.now();
  const { supervision: rules } = engine.reference().rulesFor(countyCode).rules;
  const house = { engine, actor, countyCode, now, rules };
  let total = 0;
  for (;;) {
    const clockIds = await reached(house);
    let taken = 0;
    for (let start = 0; start < clockIds.length; start += BATCH)
      taken += await batch(house, clockIds.slice(start, start + BATCH));
    total += taken;
    if (taken === 0) return total;
  }
}
