import { expect, test } from 'vitest';
import { boardStates } from '../dashboards/boardInput.ts';
import { termOfState } from '../dashboards/boardWords.ts';
import { figureText, measureNames, rateNames } from '../reports/measures.ts';
import { english } from '../web/staff/definitions/data/english.ts';
import { allDefinitions, definitionGroups, definitionOf } from './definitions.ts';

test('报表的每个数和率、督办台的每种状态，口径页上都有一条；报表的话原样，不另写一份', () => {
  for (const what of [...measureNames, ...rateNames])
    expect(definitionOf(what)?.text, what).toContain(figureText(what));
  for (const state of boardStates)
    expect(definitionOf(`board.${termOfState[state]}`)?.text.length ?? 0, state).toBeGreaterThan(10);
});

test('每条只有一个地址，都在页上的一组里，都有英文的一份', () => {
  const all = allDefinitions();
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, group, term, text } of all) {
    expect(definitionGroups, id).toContain(group);
    expect(
      [term, text].every((words) => words.trim().length > 0),
      id,
    ).toBe(true);
    expect(english[id]?.text.length ?? 0, id).toBeGreaterThan(5);
  }
});

test('两个成功率都在，哪个是公布的、哪个是本系统的，写得明白；件数少写的是本地设的数', () => {
  expect(definitionOf('successRate')?.text).toContain('公布');
  expect(definitionOf('concludedSuccessRate')?.text).toContain('本系统的口径，不是公布的');
  expect(allDefinitions(7).find(({ id }) => id === 'board.small')?.text).toContain('少于7件');
});
