import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf } from '../disputes/testing/applyDecision.ts';
import {
  city,
  court,
  housing,
  justice,
  network,
  street,
  xiaodianHousing,
  yingze,
} from '../disputes/testing/network.ts';
import { wuZhiqiang } from '../disputes/testing/people.ts';
import { atTime, formatDue } from '../platform/now.ts';
import { dispatch } from './dispatch.ts';
import { suggestUnits } from './suggestUnits.ts';

const ready = aDispute({ status: 'accepted', difficulty: 'ordinary' });
const input = { leadUnitId: housing, supportingUnitIds: [justice], message: '先去现场看漏点' };

test('the unit’s desk, the supporting unit’s head and the resident are told, each what concerns them', () => {
  const decided = dispatch(ready, input, aContext());
  expect(decided.tell).toEqual([
    { owner: 'u:140106-housing#unitHead', text: '分流来一件，今天签收。' },
    { owner: 'h:140106-housing', text: '分流来一件，今天签收。' },
    { owner: 'u:140106-justice#unitHead', text: '请你单位协办，牵头：迎泽区住建局。' },
    { owner: 'resident', text: '您的事已经转给迎泽区住建局办理。' },
  ]);
});

test('signing, reporting and handling start on the day of the dispatch; the desk’s own day is met', () => {
  const context = aContext({ now: atTime('2026-09-29', '16:40') });
  const started = applyDecision('dispatch', ready, dispatch(ready, input, context), context);
  expect(started.status).toBe('dispatched');
  expect(started.clocks.map(({ kind, dueAt }) => [kind, dueAt && formatDue(dueAt)])).toEqual([
    ['acknowledge', '9月29日24时'],
    ['report', '10月2日24时'],
    ['handle', '10月6日24时'],
  ]);
});

test('a complex matter has a month', () => {
  const complex = aDispute({ status: 'accepted', difficulty: 'complex' });
  const after = applyDecision('dispatch', complex, dispatch(complex, input, aContext()), aContext());
  const handle = after.clocks.find(({ kind }) => kind === 'handle');
  expect(handle?.dueAt && formatDue(handle.dueAt)).toBe('10月29日24时');
});

test('it can be withdrawn for the set minutes', () => {
  const decided = dispatch(ready, input, aContext({ now: atTime('2026-09-29', '16:40') }));
  expect(decided.own?.dispatch_undo_until).toEqual(atTime('2026-09-29', '16:55'));
});

test('triage comes first', () => {
  const untriaged = aDispute({ status: 'accepted' });
  expect(refusalOf(() => dispatch(untriaged, input, aContext()))).toBe('notTriaged');
});

test('to the center itself, down to a township, up to the city: all of these', () => {
  for (const leadUnitId of [yingze, street, city])
    expect(dispatch(ready, { ...input, leadUnitId }, aContext()).matter?.lead_unit_id).toBe(leadUnitId);
});

test('a center that is to lead is told at its own desk; one that supports, at its leader', () => {
  const decided = dispatch(ready, { ...input, leadUnitId: yingze, supportingUnitIds: [street] }, aContext());
  expect(decided.tell?.map(({ owner }) => owner)).toEqual([
    'c:140106-center#centerLeader',
    'c:140106-center#dispatcher',
    'h:140106-center',
    'c:140106004-center#centerLeader',
    'resident',
  ]);
});

test('not to another county, nor to what does not exist, nor to one unit as lead and support', () => {
  const to = (over: Partial<typeof input>) => refusalOf(() => dispatch(ready, { ...input, ...over }, aContext()));
  expect(to({ leadUnitId: xiaodianHousing })).toBe('otherCounty');
  expect(to({ supportingUnitIds: [xiaodianHousing] })).toBe('otherCounty');
  expect(to({ leadUnitId: '140106-nobody' })).toBe('unknownUnit');
  expect(to({ supportingUnitIds: [housing] })).toBe('leadIsSupport');
});

test('the duty list names the township’s center for neighbors, and its basis goes into the record', () => {
  const [first] = suggestUnits(ready, network);
  expect(first).toMatchObject({ unitId: street, name: '迎泽街道中心', supportingUnitIds: [justice] });
  const decided = dispatch(ready, { ...input, leadUnitId: street }, aContext());
  expect(decided.data).toMatchObject({ dutyEntryId: '140106-02', basis: '缺省职责清单（待各县确认）' });
  expect(dispatch(ready, input, aContext()).data).toMatchObject({ dutyEntryId: null, basis: null });
});

test('who does not want to mediate is led to the counters of the category before the duty list', () => {
  const unwilling = suggestUnits({ ...ready, willing: 'no' }, network);
  expect(unwilling[0]).toMatchObject({ unitId: court, basis: '不愿意调解，导向窗口：向法院起诉' });
  expect(unwilling.at(-1)?.unitId).toBe(street);
});

test('a unit that sent it back and gets it again is the lead, no former one', () => {
  const again = aDispute({ status: 'accepted', difficulty: 'ordinary', formerUnitIds: [housing, court] });
  expect(dispatch(again, input, aContext()).own?.former_unit_ids).toEqual([court]);
});

test('of the units that helped before, those chosen again stay and the others are released', () => {
  const before = aDispute({
    status: 'accepted',
    difficulty: 'ordinary',
    supportingUnits: [
      { unitId: justice, task: '协办', doneAt: null },
      { unitId: court, task: '协办', doneAt: null },
      { unitId: housing, task: '协办', doneAt: null },
    ],
  });
  const context = aContext();
  const decided = dispatch(before, input, context);
  expect(decided.inserts?.map(({ into }) => into)).toEqual(['unit_dispatch']);
  expect(decided.changes?.map(({ id }) => id)).toEqual([court, housing]);
  expect(applyDecision('dispatch', before, decided, context).supportingUnits.map(({ unitId }) => unitId)).toEqual([
    justice,
  ]);
});

test('a restricted matter goes only where somebody is named who can sign for it', () => {
  const restricted = { ...ready, restricted: true };
  const alone = { ...input, supportingUnitIds: [] };
  expect(refusalOf(() => dispatch(restricted, alone, aContext()))).toBe('nobodyNamed');
  const named = { ...restricted, namedPostIds: [wuZhiqiang.postId] };
  expect(dispatch(named, alone, aContext()).matter?.lead_unit_id).toBe(housing);
  expect(refusalOf(() => dispatch(named, input, aContext()))).toBe('nobodyNamed');
  expect(dispatch(restricted, { ...alone, leadUnitId: yingze }, aContext()).matter?.lead_unit_id).toBe(yingze);
});
