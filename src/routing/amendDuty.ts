import type { Context } from '../matters/context.ts';
import type { DutyChange } from '../matters/decision.ts';
import type { Unit } from '../network/lookup.ts';
import { centerAt, centerIdOf } from '../network/network.ts';
import { dayOf, formatDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';

export type DutyScope = 'township' | 'county';
export type AmendableMatter = {
  countyCode: string;
  categoryCode: string;
  regionCode: string;
  townshipCode: string | null;
};

type Wish = { basis: string; dutyScope?: DutyScope; dutyFrom?: string };

const refuse = (field: 'dutyScope' | 'dutyFrom', sentence: string) =>
  new Refusal('invalid', 'dutyNotAmendable', sentence, { [field]: sentence });

/** 「属地」 and 「中心」 stay words in the list, so that each township goes to its own center. */
function targetOf(
  lead: Unit,
  { countyCode, regionCode }: AmendableMatter,
  scope: DutyScope,
): Pick<DutyChange, 'target' | 'unitId'> {
  if (scope === 'county' && lead.id === centerAt(regionCode) && lead.level === 'township')
    return { target: 'township', unitId: null };
  if (lead.id === centerIdOf(countyCode)) return { target: 'center', unitId: null };
  return { target: 'unit', unitId: lead.id };
}

/** The new version of the duty list that a ruling asks for: from a day on that has not passed, for the place it names. */
export function dutyAmendment(
  matter: AmendableMatter,
  lead: Unit,
  { basis, dutyScope, dutyFrom }: Wish,
  { network, now }: Pick<Context<unknown>, 'network' | 'now'>,
): DutyChange | null {
  if (dutyScope === undefined && dutyFrom === undefined) return null;
  if (dutyScope === undefined) throw refuse('dutyScope', '选改本街道的，还是全区县的。');
  if (dutyFrom === undefined) throw refuse('dutyFrom', '写从哪天起改。');
  if (dutyFrom < dayOf(now)) throw refuse('dutyFrom', `职责清单不能往前改，最早从${formatDay(dayOf(now))}起。`);
  const region = dutyScope === 'county' ? matter.countyCode : matter.townshipCode;
  if (region === null) throw refuse('dutyScope', '这件事没有登记到街道，只能改全区县的。');
  const [first] = network.duties(matter.countyCode, matter.categoryCode, matter.regionCode);
  const own = first?.regionCode;
  if (own !== undefined && own.length > region.length) {
    const place = network.region(own)?.short ?? '';
    throw refuse('dutyScope', `${place}自己有一条，先管用；要改就选本街道，或者请系统管理员停用那一条。`);
  }
  return {
    regionCode: region,
    categoryCode: matter.categoryCode,
    ...targetOf(lead, matter, dutyScope),
    basis: basis.trim(),
    reason: `${formatDay(dayOf(now))}裁定`,
    status: 'V',
    effectiveFrom: dutyFrom,
  };
}
