import { repeatCalls } from '../attendance/repeatCalls.sql.ts';
import type { Ended } from '../backups/outcome.ts';
import { markWithdrawnRooms } from '../bookings/withdrawnRooms.sql.ts';
import { makeBriefings, raiseMissing } from '../briefing/editions.sql.ts';
import { expandTells } from '../delivery/expand.sql.ts';
import { followSilentSms, sendDueSms } from '../delivery/sendSms.sql.ts';
import { removeOutdated } from '../ledger/removeOutputs.sql.ts';
import { findPairs, keepMissingKeys } from '../linking/findPairs.sql.ts';
import { remindTerms } from '../mediation/remindTerms.sql.ts';
import { type Actor, systemActor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import { failSilentJobs } from '../platform/jobs.sql.ts';
import { dayOf } from '../platform/now.ts';
import { remindPayers } from '../promises/remindPayers.sql.ts';
import { applyReorganization } from '../reassigning/applyReorganization.sql.ts';
import { endHandovers } from '../reassigning/endHandovers.sql.ts';
import { listDue } from '../reassigning/reorganizations.sql.ts';
import { catchUpWithCalendar } from '../replays/publishCalendar.sql.ts';
import { draftForms } from '../reports/draftForms.sql.ts';
import { dropOldClocks } from '../rollups/boardClocks.sql.ts';
import { foldChanges } from '../rollups/foldChanges.sql.ts';
import { foldVisits } from '../rollups/visitDays.sql.ts';
import { countiesWaiting } from '../rollups/waiting.sql.ts';
import { remindSittings } from '../sittings/remindSittings.sql.ts';
import { remindOfLimits } from '../supervision/remindOfLimits.sql.ts';
import { superviseCounty } from '../supervision/superviseLate.sql.ts';
import { warnCounty } from '../supervision/warnings.sql.ts';
import { checkFigures } from '../upkeep/checkFigures.sql.ts';
import { sweepContents } from '../upkeep/sweepContents.sql.ts';
import { expireWaits } from '../waits/expireWaits.sql.ts';
import type { ServerEngine } from './engine.ts';
import { backUpByNight, rehearseByWeek, sendLogAway } from './keeping.ts';
import { withBook } from './theTable.ts';

type InCounty = (engine: ServerEngine, actor: Actor, countyCode: string) => Promise<number>;

/** As the house, one county after the other; answers how much was done. */
async function inEachCounty(engine: ServerEngine, work: InCounty): Promise<number> {
  let done = 0;
  for (const countyCode of engine.reference().counties)
    done += await work(engine, systemActor([countyCode]), countyCode);
  return done;
}

/** Late clocks climb the county's ladder: a notice, a copy, a second notice, the list for talks. */
export const superviseLate = (engine: ServerEngine): Promise<number> => inEachCounty(engine, superviseCounty);

/** Whoever owes something hears once that its clock is near, and once that it is over. */
export const warnOwners = (engine: ServerEngine): Promise<number> => inEachCounty(engine, warnCounty);

/** A party hears once that a limit of its own is near. */
export const remindParties = (engine: ServerEngine): Promise<number> => inEachCounty(engine, remindOfLimits);

/** A payer hears, the day after, that nothing was written down as paid. */
export const askPayers = (engine: ServerEngine): Promise<number> => inEachCounty(engine, remindPayers);
/** Whoever is expected at a sitting tomorrow hears it once more. */
export const remindOfSittings = (engine: ServerEngine): Promise<number> =>
  inEachCounty(engine, (_engine, actor, county) => remindSittings(withBook(engine), actor, county));
/** Terms of mediation bodies and mediators that end. */
const endingTerms = (engine: ServerEngine): Promise<number> => inEachCounty(engine, remindTerms);

/** A pause that reached its limit ends by itself. */
export const expirePauses = (engine: ServerEngine): Promise<number> => inEachCounty(engine, expireWaits);

/** Superiors' forms whose day has come are filled as drafts. */
export const draftReports = (engine: ServerEngine): Promise<number> => inEachCounty(engine, draftForms);

/** A job beats twice a second; a silent minute means that its server is gone. */
const failSilent = (engine: ServerEngine): Promise<void> =>
  failSilentJobs(engine.db, new Date(engine.now().getTime() - 60_000), engine.now());

/** What was registered while a new calendar was being published, perhaps by a server that still knew the old one. */
const catchUp = ({ db, now, reference }: ServerEngine): Promise<number> =>
  catchUpWithCalendar({ db, now, reference: { current: reference } }, systemActor(reference().counties));

/** What residents were told goes out: by SMS, as a call or a letter to somebody's list. */
export async function deliver(engine: ServerEngine): Promise<number> {
  const taken = await expandTells(engine);
  await sendDueSms(engine);
  await followSilentSms(engine);
  return taken;
}

/** Who handed over looks at it for some days more; then code, status and the own words are left. */
const endTheHandovers = (engine: ServerEngine): Promise<number> =>
  endHandovers(engine, systemActor(engine.reference().counties));

/** A unit that was called and is silent: its next person, then back to the desk. */
export async function callAgain({ cache, ...engine }: ServerEngine): Promise<number> {
  let called = 0;
  const attendance = { ...engine, reference: () => cache.current() };
  for (const countyCode of cache.current().counties)
    called += await repeatCalls(attendance, systemActor([countyCode]), countyCode);
  return called;
}

/** Rooms went out of use, by a form, a workbook or with their center: what was booked in them stands and is marked. */
export const markRooms = (engine: ServerEngine): Promise<number> =>
  inEachCounty(engine, (_engine, actor, county) => markWithdrawnRooms(withBook(engine), actor, county));

/** The leaders' mornings, at half past seven. */
export const briefLeaders = (engine: ServerEngine): Promise<number> => makeBriefings(withBook(engine));

/** A morning that did not come in its time. */
export const missBriefings = (engine: ServerEngine): Promise<number> => raiseMissing(withBook(engine));

/** Exports and prints are kept for the days that a county chose. */
export const removeOldOutputs = (engine: ServerEngine): Promise<number> => inEachCounty(engine, removeOutdated);

/** Closings and mergings whose day has come; one that a lost server left half-way goes on. */
async function reorganizeDue(engine: ServerEngine): Promise<number> {
  const due = await plainly(engine.db, (queries) => listDue(queries, dayOf(engine.now())));
  for (const { id } of due)
    await applyReorganization(engine, systemActor(engine.reference().counties), id, async () => {});
  return due.length;
}

/** `outward`: it leaves the house or its database, so a story that is only told does not do it. It answers how much it did, or how it ended. */
export type Recurring = {
  readonly name: string;
  readonly everySeconds: number;
  readonly outward?: true;
  /** It follows from what day it is and cannot be taken back, so it waits while a clock that was moved was not looked at. */
  readonly dated?: true;
  /** It tells people outside; a house that came back from a backup may have told them already. */
  readonly tells?: true;
  /** It belongs to the morning of a day: a story that is told later brings it about at its own hour. */
  readonly morning?: true;
  // biome-ignore lint/suspicious/noConfusingVoidType: a line may have nothing to count
  run(engine: ServerEngine): Promise<number | Ended | void>;
};

/** What changed goes into the sums that figures are read from; whoever asks before takes it in first. */
async function fold({ db, reference, now }: ServerEngine): Promise<number> {
  let folded = await foldVisits(db, reference().counties);
  for (const county of await countiesWaiting(db, reference().counties)) folded += await foldChanges(db, county, now());
  return folded;
}

/** What a board looks back on no longer. */
const dropClocks = (engine: ServerEngine): Promise<number> =>
  inEachCounty(engine, async ({ db, now }, _actor, county) => {
    await dropOldClocks(db, county, now());
    return 0;
  });

const recount = ({ db, reference, now }: ServerEngine): Promise<Ended> => checkFigures(db, reference().counties, now());

/** Everything that happens by itself, to be read aloud. */
export const recurring: readonly Recurring[] = [
  { name: '交接期满，移交的人不再看全部', everySeconds: 600, dated: true, run: endTheHandovers },
  { name: '机构撤并到了生效日，照着办', everySeconds: 300, dated: true, run: reorganizeDue },
  { name: '补材料到期，钟继续走', everySeconds: 60, dated: true, run: expirePauses },
  { name: '导出和打印的文件到期删去', everySeconds: 3600, dated: true, run: removeOldOutputs },
  { name: '没有回音的后台工作记为没做完', everySeconds: 60, run: failSilent },
  { name: '放假安排刚改过，补算那几分钟里登记的', everySeconds: 60, run: catchUp },
  { name: '告诉当事人的话送出去', everySeconds: 15, outward: true, tells: true, run: deliver },
  { name: '叫了没人应，叫下一位', everySeconds: 60, run: callAgain },
  { name: '停用的房间，订着的记下来，告诉订的人', everySeconds: 60, run: markRooms },
  { name: '将到期、已逾期，各提醒一次', everySeconds: 300, dated: true, run: warnOwners },
  { name: '当事人自己的期限快到了，提醒他', everySeconds: 300, dated: true, run: remindParties },
  { name: '协议过了日子没有履行，提醒应当履行的一方', everySeconds: 600, dated: true, tells: true, run: askPayers },
  { name: '明天的调解会，前一天提醒一次', everySeconds: 300, dated: true, tells: true, run: remindOfSittings },
  { name: '调解组织、调解员任期快到，提醒主任', everySeconds: 3600, dated: true, run: endingTerms },
  { name: '新登记的和以前的比一比，列出可能重复', everySeconds: 60, run: findPairs },
  { name: '导入的、旧的登记补上比对用的键', everySeconds: 3600, run: keepMissingKeys },
  { name: '上级的表到了日子，填好草稿', everySeconds: 600, dated: true, run: draftReports },
  { name: '主任晨报，每天 7:30', everySeconds: 60, dated: true, morning: true, run: briefLeaders },
  { name: '晨报 7:45 还没出来，说一声', everySeconds: 60, morning: true, run: missBriefings },
  { name: '逾期按级督办：发单、抄送、再发、列名单', everySeconds: 60, dated: true, run: superviseLate },
  { name: '刚变的算进统计', everySeconds: 15, run: fold },
  { name: '督办台不再往回看的钟移走', everySeconds: 86_400, run: dropClocks },
  { name: '统计和重数对一遍', everySeconds: 86_400, run: recount },
  { name: '没人提到的文件删去，少了的说出来', everySeconds: 86_400, dated: true, outward: true, run: sweepContents },
  { name: '备份：刚写的送走', everySeconds: 60, outward: true, run: sendLogAway },
  { name: '备份：每晚一份', everySeconds: 900, outward: true, run: backUpByNight },
  { name: '备份：每周恢复一份来核对', everySeconds: 1800, outward: true, run: rehearseByWeek },
];
