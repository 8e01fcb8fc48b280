import { Type } from 'typebox';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import type { SettingVersion } from './settings.ts';

export type SettingsDeps = Deps & {
  readonly reference: {
    current(): { readonly counties: readonly string[]; rulesOn(countyCode: string, day: string): SettingVersion };
  };
};

const county = Type.Object(
  { county: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })) },
  { additionalProperties: false },
);

/** The rules that hold today in the reader's county, or in one that the reader's post reaches. */
export function settingsRoutes(app: Http, deps: SettingsDeps): void {
  const schema = { tags: ['规则 settings'], summary: '本区县的规则', querystring: county };
  app.get('/api/settings', { schema }, async (request) => {
    const actor = await requireActor(request, deps);
    const countyCode = request.query.county ?? actor.countyCode;
    if (!actor.counties.includes(countyCode)) refuseField('county', '只能看本区县的规则。');
    const {
      countyCode: heldBy,
      value: rules,
      ...version
    } = deps.reference.current().rulesOn(countyCode, dayOf(deps.now()));
    return { countyCode, heldBy, ...version, rules };
  });
}
