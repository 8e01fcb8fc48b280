import { defaultAttendance } from '../attendance/attendanceRules.ts';
import { defaultOfficeHours } from '../calendar/office.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { defaultClockRules } from '../deadlines/rules.13710.ts';
import { defaultDelivery } from '../delivery/deliveryRules.ts';
import { defaultDeclineGrounds } from '../intake/grounds.ts';
import { defaultPaper } from '../intake/paperRules.ts';
import { defaultLaw } from '../law/countyRoutes.ts';
import { defaultDoors } from '../law/doorRules.ts';
import { defaultHall } from '../reception/hallRules.ts';
import { defaultSearch } from '../search/searchRules.ts';
import { defaultBoard } from '../supervision/boardRules.ts';
import { defaultSupervision } from '../supervision/supervisionRules.ts';
import { defaultDossier } from './dossierRules.ts';
import { defaultLedger } from './ledgerRules.ts';
import { defaultReports } from './reportRules.ts';
import type { CountyRules } from './rules.ts';
import { defaultSameMatterRules } from './sameMatterRules.ts';

/** How long the public may rate after closing. */
const RATING_DAYS = 15;

const { handle, handleSimple, handleComplex, ...clocksByKind } = defaultClockRules;

const contest: ClockRule = {
  kind: 'contest',
  label: '答复「没有解决」',
  length: 3,
  unit: 'workingDay',
  countFirstDay: false,
  rollHoliday: false,
  warnBefore: { length: 1, unit: 'workingDay' },
  basis: '当事人说没有解决，3个工作日内决定是否重新办理：没有统一规定',
  status: 'G',
};

const ruling: ClockRule = {
  kind: 'ruling',
  label: '裁定',
  length: 1,
  unit: 'workingDay',
  countFirstDay: false,
  rollHoliday: false,
  warnBefore: { length: 4, unit: 'hour' },
  basis: '单位退回后1个工作日内裁定由哪个单位办：没有统一规定',
  status: 'G',
};

/** Measures how long somebody else is waited for; its length and name come from what was asked for. */
const wait: ClockRule = {
  kind: 'wait',
  label: '等别人',
  length: 10,
  unit: 'workingDay',
  countFirstDay: false,
  rollHoliday: false,
  warnBefore: { length: 2, unit: 'workingDay' },
  binds: 'other',
  basis: '等到申请时写的日期，到时钟自己走：没有统一规定',
  status: 'G',
};

// Striking off waits for the rating or for its time to run out, so its clock must outlast that time.
const strikeOff: ClockRule = {
  ...defaultClockRules.strikeOff,
  length: RATING_DAYS + 5,
  basis: '13710「0」跟踪到底、销号清零（山西省政府新闻发布会2017-06-15）；20天（评价15天，再留5天）没有规定',
};

/**
 * What a county starts with. Ten people: 《劳动争议调解仲裁法》第七条 [V], the only number here that stands in a law.
 * The amounts, minutes, days and every clock marked G are ours, waiting for the county's own.
 */
export const defaultCountyRules: CountyRules = {
  intake: { declineGrounds: defaultDeclineGrounds.map((ground) => ({ ...ground })) },
  triage: { complexPeople: 10, complexAmountCents: 50_000_000, simpleAmountCents: 1_000_000 },
  dispatch: { undoMinutes: 15 },
  court: { sendBackWithin: { length: 8, unit: 'workingHour' }, needsRuling: true, final: true, smallNumber: 30 },
  delivery: defaultDelivery,
  handling: { maxMaterialDays: 10, ratingDays: RATING_DAYS, handoverDays: 14 },
  supervision: defaultSupervision,
  office: defaultOfficeHours,
  attendance: defaultAttendance,
  hall: defaultHall,
  paper: defaultPaper,
  reports: defaultReports,
  board: defaultBoard,
  ledger: defaultLedger,
  search: defaultSearch,
  sameMatter: defaultSameMatterRules,
  law: defaultLaw,
  doors: defaultDoors,
  dossier: defaultDossier,
  clocks: {
    ...clocksByKind,
    contest,
    ruling,
    strikeOff,
    wait,
    'handle.simple': handleSimple,
    'handle.ordinary': handle,
    'handle.complex': handleComplex,
  },
};

/** 13710 speaks of days and never says which: this county counts its three and seven in working days. */
function inWorkingDays(rule: ClockRule): ClockRule {
  return {
    ...rule,
    unit: 'workingDay',
    warnBefore: { length: rule.warnBefore.length, unit: 'workingDay' },
    basis: rule.basis.replace('按自然日', '按工作日'),
  };
}

export const yingzeRules: CountyRules = {
  ...defaultCountyRules,
  clocks: {
    ...defaultCountyRules.clocks,
    report: inWorkingDays(defaultClockRules.report),
    'handle.simple': inWorkingDays(handleSimple),
    'handle.ordinary': inWorkingDays(handle),
  },
};
