import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainly } from '../platform/db.ts';
import { makeReferenceCache, type ReferenceCache } from '../server/reference.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';

type Person = Awaited<ReturnType<TestApp['as']>>;
let t: TestApp;
let [admin, cityAdmin, receptionist] = [] as unknown as [Person, Person, Person];

beforeAll(async () => {
  t = await testApp(new Date('2026-10-14T02:00:00Z'));
  admin = await t.as('systemAdmin', '140106-center');
  cityAdmin = await t.as('systemAdmin', '140100-center');
  receptionist = await t.as('receptionist', '140106-center');
});
afterAll(() => t.close());

const lastTrail = (subject: string) =>
  plainly(t.db, (q) =>
    q
      .selectFrom('trail')
      .select(['act', 'detail'])
      .where('subject', '=', subject)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );

const studio = {
  regionCode: '140106004',
  kind: 'industryMediation',
  name: '迎泽街道老兵调解工作室',
  short: '老兵工作室',
  phone: '0351-1234567',
  note: null,
  assumed: false,
  active: true,
};

describe('what every page picks from', () => {
  test('a county with everything in it; the city with its counties', async () => {
    const regions = await receptionist.get('/api/regions?county=140106');
    expect(regions[0]).toEqual({
      code: '140106',
      name: '迎泽区',
      short: '迎泽区',
      level: 'county',
      parentCode: '140100',
      initials: expect.stringMatching(/^yz/),
    });
    expect(regions.filter(({ level }: { level: string }) => level === 'township')).toHaveLength(7);
    expect(await receptionist.get('/api/regions?county=140100')).toHaveLength(11);
    expect(await receptionist.get('/api/regions')).toEqual(regions);
  });

  test('the units of a county, centers among them, with pinyin initials', async () => {
    const units = await receptionist.get('/api/units?county=140106');
    expect(units).toHaveLength(26 + 14 + 8 + 7 * 2);
    expect(units.find(({ id }: { id: string }) => id === '140106-court')).toEqual({
      id: '140106-court',
      name: '太原市迎泽区人民法院',
      short: '迎泽区法院',
      kind: 'court',
      kindLabel: '法院',
      level: 'county',
      regionCode: '140106',
      initials: 'yzqfy',
      phone: null,
    });
  });

  test('eighteen categories, in their order', async () => {
    const categories = await receptionist.get('/api/categories');
    expect(categories.map(({ code }: { code: string }) => code)).toEqual(
      Array.from({ length: 18 }, (_, i) => String(i + 1).padStart(2, '0')),
    );
    expect(categories[0].neverConfirmable).toContain('婚姻关系');
  });

  test('who holds which post in a unit', async () => {
    expect(await receptionist.get('/api/units/140106-center/posts')).toContainEqual({
      postId: expect.any(String),
      name: 'receptionist',
      role: 'receptionist',
      roleLabel: '接待岗',
    });
    expect(await receptionist.get('/api/units/140106-housing/posts')).toEqual([]);
  });

  test('a center shows what it has published, and who is there on this Wednesday', async () => {
    const center = await receptionist.get('/api/centers/140108-center');
    expect(center).toMatchObject({
      short: '尖草坪中心',
      areaM2: 1359.6,
      today: { day: '2026-10-14', kind: 'working', name: '周三' },
    });
    expect([center.counters.length, center.rooms.length, center.zones.length]).toEqual([12, 32, 6]);
    const rotating = center.presences.filter(({ mode }: { mode: string }) => mode === 'rotating');
    expect(rotating.map(({ unit, hereToday }: { unit: string; hereToday: boolean }) => [unit, hereToday])).toEqual([
      ['尖草坪区住建局', false],
      ['尖草坪自然资源分局', false],
      ['尖草坪区市场监管局', true],
      ['尖草坪区民政局', false],
    ]);
    expect(
      center.presences.filter(
        ({ mode, hereToday }: { mode: string; hereToday: boolean }) => mode === 'resident' && !hereToday,
      ),
    ).toEqual([]);
    expect(await receptionist.get('/api/centers')).toHaveLength(8);
  });

  test('a center that does not exist is not found', async () => {
    expect((await receptionist.raw('GET', '/api/centers/140106-nowhere')).statusCode).toBe(404);
  });

  test('the rules of the own county with version, day and basis; another county’s are refused', async () => {
    expect(await receptionist.get('/api/settings')).toMatchObject({
      countyCode: '140106',
      heldBy: '140106',
      version: 1,
      rules: { triage: { complexPeople: 10 }, clocks: { report: { unit: 'workingDay', length: 3 } } },
    });
    expect(await cityAdmin.get('/api/settings?county=140105')).toMatchObject({
      countyCode: '140105',
      heldBy: '140100',
    });
    expect((await receptionist.raw('GET', '/api/settings?county=140105')).statusCode).toBe(422);
  });
});

describe('keeping the network', () => {
  test('an administrator adds a unit; everybody can pick it at once, and the trail says who', async () => {
    const added = await admin.post('/api/units', studio, 201);
    expect(added.key).toBe('140106004-industryMediation');
    const units = await receptionist.get('/api/units');
    expect(units.find(({ id }: { id: string }) => id === added.key)).toMatchObject({
      short: '老兵工作室',
      initials: 'lbgzs',
    });
    expect(await lastTrail(`units/${added.key}`)).toMatchObject({ act: 'network.added' });
  });

  test('adding the same unit again is a conflict that says what to do', async () => {
    const again = await admin.raw('POST', '/api/units', studio);
    expect(again.statusCode).toBe(409);
    expect(again.json().error).toMatchObject({ code: 'alreadyThere', message: '这个单位已经有了，去改它就行。' });
  });

  test('a change names its fields in the trail; a change of nothing leaves no trace', async () => {
    const key = '140106004-industryMediation';
    const changed = { ...studio, id: key, phone: '13800138000' };
    const first = await admin.raw('PUT', `/api/units/${key}`, changed);
    expect(first.json().differences).toEqual([
      { field: 'phone', label: '电话', from: '0351-1234567', to: '13800138000' },
    ]);
    expect(await lastTrail(`units/${key}`)).toEqual({ act: 'network.changed', detail: { fields: ['phone'] } });
    const count = () =>
      plainly(t.db, (q) =>
        q
          .selectFrom('trail')
          .select((e) => e.fn.countAll<number>().as('n'))
          .where('subject', '=', `units/${key}`)
          .executeTakeFirst(),
      );
    const before = await count();
    expect((await admin.raw('PUT', `/api/units/${key}`, changed)).json().differences).toEqual([]);
    expect(await count()).toEqual(before);
  });

  test.each([
    ['a receptionist', () => receptionist, { ...studio, short: '另一个' }, 403, 'notYourRole'],
    [
      'the administrator of another county',
      () => admin,
      { ...studio, regionCode: '140105001', name: '坞城工作室', short: '坞城' },
      403,
      'otherCounty',
    ],
    ['an unknown field', () => admin, { ...studio, color: 'red' }, 422, 'invalidInput'],
    [
      'a place that is not there',
      () => admin,
      { ...studio, regionCode: '140106999', name: '甲', short: '甲' },
      422,
      'invalidInput',
    ],
    [
      'a second unit of the same short name',
      () => admin,
      { ...studio, name: '另一个', short: '迎泽区法院' },
      422,
      'invalidInput',
    ],
  ])('refused: %s', async (_, who, body, status, code) => {
    const answer = await who().raw('POST', '/api/units', body);
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
  });

  test('categories are the city’s, so that figures can be added up', async () => {
    const category = {
      code: '19',
      name: '校园',
      english: 'School',
      politicalLegalNames: [],
      neverConfirmable: null,
      note: null,
      position: 19,
      active: true,
    };
    expect((await admin.raw('POST', '/api/categories', category)).json().error.code).toBe('cityOnly');
    await cityAdmin.post('/api/categories', category, 201);
    await cityAdmin.raw('PUT', '/api/categories/19', { ...category, active: false });
    expect(await receptionist.get('/api/categories')).toHaveLength(18);
    expect(t.engine.reference().network.category('19')?.name).toBe('校园');
  });

  test('a township that the list lacks, its center, a community and a grid, each on the one before', async () => {
    const place = { statistical: false, assumed: true, note: null, active: true };
    await admin.post('/api/regions', { ...place, code: '140106101', name: '新镇', short: '新镇' }, 201);
    const orphan = await admin.raw('POST', '/api/regions', {
      ...place,
      code: '140106101001001',
      name: '第一网格',
      short: '第一网格',
    });
    expect(orphan.json().error.fields).toEqual({ code: '上级 140106101001 还没有，先加上级' });
    await admin.post('/api/regions', { ...place, code: '140106101001', name: '东社区', short: '东社区' }, 201);
    await admin.post('/api/regions', { ...place, code: '140106101001001', name: '第一网格', short: '第一网格' }, 201);
    const center = {
      regionCode: '140106101',
      name: '新镇综治中心',
      short: '新镇中心',
      address: null,
      phone: null,
      areaM2: 300,
      zones: [],
      stated: {},
      note: null,
      assumed: false,
      active: true,
    };
    await admin.post('/api/centers', center, 201);
    await admin.post(
      '/api/counters',
      {
        centerId: '140106101-center',
        number: 1,
        name: '综合受理窗口',
        zone: null,
        mode: 'resident',
        assumed: false,
        active: true,
      },
      201,
    );
    expect(await receptionist.get('/api/centers/140106101-center')).toMatchObject({
      areaM2: 300,
      counters: [{ number: 1 }],
    });
    expect(await receptionist.get('/api/units')).toContainEqual(
      expect.objectContaining({ id: '140106101-center', kind: 'center' }),
    );
  });

  test('a changed duty is a new version from a day on; the old one ends the day before', async () => {
    const key = '140106-17';
    const [duty] = (await receptionist.get('/api/network/duties?county=140106')).filter(
      (each: { key: string }) => each.key === key,
    );
    const { key: _, ...form } = duty;
    const confirmed = { ...form, basis: '迎综治〔2026〕1号', status: 'V' };
    expect((await admin.raw('PUT', `/api/duties/${key}`, confirmed)).json().error.fields).toEqual({
      effectiveFrom: '改了内容，生效日期要晚于上一版的 2026-01-01',
    });
    expect(
      (await admin.raw('PUT', `/api/duties/${key}`, { ...confirmed, effectiveFrom: '2026-10-14' })).statusCode,
    ).toBe(200);
    const rows = await plainly(t.db, (q) =>
      q
        .selectFrom('duty_entry')
        .select(['id', 'version', 'effective_from', 'effective_to', 'basis'])
        .where('region_code', '=', '140106')
        .where('category_code', '=', '17')
        .orderBy('version')
        .execute(),
    );
    expect(rows).toMatchObject([
      { id: '140106-17', version: 1, effective_to: '2026-10-13' },
      { id: '140106-17-2', version: 2, effective_from: '2026-10-14', effective_to: null, basis: '迎综治〔2026〕1号' },
    ]);
    expect(
      t.engine
        .reference()
        .network.duties('140106', '17')
        .map(({ id }) => id),
    ).toEqual(['140106-17-2']);
  });

  test('a unit that the duty list still names cannot be retired', async () => {
    const [court] = (await receptionist.get('/api/network/units')).filter(
      ({ key }: { key: string }) => key === '140106-health',
    );
    const { key, ...form } = court;
    const answer = await admin.raw('PUT', `/api/units/${key}`, { ...form, active: false });
    expect(answer.json().error.fields).toEqual({ active: '职责清单还把事情分给它，先改职责清单' });
  });

  test('a second server sees the change', async () => {
    const second: ReferenceCache = await makeReferenceCache(t.db, { now: () => t.clock.now });
    await admin.raw('PUT', '/api/presences/140106-center:140106-housing', {
      ...{
        centerId: '140106-center',
        unitId: '140106-housing',
        mode: 'rotating',
        weekdays: [3],
        from: '09:00',
        to: '12:00',
      },
      ...{ counterNumber: 2, callMinutes: null, note: null, assumed: false, active: true },
    });
    expect(await second.check()).toBe(true);
    expect(second.current().book.presences.get('140106-center:140106-housing')).toMatchObject({
      weekdays: [3],
      counterNumber: 2,
    });
    second.close();
  });
});

describe('the calendar', () => {
  test('a published year lists its days', async () => {
    const year = await receptionist.get('/api/calendar/2026');
    expect(year).toMatchObject({ year: 2026, published: true, source: '国办2025-11-04', missingYear: 2027 });
    expect(year.days).toHaveLength(39);
  });

  test('a missing year says so', async () => {
    expect(await receptionist.get('/api/calendar/2027')).toMatchObject({
      published: false,
      days: [],
      sentence: expect.stringContaining('2027年的放假安排还没有录入'),
    });
  });
});
