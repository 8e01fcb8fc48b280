import type { SearchAnswer } from '../../../finding/searchView.ts';
import type { PostView } from '../../../people/me.ts';
import type { WorkItem } from '../../../procedures/views.ts';
import type { Language } from '../../../ui/i18n.ts';
import { type Job, jobsOf, moreJobsOf } from './jobs.ts';
import { actInitials, acts } from './paletteActs.ts';
import { recentGroups } from './paletteRecent.ts';
import { type ReasonWords, reasonText } from './reasonText.ts';
import type { Recent } from './recent.ts';

export type Found = {
  id: string;
  to: string;
  label: string;
  /** Why it was found, in small letters beside it. */
  reason: string;
  /** Of a matter: its acts open with →. */
  code?: string;
  clock?: { label: string; code: string; word: string; chip: string; sentence: string } | null;
};

export type GroupName =
  | 'exact'
  | 'todo'
  | 'matters'
  | 'recent'
  | 'recentPages'
  | 'acts'
  | 'people'
  | 'units'
  | 'places';
/** `total` is null where more were found than counted. */
export type FoundGroup = { name: GroupName; rows: Found[]; total: number | null; all?: string };

const FIVE = 5;

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const matches = (text: string, row: { zh: string; en: string; initials: string }): boolean => {
  const wanted = plain(text);
  return (
    wanted === '' ||
    row.zh.includes(wanted) ||
    row.en.toLowerCase().includes(wanted) ||
    (/^[a-z]+$/.test(wanted) && row.initials.startsWith(wanted))
  );
};

/** Pages and acts of this post that fit what was typed. */
export function findPlaces(text: string, post: Pick<PostView, 'role'>, language: Language): Found[] {
  const pages: Job[] = [...jobsOf(post.role), ...moreJobsOf(post.role)];
  const reachable = new Set<string>(pages.map(({ to }) => to));
  const why = { zh: { page: '页面', act: '要办的事' }, en: { page: 'page', act: 'act' } }[language];
  return [
    ...pages
      .filter((job) => matches(text, job))
      .map((job) => ({ id: job.to, to: job.to, label: job[language], reason: why.page })),
    ...acts
      .filter((act) => reachable.has(act.at) && matches(text, act))
      .map((act) => ({ id: act.zh, to: act.to, label: act[language], reason: why.act })),
  ].slice(0, 8);
}

const isNamed = (text: string, { zh, en, initials }: Pick<Job, 'zh' | 'en' | 'initials'>): boolean =>
  [zh, en.toLowerCase(), initials].includes(plain(text));

/** 「分流」: what I owe that is done so, soonest first, opening with the form of the act. */
export function findTodos(text: string, items: readonly WorkItem[], language: Language): Found[] {
  const wanted = plain(text);
  if (wanted.length < 2) return [];
  const word = ({ actLabel, actLabelEn }: WorkItem) => (language === 'en' ? actLabelEn : actLabel);
  const fits = (item: WorkItem) =>
    item.actLabel.includes(wanted) ||
    word(item).toLowerCase().startsWith(wanted) ||
    (actInitials[item.act] ?? '').startsWith(wanted);
  return items.filter(fits).map((item) => ({
    id: `todo-${item.id}`,
    to: `${item.page}?act=${item.act}`,
    label: `${word(item)}：${item.title} ${item.partiesLine}`,
    reason: item.codeShort,
    clock: item.clock,
  }));
}

function foundMatters({ matters }: SearchAnswer, words: ReasonWords): Found[] {
  return matters.best.map((hit) => ({
    id: hit.code,
    to: `/disputes/${hit.code}`,
    code: hit.code,
    label: `${hit.title} ${hit.partiesLine}`.trim(),
    reason: `${hit.codeShort} · ${hit.statusLabel} · ${reasonText(hit.reason, words, hit)}`,
    clock: hit.clock,
  }));
}

const beside = (answer: SearchAnswer): FoundGroup[] => [
  {
    name: 'people',
    total: answer.people.total,
    rows: answer.people.best.map(({ postId, name, unit, role }) => ({
      id: `person-${postId}`,
      to: `/ledger?handler=${postId}`,
      label: name,
      reason: `${unit} ${role}`,
    })),
  },
  {
    name: 'units',
    total: answer.units.total,
    rows: answer.units.best.map(({ id, name, county }) => ({
      id: `unit-${id}`,
      to: `/ledger?unit=${id}`,
      label: name,
      reason: county,
    })),
  },
  {
    name: 'places',
    total: answer.places.total,
    rows: answer.places.best.map((place) => ({
      id: `place-${place.code}`,
      to: `/ledger?region=${place.code}`,
      label: place.name,
      reason: place.in,
    })),
  },
];

type Asked = {
  text: string;
  post: Pick<PostView, 'role'>;
  language: Language;
  work: readonly WorkItem[];
  recent: readonly Recent[];
  recentPages: readonly string[];
  answer: SearchAnswer | undefined;
  words: ReasonWords;
};

/** A page called by its name comes first, then what I owe, then matters, and the rest. Empty, what was open last. */
export function groupsOf({ text, post, language, work, recent, recentPages, answer, words }: Asked): FoundGroup[] {
  const places = findPlaces(text, post, language);
  const pages: Job[] = [...jobsOf(post.role), ...moreJobsOf(post.role)];
  const exact =
    plain(text) === '' ? [] : places.filter(({ to }) => pages.some((job) => job.to === to && isNamed(text, job)));
  const rest = places.filter((place) => !exact.includes(place));
  const todos = findTodos(text, work, language);
  const lately = plain(text) === '' ? recentGroups(recent, recentPages, pages, language) : [];
  const all = `/search?text=${encodeURIComponent(text.trim())}`;
  const groups: FoundGroup[] = [
    { name: 'exact', rows: exact, total: exact.length },
    { name: 'todo', rows: todos.slice(0, FIVE), total: todos.length },
    ...lately,
    ...(answer
      ? [
          {
            name: 'matters' as const,
            rows: foundMatters(answer, words),
            total: answer.matters.more ? null : answer.matters.total,
            all,
          },
        ]
      : []),
    { name: 'acts', rows: rest, total: rest.length },
    ...(answer ? beside(answer) : []),
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}
