import { Type } from 'typebox';
import { procedure, type Step } from '../disputes/procedure.ts';
import { ClockRules, type CountyRules, HandlingRules } from '../disputes/rules.ts';
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
    clocks: ClockRules,
  },
  { additionalProperties: false },
);

const byDifficulty = ['handle.simple', 'handle.ordinary', 'handle.complex'];

/** Every clock that a step starts, and those that recurring work and pauses start. */
function clocksNeeded(): string[] {
  const steps: readonly Step[] = Object.values(procedure);
  const started = new Set([...steps.flatMap(({ starts }) => starts), 'accept', 'materials', 'supervisionReply']);
  started.delete('handle');
  return [...started, ...byDifficulty];
}

/** A clock without a rule would only be missed when somebody's dispute starts it. */
export function refuseMissingClocks(versions: readonly SettingVersion<CountyRules>[]): void {
  for (const { countyCode, version, value } of versions) {
    const missing = clocksNeeded().filter((name) => value.clocks[name] === undefined);
    if (missing.length > 0)
      throw new Error(`setting_version (rules, ${countyCode}, version ${version}) has no clock ${missing.join(', ')}`);
  }
}
