import type { Book } from '../network/book.ts';
import { countyOf } from '../network/network.ts';
import { endPost, type GrantPostInput, grantPost } from '../people/grantPost.ts';
import { isPostRole, roleLabel, roleTable } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { addDays, dayOf, isDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Column } from '../sheets/column.ts';
import type { SheetRead } from '../sheets/readSheet.ts';

/** One line a post; the same columns out and in. */
export const postColumns: readonly Column[] = [
  { key: 'login', title: '登录名', kind: 'text', required: true, width: 20 },
  { key: 'name', title: '姓名', kind: 'text', width: 12 },
  { key: 'unitId', title: '单位编号', kind: 'text', required: true, width: 26 },
  { key: 'unit', title: '单位', kind: 'text', width: 26 },
  { key: 'role', title: '岗位', kind: 'text', required: true, width: 16 },
  { key: 'regionCode', title: '负责的地方', kind: 'text', width: 18 },
  { key: 'validFrom', title: '第一天', kind: 'date', width: 14 },
  { key: 'validTo', title: '最后一天', kind: 'date', width: 14 },
];

export type HeldPost = {
  id: string;
  userId: string;
  login: string;
  name: string;
  unitId: string;
  role: string;
  regionCode: string;
  countyCode: string;
  validFrom: string;
  validTo: string | null;
};
export type SheetPerson = { userId: string; login: string; name: string; posts: readonly HeldPost[] };

export type PostChange =
  | { act: 'given'; userId: string; login: string; post: Omit<HeldPost, 'id' | 'login' | 'name'> }
  | { act: 'ended'; userId: string; login: string; postId: string; before: string | null; after: string };

export type PostRow = {
  rowNumber: number;
  login: string;
  name: string;
  result: 'new' | 'changed' | 'same' | 'refused';
  /** What the person has, and what the person will have. */
  before: string[];
  after: string[];
  problem: string | null;
};
export type PostImport = { rows: PostRow[]; changes: PostChange[]; unknownColumns: string[] };

const roleNamed = (text: string): string | undefined =>
  Object.entries(roleTable).find(([role, { zh, en }]) => [role, zh, en].includes(text))?.[0];

const spoken = (book: Book, { unitId, role, validTo }: Pick<HeldPost, 'unitId' | 'role' | 'validTo'>): string =>
  `${book.units.get(unitId)?.short ?? unitId} ${roleLabel(role)}${validTo ? `（到 ${validTo}）` : ''}`;

const refused = (sentence: string, field = ''): never => {
  throw new Refusal('invalid', 'invalidRow', sentence, field ? { [field]: sentence } : {});
};

type Reader = { book: Book; actor: Actor; now: Date; people: Map<string, { person: SheetPerson; posts: HeldPost[] }> };
const dayIn = (value: unknown): string | null => (typeof value === 'string' && isDay(value) ? value : null);
const textIn = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim());

/** One line against what the person holds: a post more, an end of one, or nothing. */
function changeOf(reader: Reader, values: Record<string, unknown>): PostChange | null {
  const { book, actor, now, people } = reader;
  const login = textIn(values.login).toLowerCase();
  const found = people.get(login) ?? refused('没有这个登录名，先开设账号。');
  const role = roleNamed(textIn(values.role)) ?? refused(`没有「${textIn(values.role)}」这个岗位。`);
  const unit = book.units.get(textIn(values.unitId)) ?? refused('没有这个单位编号。');
  if (!unit.active) refused('这个单位已经停用。');
  const today = dayOf(now);
  const regionCode = textIn(values.regionCode) || unit.regionCode;
  const validTo = dayIn(values.validTo);
  const same = found.posts.find(
    (post) => post.unitId === unit.id && post.role === role && post.regionCode === regionCode,
  );
  if (same) {
    if (same.validTo === validTo || validTo === null) return null;
    const after = endPost(actor, same, validTo, now);
    return { act: 'ended', userId: same.userId, login, postId: same.id, before: same.validTo, after };
  }
  if (validTo !== null && validTo < today) return null;
  if (!isPostRole(role)) return null;
  const input: GrantPostInput = {
    ...{ unitId: unit.id, role, regionCode },
    ...(dayIn(values.validFrom) && { validFrom: dayIn(values.validFrom) as string }),
    ...(validTo && { validTo }),
  };
  const facts = {
    userId: found.person.userId,
    held: found.posts,
    unit: { id: unit.id, kind: unit.kind, countyCode: countyOf(unit.regionCode), regionCode: unit.regionCode },
  };
  if (!book.regions.get(regionCode)?.active) refused('没有这个地方，或者已经停用。');
  return { act: 'given', userId: found.person.userId, login, post: grantPost(actor, facts, input, now) };
}

/** Later lines rest on earlier ones, so that a sheet cannot give what excludes each other. */
function applied(posts: HeldPost[], change: PostChange, person: SheetPerson, today: string): HeldPost[] {
  if (change.act === 'given') return [...posts, { ...change.post, id: '', login: person.login, name: person.name }];
  const ended = posts.map((post) => (post.id === change.postId ? { ...post, validTo: change.after } : post));
  return ended.filter(({ validTo }) => validTo === null || validTo >= today);
}

/** What the workbook would change, person by person; a bad line keeps no other from counting. Lines that are missing end nothing. */
export function importPosts(
  sheet: SheetRead,
  people: readonly SheetPerson[],
  book: Book,
  actor: Actor,
  now: Date,
): PostImport {
  const held = new Map(people.map((person) => [person.login, { person, posts: [...person.posts] }]));
  const reader = { book, actor, now, people: held };
  const changes: PostChange[] = [];
  const rows = sheet.rows.map(({ rowNumber, values, errors }): PostRow => {
    const login = textIn(values.login).toLowerCase();
    const known = held.get(login);
    const before = (known?.posts ?? []).map((post) => spoken(book, post));
    const row = { rowNumber, login, name: known?.person.name ?? textIn(values.name), before };
    if (errors.length > 0)
      return { ...row, result: 'refused', after: before, problem: errors.map(({ sentence }) => sentence).join(' ') };
    try {
      const change = changeOf(reader, values);
      if (change === null || !known) return { ...row, result: 'same', after: before, problem: null };
      known.posts = applied(known.posts, change, known.person, dayOf(now));
      changes.push(change);
      const after = known.posts.map((post) => spoken(book, post));
      return { ...row, result: change.act === 'given' ? 'new' : 'changed', after, problem: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...row, result: 'refused', after: before, problem: `第${rowNumber}行：${error.message}` };
    }
  });
  return { rows, changes, unknownColumns: sheet.unknownColumns };
}

/** The last day that takes a given post back: it never was. */
export const neverWas = (validFrom: string): string => addDays(validFrom, -1);
