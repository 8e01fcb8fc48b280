import { isOpen } from '../calendar/officeHours.ts';
import { chargedUnit } from '../deadlines/charge.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, type Tx } from '../platform/db.ts';
import { dayOf, yearOf } from '../platform/now.ts';
import { climb, endNotice } from './endNotice.ts';
import { earliestLate, nextRung } from './ladder.ts';
import { type LateKey, listLate, lockLate } from './lateMatters.sql.ts';
import { nextNoticeCode } from './noticeCode.sql.ts';
import { factsOfNotice } from './noticeFacts.ts';
import { docNumber, docWordOf } from './noticeNumber.ts';
import { lockNotice } from './noticeRows.sql.ts';
import { type NoticeMeans, recordNoticeStep } from './noticeSteps.sql.ts';
import { earsOf, type LateMatter, planNotice } from './supervise.ts';
import { type Issue, recordNotice, takeNumber } from './supervision.sql.ts';
import { calendarOf, replyRuleOf, type SupervisionEngine } from './supervisionEngine.ts';
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

async function replaceLast(tx: Tx, { countyCode }: House, late: LateMatter, level: number, means: NoticeMeans) {
  if (!late.last || level === 1) return;
  const before = await lockNotice(tx, countyCode, late.last.code);
  if (before) recordNoticeStep(tx, before, endNotice(before, 'replaceSupervision', `第${level}次督办接替。`), means);
}

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

async function sendNotice(tx: Tx, house: House, late: LateMatter, rung: LadderRung, code: string, means: NoticeMeans) {
  const { engine, now, rules } = house;
  const { network } = engine.reference();
  const center = network.unit(late.receivingCenterId);
  if (!center) throw new Error(`no center ${late.receivingCenterId}`);
  await replaceLast(tx, house, late, late.taken.notices + 1, means);
  const year = yearOf(dayOf(now));
  const word = docWordOf(center, (region) => network.region(region)?.short, rules.docWord);
  const number = docNumber(word, year, await takeNumber(tx, center.countyCode, center.id, year));
  recordNotice(tx, issueOf(house, late, rung, { code, number }), means);
}

async function takeRung(tx: Tx, house: House, late: LateMatter, rung: LadderRung, code: string): Promise<void> {
  const { engine, actor, countyCode, now } = house;
  const calendar = calendarOf(engine, countyCode);
  const means = { actor, now, calendar, replyRule: replyRuleOf(engine, countyCode) };
  if (rung.what === 'notice' || rung.what === 'secondNotice') return sendNotice(tx, house, late, rung, code, means);
  const notice = late.last && (await lockNotice(tx, countyCode, late.last.code));
  if (!notice) return;
  const unitIds = notice.units.map(({ unitId }) => unitId);
  const owners = earsOf(late, unitIds, rung.tell, engine.reference().network);
  recordNoticeStep(tx, notice, climb(notice, { ...rung, what: rung.what }, owners), means);
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
