import { type Static, Type } from 'typebox';
import type { AttendanceRules } from '../attendance/attendanceRules.ts';
import type { OfficeHours } from '../calendar/office.ts';
import { ClockRule } from '../deadlines/clockRule.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { DeliveryRules } from '../delivery/deliveryRules.ts';
import type { PaperRules } from '../intake/paperRules.ts';
import type { IntakeRules } from '../intake/rules.ts';
import type { LawRules } from '../law/countyRoutes.ts';
import type { DoorRules } from '../law/doorRules.ts';
import type { HallRules } from '../reception/hallRules.ts';
import type { RoutingRules } from '../routing/rules.ts';
import type { SearchRules } from '../search/searchRules.ts';
import type { BoardRules } from '../supervision/boardRules.ts';
import type { SupervisionRules } from '../supervision/supervisionRules.ts';
import type { DossierRules } from './dossierRules.ts';
import type { LedgerRules } from './ledgerRules.ts';
import type { ReportRules } from './reportRules.ts';
import type { SameMatterRules } from './sameMatterRules.ts';

/** Closing and waiting, as counties choose them. All defaults are ours [G] unless the clock's own basis says otherwise. */
export const HandlingRules = Type.Object(
  {
    maxMaterialDays: Type.Integer({ minimum: 1, maximum: 60, title: '等材料最多停多久', unit: '个工作日' }),
    ratingDays: Type.Integer({ minimum: 1, maximum: 90, title: '办结后多久内可以评价', unit: '天' }),
    handoverDays: Type.Integer({
      minimum: 0,
      maximum: 90,
      title: '移交以后交接多久',
      unit: '天',
      description: '这些天里移交的人还能看全部，方便问清楚；之后只看得到编号、状态和自己写的。',
    }),
  },
  { additionalProperties: false, title: '办理和结束' },
);

/** Handling is measured by difficulty; the rows of the settings form say by which. */
const names = { 'handle.simple': '简单纠纷办结', 'handle.ordinary': '一般纠纷办结', 'handle.complex': '复杂纠纷办结' };

export const ClockRules = Type.Record(Type.String(), ClockRule, { title: '时限', names });

export type CountyRules = IntakeRules &
  RoutingRules & {
    delivery: DeliveryRules;
    office: OfficeHours;
    attendance: AttendanceRules;
    hall: HallRules;
    paper: PaperRules;
    reports: ReportRules;
    board: BoardRules;
    ledger: LedgerRules;
    handling: Static<typeof HandlingRules>;
    supervision: SupervisionRules;
    search: SearchRules;
    sameMatter: SameMatterRules;
    law: LawRules;
    doors: DoorRules;
    dossier: DossierRules;
    clocks: Static<typeof ClockRules>;
  };

/** What a county chose for a clock, handling by difficulty; nothing where it does not choose, as with the limits of a law. */
export const ruleUnder = (
  rules: Pick<CountyRules, 'clocks'>,
  kind: string,
  difficulty: string | null,
): ClockRule | undefined => rules.clocks[kind === 'handle' ? `handle.${difficulty ?? 'ordinary'}` : kind];

/** Which rule a clock runs by: the county's, else the law's. */
export function clockRuleOf(rules: Pick<CountyRules, 'clocks'>, kind: string, difficulty: string | null): ClockRule {
  const rule = ruleUnder(rules, kind, difficulty) ?? statutoryClocks.get(kind)?.rule;
  if (!rule) throw new Error(`no clock rule for ${kind}`);
  return rule;
}
