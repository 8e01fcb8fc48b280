import { expect, test } from 'vitest';
import { moreJobsOf } from './jobs.ts';
import { moreGroups } from './moreGroups.ts';

const more = moreJobsOf('centerLeader');
const words = (typed: string) =>
  moreGroups(more, typed, 'zh').map(({ name, pages }) => [name, pages.map(({ zh }) => zh).toSorted()]);

test('「更多」分组列出，一页不少，一页不重', () => {
  const listed = moreGroups(more, '', 'zh').flatMap(({ pages }) => pages);
  expect(listed.map(({ to }) => to).toSorted()).toEqual(more.map(({ to }) => to).toSorted());
  expect(moreGroups(more, '', 'zh').map(({ name }) => name)).toEqual([
    'matters',
    'hall',
    'watching',
    'colleagues',
    'house',
  ]);
});

test('输字、输拼音首字母、输英文都挑得出来', () => {
  expect(words('值班')).toEqual([['colleagues', ['值班']]]);
  expect(words('tjby')).toEqual([['house', ['停机备用']]]);
  expect(words('calendar')).toEqual([['house', ['日历']]]);
  expect(words('没有这一页')).toEqual([]);
});
