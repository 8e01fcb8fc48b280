import { expect, test } from 'vitest';
import { countiesOf, viewersOf } from './viewers.ts';

const post = (role: string, unitId: string, regionCode = '140106') => ({
  postId: 'P',
  role,
  unitId,
  centerId: unitId.endsWith('-center') ? unitId : null,
  regionCode,
  countyCode: regionCode.slice(0, 6),
});

test.each(['receptionist', 'dispatcher', 'referee', 'approver', 'centerLeader', 'closer'])(
  'a %s of a center sees what the center sees, and is told what concerns the desk',
  (role) => {
    expect(viewersOf(post(role, '140106-center'))).toEqual(['p:P', 'c:140106-center', `c:140106-center#${role}`]);
  },
);

test('a supervisor sees the ledger of the region, not the desk of the center', () => {
  expect(viewersOf(post('supervisor', '140106-center'))).toEqual(['p:P', 'r:140106', 'c:140106-center#supervisor']);
});

test('leaders, information officers and grid workers see their place', () => {
  expect(viewersOf(post('politicalLegalMember', '140106002-office', '140106002'))).toEqual([
    'p:P',
    'r:140106002',
    'r:140106002#politicalLegalMember',
  ]);
  expect(viewersOf(post('informationOfficer', '140106002-center', '140106002'))).toEqual(['p:P', 'r:140106002']);
  expect(viewersOf(post('informationOfficer', '140106002-office', '140106002001'))).toEqual(['p:P', 'r:140106002']);
  expect(viewersOf(post('gridWorker', '140106002-center', '140106002001003'))).toEqual(['p:P', 'r:140106002001003']);
});

test('the head of a unit sees what the unit has, a handler what waits for a hand', () => {
  expect(viewersOf(post('unitHead', '140106-housing'))).toEqual([
    'p:P',
    'u:140106-housing',
    'u:140106-housing#unitHead',
  ]);
  expect(viewersOf(post('unitHead', '140106-center'))).toEqual(['p:P', 'c:140106-center', 'u:140106-center#unitHead']);
  expect(viewersOf(post('handler', '140106-housing'))).toEqual(['p:P', 'h:140106-housing']);
  expect(viewersOf(post('handler', '140106-center'))).toEqual(['p:P', 'h:140106-center']);
});

test.each(['courtClerk', 'arbitrator', 'reconsiderationOfficer', 'notary', 'legalAidOfficer'])(
  'a %s sees the packets handed over to the desk',
  (role) => {
    expect(viewersOf(post(role, '140106-court'))).toEqual(['p:P', `u:140106-court#${role}`]);
  },
);

test.each(['mediator', 'communityOfficer'])('a %s sees only what names the post', (role) => {
  expect(viewersOf(post(role, '140106-center'))).toEqual(['p:P']);
  expect(viewersOf(post(role, '140106-publicSecurity'))).toEqual(['p:P']);
});

test.each(['systemAdmin', 'securityAdmin', 'auditAdmin'])(
  'a %s says to the database that no matter is to be seen',
  (role) => {
    expect(viewersOf(post(role, '140106-center'))).toEqual(['noMatters', 'p:P']);
  },
);

test('the city reaches every county by name, a county only itself', () => {
  const all = ['140100', '140105', '140106'];
  expect(countiesOf({ countyCode: '140100' }, all)).toEqual(all);
  expect(countiesOf({ countyCode: '140106' }, all)).toEqual(['140106']);
});
