import { Type } from 'typebox';
import { OfficeHours } from '../calendar/office.ts';
import { defaultCountyRules } from '../disputes/defaultRules.ts';
import { ClockRules, HandlingRules } from '../disputes/rules.ts';
import { IntakeRules } from '../intake/rules.ts';
import { RoutingRules } from '../routing/rules.ts';
import type { SettingVersion } from '../settings/settings.ts';

/** Under this key a county's whole rules are stored as one value, so that a matter pins one number. */
export const RULES_KEY = 'rules';

/** What each module lets counties choose, as one value. */
export const CountyRulesSchema = Type.Object(
  {
    ...IntakeRules.properties,
    ...RoutingRules.properties,
    handling: HandlingRules,
    office: OfficeHours,
    clocks: ClockRules,
  },
  { additionalProperties: false },
);

type Section = Readonly<Record<string, unknown>>;
const isSection = (value: unknown): value is Section =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A version that was stored before a rule existed gets our default for it, so that a new release starts on old settings.
 * What a version says itself is never touched, and lists are one choice: kept whole.
 */
export function completed(version: SettingVersion): SettingVersion {
  const stored = version.value;
  if (!isSection(stored)) return version;
  const filled = Object.entries(defaultCountyRules).map(([name, section]) => {
    const own = stored[name];
    return [name, isSection(section) && isSection(own) ? { ...section, ...own } : (own ?? section)];
  });
  return { ...version, value: { ...stored, ...Object.fromEntries(filled) } };
}
