import { expect, test } from 'vitest';
import type { Role } from '../platform/actor.ts';
import { Refusal } from '../platform/refusal.ts';
import { adapt, isForeign } from './adapt.ts';
import { type Drafter, mayDraft, type RuleDraft, whyNotPublish } from './draft.ts';
import { isOutdated, publishDraft, rebaseDraft, sendDraftBack } from './publishDraft.ts';
import { saveDraft } from './saveDraft.ts';
import type { SettingVersion } from './settings.ts';
import { startDraft } from './startDraft.ts';
import { submitDraft, withdrawDraft } from './submitDraft.ts';

const now = new Date('2026-10-14T14:02:00+08:00');
const today = '2026-10-14';
const person = (userId: string, role: Role, countyCode = '140106', centerId = `${countyCode}-center`): Drafter => ({
  userId,
  role,
  countyCode,
  centerId,
});
const lina = person('lina', 'dispatcher');
const wangfang = person('wangfang', 'closer');
const rules = (days: number): SettingVersion => ({
  countyCode: '140106',
  version: 4,
  effectiveFrom: '2026-03-01',
  basis: '迎政法发〔2026〕2号',
  value: { days, color: 'red' },
});
const city: SettingVersion = { ...rules(9), countyCode: '140100', version: 3 };
const versions = [city, rules(7)];
const draft: RuleDraft = {
  id: 'draft',
  countyCode: '140106',
  state: 'draft',
  value: { days: 5, color: 'red' },
  effectiveFrom: '2026-11-01',
  basis: '迎政法发〔2026〕9号',
  note: '',
  base: { countyCode: '140106', version: 4 },
  revision: 3,
  authorId: 'lina',
  editorIds: ['lina'],
  savedBy: 'lina',
  savedAt: now,
};
const clean = { problems: {}, warnings: {} };
const handed = { remarks: clean, differences: 1, today };
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};
const starting = { versions, inEffect: rules(7), city, id: 'new', now };

test.each<[string, Drafter, boolean]>([
  ['系统管理员', person('a', 'systemAdmin'), true],
  ['中心主任', person('a', 'centerLeader'), true],
  ['分流岗', lina, true],
  ['督办岗', person('a', 'supervisor'), true],
  ['接待岗', person('a', 'receptionist'), false],
  ['办结审核岗', wangfang, false],
  ['街道中心的分流岗', person('a', 'dispatcher', '140106', '140106004-center'), false],
  ['市里的分流岗', person('a', 'dispatcher', '140100'), false],
  ['别的区县的主任', person('a', 'centerLeader', '140105'), false],
])('%s能不能起草迎泽区的规则：%#', (_, actor, expected) => {
  expect(mayDraft(actor, '140106')).toBe(expected);
});

test('市里的缺省由市里的人起草', () => {
  expect(mayDraft(person('a', 'dispatcher', '140100'), '140100')).toBe(true);
  expect(mayDraft(lina, '140100')).toBe(false);
});

test('起草从本区县最新的一版开始；没有自己的就从市里的；也可以回到市里的', () => {
  const own = startDraft({ county: '140106', from: 'county' }, lina, starting);
  expect(own).toMatchObject({ value: { days: 7 }, base: { countyCode: '140106', version: 4 }, note: '' });
  const back = startDraft({ county: '140106', from: 'city' }, lina, starting);
  expect(back).toMatchObject({
    value: { days: 9 },
    base: { countyCode: '140106', version: 4 },
    note: '回到市里的规则。',
  });
  const none = startDraft({ county: '140105', from: 'county' }, person('x', 'supervisor', '140105'), {
    ...starting,
    inEffect: city,
  });
  expect(none).toMatchObject({ value: { days: 9 }, base: { countyCode: '140100', version: 3 } });
  const unknown = { countyCode: '140106', version: 99 };
  expect(codeOf(() => startDraft({ county: '140106', from: 'version', version: unknown }, lina, starting))).toBe(
    'noSuchVersion',
  );
});

const input = { value: { days: 4 }, effectiveFrom: null, basis: '', note: '', revision: 3 };

test('存草稿：没写完也存得住；别人先存了就说是谁、什么时候', () => {
  const saved = saveDraft(draft, input, person('zhao', 'supervisor'), now, '李娜');
  expect(saved).toMatchObject({ revision: 4, value: { days: 4 }, editorIds: ['lina', 'zhao'], savedBy: 'zhao' });
  expect(() => saveDraft(draft, { ...input, revision: 2 }, lina, now, '李娜')).toThrow(
    '李娜在 10-14 14:02 存过这份草稿',
  );
  expect(codeOf(() => saveDraft({ ...draft, state: 'submitted' }, input, lina, now, ''))).toBe('draftMoved');
  expect(codeOf(() => saveDraft(draft, input, wangfang, now, ''))).toBe('notYourRules');
});

test('送审要写生效和依据，不能有要改的地方，也不能什么都没改', () => {
  expect(submitDraft(draft, lina, handed).state).toBe('submitted');
  const fields = (given: Partial<RuleDraft>, problems = {}) => {
    try {
      submitDraft({ ...draft, ...given }, lina, { ...handed, remarks: { problems, warnings: {} } });
    } catch (error) {
      return (error as Refusal).fields;
    }
    return {};
  };
  expect(fields({ effectiveFrom: null })).toEqual({ effectiveFrom: '写明从哪一天起生效' });
  expect(fields({ effectiveFrom: '2026-10-13' })).toEqual({ effectiveFrom: '生效的日子已经过了，最早是今天' });
  expect(fields({ effectiveFrom: today })).toEqual({});
  expect(fields({ basis: ' ' })).toHaveProperty('basis');
  expect(fields({}, { days: '不能小于 1' })).toEqual({ days: '不能小于 1' });
  expect(codeOf(() => submitDraft(draft, lina, { ...handed, differences: 0 }))).toBe('nothingChanged');
});

test('改的人不能自己发布，帮着改过一处的人也不能', () => {
  const submitted = { ...draft, state: 'submitted' as const, editorIds: ['lina', 'liu'] };
  const published = { versions, ...handed };
  expect(whyNotPublish(person('liu', 'centerLeader'), submitted)).toMatch(/^改的人不能自己发布/);
  expect(codeOf(() => publishDraft(submitted, person('liu', 'centerLeader'), published))).toBe('notYoursToPublish');
  expect(codeOf(() => publishDraft(submitted, person('x', 'dispatcher'), published))).toBe('notYoursToPublish');
  expect(codeOf(() => publishDraft(submitted, person('x', 'closer', '140105'), published))).toBe('notYoursToPublish');
  expect(publishDraft(submitted, wangfang, published)).toEqual({
    countyCode: '140106',
    version: 5,
    effectiveFrom: '2026-11-01',
    basis: '迎政法发〔2026〕9号',
    value: { days: 5, color: 'red' },
    since: { color: 4 },
  });
});

test('没有送审的发布不了；送审以后生效的日子过了，也发布不了', () => {
  expect(codeOf(() => publishDraft(draft, wangfang, { versions, ...handed }))).toBe('draftMoved');
  const late = { versions, ...handed, today: '2026-11-02' };
  expect(codeOf(() => publishDraft({ ...draft, state: 'submitted' }, wangfang, late))).toBe('invalidInput');
});

test('别人先发布了一版：这一份发布不了，要先并进来；两边改的都留下', () => {
  const newer = { ...rules(7), version: 5, value: { days: 7, color: 'blue' } };
  const submitted = { ...draft, state: 'submitted' as const };
  expect(isOutdated(draft, versions)).toBe(false);
  expect(isOutdated(draft, [...versions, newer])).toBe(true);
  expect(codeOf(() => publishDraft(submitted, wangfang, { versions: [...versions, newer], ...handed }))).toBe(
    'publishedMeanwhile',
  );
  const rebased = rebaseDraft(draft, rules(7).value, newer);
  expect(rebased.clashes).toEqual([]);
  expect(rebased.draft).toMatchObject({
    value: { days: 5, color: 'blue' },
    base: { countyCode: '140106', version: 5 },
  });
});

test('退回要由能发布的另一个人；退回的可以接着改；作废的不行', () => {
  const submitted = { ...draft, state: 'submitted' as const };
  const back = sendDraftBack(submitted, wangfang);
  expect(back.state).toBe('returned');
  expect(saveDraft(back, input, lina, now, '').revision).toBe(4);
  expect(codeOf(() => sendDraftBack(submitted, lina))).toBe('notYoursToPublish');
  expect(codeOf(() => sendDraftBack(back, wangfang))).toBe('draftMoved');
  const gone = withdrawDraft(back, lina);
  expect(codeOf(() => saveDraft(gone, input, lina, now, ''))).toBe('draftMoved');
  expect(codeOf(() => withdrawDraft(gone, lina))).toBe('draftMoved');
});

test('别的区县的文件：不认识的不带进来，缺的照本区县的，一条一条说明', () => {
  const shape = {
    required: ['days', 'color'],
    properties: { days: { type: 'integer', title: '几天' }, color: { type: 'string', title: '颜色' } },
  };
  expect(adapt(shape, { days: 5, speed: 1 }, { days: 7, color: 'red' })).toEqual({
    value: { days: 5, color: 'red' },
    lines: ['文件里的「speed」这里没有，没有带进来。', '文件里没有「颜色」，照本区县现在的。'],
  });
  expect(isForeign(shape, { speed: 1 })).toBe(true);
  expect(isForeign(shape, { days: 5 })).toBe(false);
});
