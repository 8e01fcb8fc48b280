import { defaultCountyRules } from '../src/disputes/defaultRules.ts';
import type { PartyInput } from '../src/intake/party.ts';
import { addDays, monthOf } from '../src/platform/now.ts';
import { proposeDifficulty } from '../src/routing/triage.ts';
import { type Chance, chanceOf } from './chance.ts';
import { unitsByDuty } from './duty.ts';
import type { Matter, Side } from './matters/matter.ts';
import type { Office } from './office.ts';
import { papersFor } from './papers.ts';
import { elder, nameOnly, organization, person } from './parties.ts';
import { people } from './people.ts';
import { type Opening, type Registering, type Teller, tell } from './story.ts';

/** A dispute about to be told: its first day, its words, and who will answer for it. */
export type Tale = {
  readonly t: Teller;
  readonly lead: string;
  readonly support: readonly string[];
  readonly report: string;
  readonly terms: string;
  readonly pay: number | null;
  readonly difficulty: 'simple' | 'ordinary' | 'complex';
};

export type Casting = {
  readonly name: string;
  readonly region: string;
  readonly ago: number;
  readonly lead?: string;
  readonly support?: readonly string[];
  readonly over?: Partial<Registering>;
  readonly front?: Opening['front'];
};

const posts = people.flatMap(([, , ...held]) => held);

/** Whether the demonstration has such a post. */
export const isFilled = (role: string, unitId: string): boolean =>
  posts.some(([held, unit]) => held === role && unit === unitId);

function partyOf(side: Side, key: string): PartyInput {
  if (side.startsWith('org:')) return organization(side.slice(4));
  return side === 'elder' ? elder(key) : person(key);
}

function partiesOf(matter: Matter, name: string, chance: Chance): PartyInput[] {
  const applicants = matter.from.map((side, index) => partyOf(side, `${name} a${index}`));
  const others = matter.against.map((side, index) =>
    nameOnly({ ...partyOf(side, `${name} b${index}`), side: 'respondent' }, chance),
  );
  return [...applicants, ...others];
}

const spoken = (day: string): string => `${monthOf(day)}月${Number(day.slice(8))}日`;
/** Near the written amount, in round figures, so that the same matter elsewhere is another sum. */
const near = (yuan: number | undefined, percent: number): number | null => {
  if (yuan === undefined) return null;
  const step = yuan >= 10_000 ? 500 : 50;
  return Math.max(step, Math.round((yuan * percent) / 100 / step) * step);
};

const sources = ['walkIn', 'walkIn', 'walkIn', 'phone', 'hotline', 'online', 'gridReport', 'unitReferral'] as const;
const streets = ['双塔西街', '青年路', '南内环街', '并州北路', '建设南路', '学府街', '体育路', '五一路', '桃园南路'];

type Filler = (text: string) => string;

/** The same words in every telling, with this one's sums, house and day. */
function fillerOf(yuan: number | null, pay: number | null, house: string, began: string): Filler {
  const words: Record<string, string> = { 元: String(yuan ?? ''), 付: String(pay ?? ''), 楼: house, 日: spoken(began) };
  return (text) => text.replace(/\{(.)\}/g, (_, slot: string) => words[slot] ?? '');
}

function proposedFor(input: Registering): Tale['difficulty'] {
  return proposeDifficulty({ ...input, supportingUnits: [], violence: {} }, defaultCountyRules.triage).difficulty;
}

export function taleOf(matter: Matter, casting: Casting, office: Office): Tale {
  const { name, region, ago, over = {} } = casting;
  const chance = chanceOf(`case ${name}`);
  const percent = name === matter.name ? 100 : chance.between(80, 125);
  const yuan = near(matter.yuan, percent);
  const pay = near(matter.pay, percent);
  const began = addDays(office.dayAgo(ago), -(matter.began ?? chance.between(7, 22)));
  const house = `${chance.between(1, 12)}号楼${chance.between(1, 6)}单元`;
  const fill = fillerOf(yuan, pay, house, began);
  const parties = over.parties ?? partiesOf(matter, name, chance);
  const input: Registering = {
    parties,
    categoryCode: matter.category,
    source: chance.pick(sources),
    regionCode: region,
    address: `${chance.pick(streets)}${chance.between(2, 180)}号院${house}`,
    title: matter.title,
    facts: fill(matter.facts),
    demands: fill(matter.demands),
    occurredOn: began,
    peopleInvolved: matter.people ?? parties.length,
    amountCents: yuan === null ? null : yuan * 100,
    willing: chance.pick(['yes', 'yes', 'yes', 'undecided']),
    headCount: chance.between(1, 3),
    restriction: null,
    ...over,
  };
  const countyCode = region.slice(0, 6);
  const front = casting.front ?? { role: 'receptionist' as const, unitId: `${countyCode}-center` };
  const papers = chance.of(55) ? papersFor(matter.category).slice(0, chance.between(1, 2)) : [];
  return {
    t: tell({ name, ago, front, input, papers }),
    lead: casting.lead ?? unitsByDuty(countyCode, matter.category, region).lead,
    support: casting.support ?? [],
    report: fill(matter.report),
    terms: fill(matter.terms),
    pay,
    difficulty: proposedFor(input),
  };
}
