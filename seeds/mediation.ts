import { getDispute } from '../src/disputes/disputes.sql.ts';
import { mediating } from '../src/disputes/mediators.ts';
import { recordBody, recordMediator } from '../src/mediation/bodies.sql.ts';
import { type BodyForm, emptyBody, emptyMediator, type MediatorForm } from '../src/mediation/bodies.ts';
import { keepBody, keepMediator } from '../src/mediation/keepBody.ts';
import { keep } from '../src/network/keep.ts';
import { loadBook } from '../src/network/network.sql.ts';
import { recordRows } from '../src/network/record.sql.ts';
import { rowsOf } from '../src/network/rows.ts';
import { subjects } from '../src/network/subjects.ts';
import { systemActor } from '../src/platform/actor.ts';
import { command, reading } from '../src/platform/db.ts';
import { addDays, type Day, dayOf } from '../src/platform/now.ts';
import { residentOf, type Stage, stepAt } from './stage.ts';
import { at } from './steps.ts';
import type { Tale } from './tale.ts';

type Profile = Partial<MediatorForm> & { readonly unitId: string; readonly which?: number };

const labor = '140106-mediation-labor';
const construction = '140106-mediation-construction';
const family = '140106-mediation-family';
const property = '140106-mediation-property';
const north = '140107004-mediation';
const officers = '140107-mediation-officers';
const studio = '140107-mediation-studio';

/** A named studio and a team of judge, prosecutor, police officer and lawyer: units that the network is not shipped with. */
const ownUnits = [
  { id: officers, name: '杏花岭区三官一师法律服务团（演示）', short: '三官一师团' },
  { id: studio, name: '乔满堂调解工作室（演示）', short: '乔满堂工作室' },
];

async function addUnits({ engine }: Stage): Promise<void> {
  const county = { regionCode: '140107', kind: 'mediationCommittee' as const, phone: null, note: null };
  await command(engine.db, systemActor(['140107'], '140107'), async (tx) => {
    const book = await loadBook(tx);
    for (const unit of ownUnits) {
      const form = { ...county, ...unit, assumed: false, active: true };
      const { after } = keep(subjects.units, form, book, { counties: ['140107'], countyCode: '140107' });
      recordRows(tx, rowsOf('units', after, book));
    }
  });
  await engine.cache.refresh();
}

const teamOf = (stage: Stage): BodyForm['team'] => [
  { postId: stage.post('courtClerk', '140107-court').postId, part: 'judge' },
  { postId: stage.post('handler', '140107-procuratorate').postId, part: 'prosecutor' },
  { postId: stage.post('communityOfficer', '140107-publicSecurity').postId, part: 'police' },
  { postId: stage.post('legalAidOfficer', '140107-legalAid').postId, part: 'lawyer' },
];

/** Invented, as everybody here: what bodies were kept with, and since when they sit. */
const bodies = (today: Day, team: BodyForm['team']): readonly (Partial<BodyForm> & { unitId: string })[] => {
  const term = (from: number, to: number) => ({ termFrom: addDays(today, from), termTo: addDays(today, to) });
  const usual = { sealKeptBy: '主任', address: '中心二层' };
  return [
    { unitId: labor, kind: 'industry', members: 7, women: 3, ...usual, ...term(-400, 500) },
    { unitId: construction, kind: 'industry', members: 5, women: 1, ...usual, ...term(-1000, 40) },
    { unitId: family, kind: 'professional', members: 5, women: 4, ...usual, ...term(-200, 800) },
    { unitId: property, kind: 'industry', members: 5, women: 2, ...usual, ...term(-700, 300) },
    { unitId: '140106-mediation-commerce', kind: 'commercial', charges: true, note: '收费标准挂在中心门口。' },
    { unitId: '140106004-mediation', kind: 'people', members: 5, women: 2, ...usual, ...term(-300, 700) },
    { unitId: officers, kind: 'team', team },
    { unitId: studio, kind: 'studio', parentUnitId: north, sealKeptBy: '乔满堂' },
    { unitId: north, kind: 'people', members: 7, women: 3, ...usual, ...term(-1090, -10) },
  ];
};

const mediators = (today: Day): readonly Profile[] => {
  const term = { termFrom: addDays(today, -300), termTo: addDays(today, 600) };
  const spoken = ['普通话', '晋语'];
  return [
    { unitId: '140106-center', skills: ['01', '02', '03', '10', '17'], fields: ['法律'], languages: spoken, ...term },
    { unitId: '140106004-center', skills: ['02', '03', '17'], languages: spoken, ...term },
    { unitId: labor, skills: ['10', '11'], fields: ['劳动法', '会计'], languages: spoken, ...term },
    { unitId: construction, skills: ['04', '10', '11'], fields: ['建筑造价'], languages: ['普通话'], ...term },
    { unitId: family, skills: ['01'], fields: ['心理疏导'], languages: [...spoken, '手语'], ...term },
    { unitId: property, skills: ['17', '02'], fields: ['物业管理'], languages: ['普通话'], ...term },
    {
      unitId: '140107-center',
      skills: ['10', '11', '04'],
      fields: ['劳动法'],
      studioUnitId: studio,
      languages: spoken,
      ...term,
    },
    { unitId: north, skills: ['01', '02'], fields: ['老调解员'], languages: spoken, ...term },
    { unitId: '140107004-center', skills: ['02', '17'], fields: ['心理疏导'], languages: ['普通话'], ...term },
  ];
};

/** What a center's leader would have written down of bodies and mediators, by the same decisions. */
export async function seedMediation(stage: Stage): Promise<void> {
  const { engine } = stage;
  await addUnits(stage);
  const { network, directory } = engine.reference();
  const today = dayOf(engine.now());
  for (const countyCode of ['140106', '140107']) {
    const leader = stage.post('centerLeader', `${countyCode}-center`);
    await command(engine.db, leader, async (tx) => {
      for (const { unitId, ...form } of bodies(today, teamOf(stage)).filter((each) =>
        each.unitId.startsWith(countyCode),
      )) {
        const unit = network.unit(unitId);
        if (unit)
          recordBody(tx, { unitId, countyCode }, keepBody({ ...emptyBody, ...form }, unit, { network, directory }));
      }
      for (const { unitId, which, ...form } of mediators(today).filter((each) => each.unitId.startsWith(countyCode))) {
        const { postId } = stage.post('mediator', unitId, which);
        recordMediator(tx, { postId, countyCode }, keepMediator({ ...emptyMediator, ...form }, { network }));
      }
    });
  }
}

/** The desk asks these bodies' mediators, and each says first that nothing ties him. */
export function appointed(c: Tale, ...unitIds: readonly string[]): void {
  c.t.add(async (stage, live, now) => {
    const postIds = unitIds.map((unitId) => stage.post('mediator', unitId).postId);
    const desk = stage.post('dispatcher', c.t.centerId);
    await stepAt(stage, c.t.name, live, desk, 'appointMediator', { postIds, basis: 'proposed' }, now);
  });
  for (const unitId of unitIds) c.t.step(at('mediator', unitId), 'declareTie', { ties: [] });
}

/** 「我不要他」: a party says so on the phone, the leader changes him the same day. */
export function changed(c: Tale, from: string, to: string, reason: string): void {
  const sitting = (stage: Stage, code: string) =>
    reading(stage.engine.db, systemActor([code.slice(0, 6)]), async (queries) => {
      const { mediators: all } = await getDispute(queries, code);
      const postId = stage.post('mediator', from).postId;
      return mediating({ mediators: all }).find((each) => each.postId === postId)?.id ?? '';
    });
  c.t.add(async (stage, live, now) => {
    const mediatorId = await sitting(stage, live.code);
    const input = { mediatorId, reason };
    await stepAt(stage, c.t.name, live, await residentOf(stage, live), 'objectToMediator', input, now);
  });
  c.t.add(async (stage, live, now) => {
    const mediatorId = await sitting(stage, live.code);
    const leader = stage.post('centerLeader', c.t.centerId);
    const input = { mediatorId, reason: '当事人不放心，换一位。' };
    await stepAt(stage, c.t.name, live, leader, 'releaseMediator', input, now);
  });
  appointed(c, to);
}
