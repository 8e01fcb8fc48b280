import type { Context } from '../matters/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { type CheckedParty, checkParty } from './party.ts';
import { proposedTitle } from './proposedTitle.ts';
import type { RegisterInput } from './registerInput.ts';

export { RegisterInput, type Source, sources } from './registerInput.ts';

export type Registration = {
  id: string;
  title: string;
  partiesLine: string;
  receivingCenterId: string;
  parties: readonly (CheckedParty & { id: string; representsPartyId: string | null })[];
  input: RegisterInput;
};

function checkParties(input: RegisterInput, now: Date): CheckedParty[] {
  const fields: Record<string, string> = {};
  const checked = input.parties.map((party, index) => {
    const { party: read, problems, warnings } = checkParty(party, now);
    const blocking = input.creditCodeConfirmed ? problems : { ...warnings, ...problems };
    for (const [field, sentence] of Object.entries(blocking)) fields[`parties.${index}.${field}`] = sentence;
    if (read.minor && !input.parties.some((other) => other.represents === index && other.representation === 'guardian'))
      fields[`parties.${index}.minor`] = '未成年人要登记一位监护人。';
    if (party.represents !== null && (party.represents === index || !input.parties[party.represents]))
      fields[`parties.${index}.represents`] = '选他代表哪一位当事人。';
    return read;
  });
  if (!input.parties.some((party) => party.side === 'applicant' && party.represents === null))
    fields.parties = '至少登记一位申请人。';
  if (Object.keys(fields).length > 0)
    throw new Refusal('invalid', 'invalidParties', `当事人有 ${Object.keys(fields).length} 处要改。`, fields);
  return checked;
}

/** 郭秀兰｜任建军: the first of each side, with a count when there are more. */
export function partiesLine(parties: readonly Pick<CheckedParty, 'side' | 'name' | 'represents'>[]): string {
  return (['applicant', 'respondent'] as const)
    .map((side) => parties.filter((party) => party.side === side && party.represents === null))
    .filter((side) => side.length > 0)
    .map((side) => (side.length > 1 ? `${side[0]?.name}等${side.length}人` : `${side[0]?.name}`))
    .join('｜');
}

/** Registers whoever comes in. Nobody is turned away for a missing paper, and unwillingness to mediate is no gate. */
export function register(input: RegisterInput, context: Context<unknown>): Registration {
  const { actor, network, now } = context;
  const category = network.categories.find(({ code }) => code === input.categoryCode);
  if (!category) throw new Refusal('invalid', 'unknownCategory', '选一个类别。', { categoryCode: '选一个类别。' });
  const region = network.regions.find(({ code }) => code === input.regionCode);
  if (!region || region.countyCode !== actor.countyCode)
    throw new Refusal('invalid', 'unknownRegion', '地点选到本区县的街道、社区或网格。', {
      regionCode: '地点选到本区县的街道、社区或网格。',
    });
  if (!actor.centerId) throw new Refusal('forbidden', 'notAtCenter', '登记由综治中心的接待岗来做。');
  const checked = checkParties(input, now);
  const ids = checked.map(() => context.newId());
  const parties = checked.map((party, index) => ({
    ...party,
    id: ids[index] ?? '',
    representsPartyId: party.represents === null ? null : (ids[party.represents] ?? null),
  }));
  const names = input.parties.map(({ name }) => name);
  const title = input.title.trim() || proposedTitle(input.facts, names) || `${category.name}纠纷`;
  return {
    id: context.newId(),
    title,
    partiesLine: partiesLine(checked),
    receivingCenterId: actor.centerId,
    parties,
    input,
  };
}
