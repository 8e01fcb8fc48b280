import { Type } from 'typebox';
import { AttendanceRules } from '../attendance/attendanceRules.ts';
import { OfficeHours } from '../calendar/office.ts';
import { DeliveryRules } from '../delivery/deliveryRules.ts';
import { defaultCountyRules } from '../disputes/defaultRules.ts';
import { DossierRules } from '../disputes/dossierRules.ts';
import { LedgerRules } from '../disputes/ledgerRules.ts';
import { ReportRules } from '../disputes/reportRules.ts';
import { ClockRules, HandlingRules } from '../disputes/rules.ts';
import { SameMatterRules } from '../disputes/sameMatterRules.ts';
import { PaperRules } from '../intake/paperRules.ts';
import { IntakeRules } from '../intake/rules.ts';
import { LawRules } from '../law/countyRoutes.ts';
import { DoorRules } from '../law/doorRules.ts';
import { HallRules } from '../reception/hallRules.ts';
import { RoutingRules } from '../routing/rules.ts';
import { SearchRules } from '../search/searchRules.ts';
import type { SettingVersion } from '../settings/settings.ts';
import { BoardRules } from '../supervision/boardRules.ts';
import { SupervisionRules } from '../supervision/supervisionRules.ts';

/** Under this key a county's whole rules are stored as one value: drafted, compared and published together, pinned by part. */
export const RULES_KEY = 'rules';

/** What each module lets counties choose, as one value. */
export const CountyRulesSchema = Type.Object(
  {
    ...IntakeRules.properties,
    ...RoutingRules.properties,
    handling: HandlingRules,
    supervision: SupervisionRules,
    delivery: DeliveryRules,
    office: OfficeHours,
    paper: PaperRules,
    attendance: AttendanceRules,
    hall: HallRules,
    reports: ReportRules,
    board: BoardRules,
    ledger: LedgerRules,
    search: SearchRules,
    sameMatter: SameMatterRules,
    law: LawRules,
    doors: DoorRules,
    dossier: DossierRules,
    clocks: ClockRules,
  },
  { additionalProperties: false },
);

type Section = Readonly<Record<string, unknown>>;
const isSection = (value: unknown): value is Section =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** 「逾期几天自动发督办单」 of older versions is the first rung of the ladder now; the other rungs are our default. */
function withLadder(stored: Section): Section {
  const { handling } = stored;
  if (!isSection(handling) || !('superviseAfterDays' in handling)) return stored;
  const { superviseAfterDays, ...rest } = handling;
  const { supervision } = defaultCountyRules;
  const ladder = supervision.ladder.map((rung) =>
    rung.what === 'notice' ? { ...rung, afterDays: Number(superviseAfterDays) } : rung,
  );
  return { supervision: { ...supervision, ladder }, ...stored, handling: rest };
}

/** 「一方拒绝调解」 was a ground for declining in older versions: 人民调解法 17 forbids mediating then, not registering. */
function withoutRefusal(stored: Section): Section {
  const { intake } = stored;
  if (!isSection(intake) || !Array.isArray(intake.declineGrounds)) return stored;
  const declineGrounds = intake.declineGrounds.filter(({ code }: { code?: unknown }) => code !== 'refused');
  return { ...stored, intake: { ...intake, declineGrounds } };
}

/**
 * A part that a version does not have is no change of it: it is as it shipped, so that a new release gives no matter another
 * number (docs/decisions/0044). The first version of a county has all parts from itself.
 */
function sinceShipped({ since = {} }: SettingVersion, stored: Section): Pick<SettingVersion, 'since'> {
  if (Object.keys(since).length === 0) return { since };
  const shipped = Object.keys(defaultCountyRules).filter((part) => !(part in stored) && since[part] === undefined);
  return { since: { ...Object.fromEntries(shipped.map((part) => [part, 0])), ...since } };
}

/**
 * A version that was stored before a rule existed gets our default for it, so that a new release starts on old settings.
 * What a version says itself is never touched, and lists are one choice: kept whole.
 */
export function completed(version: SettingVersion): SettingVersion {
  if (!isSection(version.value)) return version;
  const stored = withoutRefusal(withLadder(version.value));
  const filled = Object.entries(defaultCountyRules).map(([name, section]) => {
    const own = stored[name];
    return [name, isSection(section) && isSection(own) ? { ...section, ...own } : (own ?? section)];
  });
  return { ...version, ...sinceShipped(version, stored), value: { ...stored, ...Object.fromEntries(filled) } };
}
