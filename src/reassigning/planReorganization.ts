import { type Static, Type } from 'typebox';
import type { Book } from '../network/book.ts';
import { countyOf, isRegionCode, levelOfCode, parentOf } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import { type Day, isDay } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';

const kinds = ['unit', 'center', 'township', 'community', 'grid'] as const;
export type Kind = (typeof kinds)[number];

export const ReorganizationInput = Type.Object(
  {
    kind: Type.Enum([...kinds], { title: '调整什么' }),
    subject: Type.String({ minLength: 6, maxLength: 60, title: '撤并哪一个' }),
    successor: Type.String({ minLength: 6, maxLength: 60, title: '并入哪一个' }),
    effectiveOn: Type.String({ format: 'date', title: '生效日期' }),
    /** move: people go along with the work; end: their posts end, and the successor's leaders share out the work. */
    posts: Type.Enum(['move', 'end'], { title: '人跟不跟过去' }),
    /** New codes for places below, where the next free one is not the right one. */
    codes: Type.Record(Type.String(), Type.String(), { title: '下面各地的新代码' }),
    reason: Type.String({ minLength: 4, maxLength: 300, title: '为什么调整' }),
    basis: Type.String({ minLength: 2, maxLength: 200, title: '依据的文件' }),
  },
  { additionalProperties: false },
);
export type ReorganizationInput = Static<typeof ReorganizationInput>;

/** Old → new, of places and of units; places that come into being; units that stay and only lie elsewhere. */
export type Plan = {
  regions: Record<string, string>;
  newRegions: { code: string; name: string; short: string }[];
  units: Record<string, string>;
  movedUnits: Record<string, string>;
};

export const kindWords: Readonly<Record<Kind, string>> = {
  unit: '单位',
  center: '综治中心',
  township: '乡镇（街道）',
  community: '村（社区）',
  grid: '网格',
};

const placesBelow = (book: Book, code: string): string[] =>
  [...book.regions.values()].filter((each) => each.active && parentOf(each.code) === code).map((each) => each.code);

const nameOf = (book: Book, id: string): string =>
  book.units.get(id)?.name ?? book.centers.get(id)?.name ?? book.regions.get(id)?.name ?? id;

/** The next code below a place that nothing ever had: an old code never names another place. */
function freeCode(book: Book, parent: string, taken: ReadonlySet<string>, wanted: string): string {
  const used = (code: string) => book.regions.has(code) || taken.has(code);
  if (!used(wanted)) return wanted;
  for (let serial = 1; serial < 1000; serial += 1) {
    const code = `${parent}${String(serial).padStart(3, '0')}`;
    if (!used(code)) return code;
  }
  return refuse('conflict', 'noFreeCode', `${nameOf(book, parent)}下面没有空的代码了。`);
}

/** Everything below goes under the successor with a new code: the code says where a place lies. */
function moveBelow(book: Book, from: string, to: string, codes: ReorganizationInput['codes'], plan: Plan): void {
  const taken = new Set(plan.newRegions.map(({ code }) => code));
  for (const code of placesBelow(book, from)) {
    const wanted = codes[code] ?? `${to}${code.slice(-3)}`;
    const fits = isRegionCode(wanted) && parentOf(wanted) === to;
    if (!fits) refuseField(`codes.${code}`, `新代码要在 ${to} 下面，三位一级。`);
    if (codes[code] && (book.regions.has(wanted) || taken.has(wanted)))
      refuseField(`codes.${code}`, '这个代码用过了，旧代码不能再给别的地方。');
    const next = freeCode(book, to, taken, wanted);
    taken.add(next);
    const { name, short } = book.regions.get(code) as { name: string; short: string };
    plan.regions[code] = next;
    plan.newRegions.push({ code: next, name, short });
    moveBelow(book, code, next, codes, plan);
  }
}

/** Units of a place that ends: into the one of the same kind where the successor has one, else they lie there from now on. */
function placeUnits(book: Book, plan: Plan): void {
  const standing = [...book.units.values()].filter(({ active }) => active);
  for (const unit of standing) {
    const region = plan.regions[unit.regionCode];
    if (region === undefined || plan.units[unit.id]) continue;
    const twin = standing.find((each) => each.regionCode === region && each.kind === unit.kind && each.id !== unit.id);
    if (twin) plan.units[unit.id] = twin.id;
    else if (unit.kind === 'center')
      refuse('conflict', 'noCenter', `${nameOf(book, region)}没有综治中心，先建好再并入。`);
    else plan.movedUnits[unit.id] = region;
  }
}

function planUnit(book: Book, { kind, subject, successor }: ReorganizationInput): Plan {
  const [from, to] = [book.units.get(subject), book.units.get(successor)];
  if (!from?.active) return refuseField('subject', `没有这个${kindWords[kind]}，或者已经停用。`);
  if (!to?.active || to.id === from.id) return refuseField('successor', '选一个在用的、另外的单位。');
  const isCenter = from.kind === 'center';
  if (isCenter !== (kind === 'center'))
    refuseField('subject', isCenter ? '综治中心选「综治中心」来撤并。' : '这不是综治中心。');
  if (isCenter && to.kind !== 'center') refuseField('successor', '综治中心要并入另一个综治中心。');
  if (isCenter && from.regionCode.length === 6) refuseField('subject', '区县和市的中心不在这里撤并。');
  if (countyOf(from.regionCode) !== countyOf(to.regionCode))
    refuseField('successor', '编号里的区县不变：只能并到同一个区县里。');
  return { regions: {}, newRegions: [], units: { [subject]: successor }, movedUnits: {} };
}

function planPlace(book: Book, input: ReorganizationInput): Plan {
  const { kind, subject, successor, codes } = input;
  const [from, to] = [book.regions.get(subject), book.regions.get(successor)];
  if (!from?.active || levelOfCode(subject) !== kind)
    return refuseField('subject', `没有这个${kindWords[kind]}，或者已经停用。`);
  if (!to?.active || subject === successor) return refuseField('successor', '选一个在用的、另外的地方。');
  const upward = parentOf(subject) === successor && kind === 'grid';
  if (levelOfCode(successor) !== kind && !upward)
    refuseField('successor', `要并入另一个${kindWords[kind]}${kind === 'grid' ? '，或者它的村（社区）' : ''}。`);
  if (countyOf(subject) !== countyOf(successor)) refuseField('successor', '编号里的区县不变：只能并到同一个区县里。');
  const plan: Plan = { regions: { [subject]: successor }, newRegions: [], units: {}, movedUnits: {} };
  moveBelow(book, subject, successor, codes, plan);
  placeUnits(book, plan);
  return plan;
}

/** What goes where. Only the own county's administrator, or the city's, plans it; what is there already is never renamed. */
export function planReorganization(
  book: Book,
  input: ReorganizationInput,
  actor: Pick<Actor, 'counties'>,
  today: Day,
): Plan {
  const plan = input.kind === 'unit' || input.kind === 'center' ? planUnit(book, input) : planPlace(book, input);
  const county = countyOf(book.units.get(input.subject)?.regionCode ?? input.subject);
  if (!actor.counties.includes(county))
    refuse('forbidden', 'otherCounty', '这是别的区县的，由那里或市里的系统管理员做。');
  if (!isDay(input.effectiveOn) || input.effectiveOn < today) refuseField('effectiveOn', '生效日期不能早于今天。');
  return plan;
}
