import { expect, test } from 'vitest';
import { type Clock, untouched } from '../deadlines/clock.ts';
import { computeDue } from '../deadlines/due.ts';
import { explain } from '../deadlines/explain.ts';
import type { Pause } from '../deadlines/pause.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { statuses } from '../disputes/procedure.ts';
import { clockRuleOf } from '../disputes/rules.ts';
import { aContext, aDispute, alone, tuesday } from '../disputes/testing/aDispute.ts';
import { id, jiaMin, supervisor, wuZhiqiang } from '../disputes/testing/people.ts';
import { atTime } from '../platform/now.ts';
import type { ResidentInput } from './residentInput.ts';
import type { SignedRow } from './residentPapers.ts';
import type { ResidentEntry } from './residentTimeline.ts';
import { residentView } from './residentView.ts';

const context = aContext();
const guo = id(101);
const ren = id(102);

function clock(kind: string, startedAt = tuesday, pauses: Pause[] = []): Clock {
  const rule = clockRuleOf(context.rules, kind, 'ordinary');
  const { dueAt } = computeDue(rule, context.calendar, startedAt, pauses);
  return { ...untouched, id: `clock-${kind}`, kind, rule, startedAt, stoppedAt: null, pauses, dueAt };
}

function entry(over: Partial<ResidentEntry>): ResidentEntry {
  return {
    seq: 1,
    at: tuesday,
    type: 'report',
    actorRole: 'handler',
    actorPostId: wuZhiqiang.postId,
    actorUnitId: wuZhiqiang.unitId,
    statusBefore: 'inMediation',
    statusAfter: 'inMediation',
    notes: [],
    files: [],
    ...over,
  };
}

function look(dispute: Partial<Dispute>, over: Partial<ResidentInput> & { now?: Date } = {}) {
  const { now = tuesday, ...rest } = over;
  return residentView({
    dispute: aDispute(dispute),
    entries: [],
    partyId: guo,
    score: null,
    centerAddress: null,
    agreements: [],
    visits: [],
    lead: null,
    context: { ...context, now },
    ...rest,
  });
}

test('the first look says where it is, who works on it, by which date and how many days are left', () => {
  const view = look({ status: 'inMediation', clocks: [clock('report'), clock('handle'), clock('mediation')] });
  expect(view).toMatchObject({ where: '正在调解', handler: '武志强', codeGrouped: '140106 26 003812 6', late: null });
  expect(view).toMatchObject({ nextBy: '10月6日24时前办完', nextByDay: '2026-10-06', remaining: '还有7天' });
});

test('the arithmetic is the one officials see, figure by figure, in words of every day', () => {
  const handle = clock('handle');
  const view = look({ status: 'dispatched', clocks: [clock('acknowledge'), handle] });
  const officials = explain(computeDue(handle.rule, context.calendar, handle.startedAt).steps);
  expect(view.arithmetic.map((line) => line.replace(/\D/g, ''))).toEqual(
    officials.map((line) => line.replace(/\D/g, '')),
  );
});

test('in no status does a resident meet the words of the office', () => {
  const clocks = [
    'accept',
    'deploy',
    'acknowledge',
    'report',
    'handle',
    'mediation',
    'verify',
    'returnVisit',
    'strikeOff',
  ];
  for (const status of statuses) {
    const view = look({ status, clocks: clocks.map((kind) => clock(kind)) });
    expect(JSON.stringify(view), status).not.toMatch(/分流|签收|销号|督办单|牵头|承办/);
  }
});

test('late is said, with who is after it', () => {
  const now = atTime('2026-10-08', '10:00');
  const late = { status: 'inMediation', clocks: [clock('handle')] } as const;
  expect(look(late, { now })).toMatchObject({
    remaining: null,
    late: '原定10月6日（周二），已经晚了2天。您可以到窗口催。',
  });
  const urged = entry({ type: 'remind', at: atTime('2026-10-08', '09:00'), actorPostId: supervisor.postId });
  expect(look(late, { now, entries: [urged] }).late).toContain('中心在催办，催办人 张伟民。');
});

test('a date that stands still says what for, and how much is left afterwards', () => {
  const pause = { from: atTime('2026-10-01', '09:00'), to: null, reason: '等当事人补交房产证明', approvedBy: '王芳' };
  const materials = [
    {
      id: id(301),
      what: '房产证明',
      state: 'approved',
      limitAt: atTime('2026-10-14', '24:00'),
      askedByPostId: null,
      ground: 'material',
      unitId: null,
    },
  ] as const;
  const view = look({ status: 'inMediation', clocks: [clock('handle', tuesday, [pause])], materials });
  expect(view).toMatchObject({ nextBy: null, remaining: '日期先停着，材料交齐后还有6天' });
  expect(view.waitingFor).toEqual({ asked: true, sentence: '请您补交：房产证明，10月14日24时前。' });
});

test('the five steps show the days on which they were reached, counted anew after a reopening', () => {
  const moved = (seq: number, day: string, type: string, statusAfter: string) =>
    entry({ seq, at: atTime(day, '10:00'), type, statusAfter, statusBefore: '' });
  const entries = [
    moved(1, '2026-09-29', 'register', 'registered'),
    moved(2, '2026-09-29', 'dispatch', 'dispatched'),
    moved(3, '2026-10-08', 'acknowledge', 'inMediation'),
  ];
  expect(look({ status: 'inMediation' }, { entries }).steps).toEqual([
    { label: '登记', state: 'done', on: '2026-09-29' },
    { label: '转办', state: 'done', on: '2026-09-29' },
    { label: '调解', state: 'here', on: '2026-10-08' },
    { label: '结果', state: 'todo', on: null },
    { label: '回访', state: 'todo', on: null },
  ]);
  const again = [...entries, moved(4, '2026-11-02', 'reopen', 'dispatched')];
  expect(look({ status: 'dispatched' }, { entries: again }).steps[1]).toMatchObject({
    state: 'here',
    on: '2026-11-02',
  });
  expect(look({ status: 'archived' }).steps.every(({ state }) => state === 'done')).toBe(true);
});

test('what one party says or hands in is not shown to the other', () => {
  const party = { actorRole: 'party', actorUnitId: null } as const;
  const entries = [
    entry({
      ...party,
      seq: 1,
      type: 'message',
      actorPostId: guo,
      notes: [{ kind: 'residentMessage', body: '我怕他' }],
    }),
    entry({ ...party, seq: 2, type: 'addFile', actorPostId: guo, files: ['病历.jpg'] }),
    entry({ ...party, seq: 3, type: 'contest', actorPostId: guo, notes: [{ kind: 'contest', body: '还在漏' }] }),
  ];
  const texts = (partyId: string | null) =>
    look({ status: 'closed' }, { entries, partyId }).timeline.map((line) => line.text);
  expect(texts(guo)).toEqual(['您说没有解决：还在漏', '您交来 1 份材料：病历.jpg', '您说：我怕他']);
  expect(texts(ren)).toEqual(['有一方当事人说没有解决，中心收到了。']);
  expect(texts(null)).toEqual(['有一方当事人说没有解决，中心收到了。']);
});

test('the timeline tells what was told at the time, newest first, and who said it; inner steps stay inside', () => {
  const entries = [
    entry({ seq: 1, type: 'register', actorPostId: jiaMin.postId, actorUnitId: jiaMin.unitId }),
    entry({ seq: 2, type: 'triage' }),
    entry({ seq: 3, type: 'dispatch', notes: [{ kind: 'told', body: '您的事已经转给住建局办理。' }] }),
    entry({
      seq: 4,
      notes: [
        { kind: 'progress', body: '周四上门看漏点' },
        { kind: 'told', body: '周四上门看漏点' },
      ],
    }),
    entry({ seq: 5, type: 'reveal' }),
  ];
  const texts = look({ status: 'inMediation' }, { entries }).timeline.map(({ text }) => text);
  expect(texts[0]).toMatch(/武志强：周四上门看漏点$/);
  expect(texts.slice(1)).toEqual(['您的事已经转给住建局办理。', '登记好了。']);
});

test('one may rate once, within the days set, and say that it is not settled for as long as one likes', () => {
  const closed = { status: 'closed', closedAt: tuesday } as const;
  expect(look(closed)).toMatchObject({ canRate: true, canContest: true });
  expect(look({ ...closed, rated: true }, { score: 4 })).toMatchObject({ canRate: false, rated: 4 });
  expect(look(closed, { now: atTime('2027-03-01', '09:00') })).toMatchObject({ canRate: false, canContest: true });
  expect(look({ ...closed, contested: true, clocks: [clock('contest')] })).toMatchObject({
    canContest: false,
    where: '您说没有解决，中心正在看',
    nextBy: '10月9日24时前给您答复',
  });
});

test('the other ways are there from the first day: nobody is held in mediation', () => {
  expect(look({ status: 'registered' }).routes[0]?.ways[0]).toContain('向法院起诉：向人民法院提出');
});

test('of many who are owed something each reads the own part, and who speaks for somebody reads that part', () => {
  const [payer, other, speaker] = [id(102), id(103), id(104)];
  const party = (each: string, name: string, representsPartyId: string | null = null) => ({
    ...{ id: each, name, side: 'applicant' as const, kind: 'person' as const, minor: false },
    ...{ ...alone, representsPartyId },
  });
  const parties = [party(guo, '郭秀兰'), party(payer, '任建军'), party(other, '马国强'), party(speaker, '李敏', other)];
  const item = (obligation: string, payeePartyId: string | null) => ({
    ...{ obligation, amountCents: 100, dueOn: '2026-10-20', performedOn: null, part: 'principal' as const },
    ...{ payerPartyId: payer, payeePartyId, paidCents: 0, state: 'open' as const, defaulted: false },
  });
  const items = [item('给郭秀兰', guo), item('给马国强', other), item('给大家', null)];
  const agreement = { form: 'written', terms: '', totalCents: null, effectiveOn: '2026-09-29', items };
  const reads = (partyId: string | null) =>
    look({ status: 'settled', parties }, { partyId, agreements: [agreement] }).agreements[0]?.items.map(
      ({ what }) => what,
    );
  expect(reads(guo)).toEqual(['任建军：给郭秀兰 1元', '任建军：给大家 1元']);
  expect(reads(other)).toEqual(['任建军：给马国强 1元', '任建军：给大家 1元']);
  expect(reads(speaker)).toEqual(reads(other));
  expect(reads(payer)).toEqual(['您：给郭秀兰 1元', '您：给马国强 1元', '您：给大家 1元']);
  expect(reads(null)).toHaveLength(3);
});

test('the reader hears where and when he signed, for whom, and that a signature no longer counts; nobody else’s', () => {
  const parties = aDispute().parties;
  const [own, other] = parties.map(({ id }) => id);
  const row = {
    at: new Date('2026-10-14T02:00:00Z'),
    number: '〔2026〕迎人调字第1号',
    partyId: own ?? '',
    voided: false,
  };
  const signedBy = (...signed: SignedRow[]) => look({ parties }, { partyId: own ?? '', signed }).signed;
  expect(signedBy({ ...row, how: 'screen' })).toEqual(['您 10月14日 在调解协议〔2026〕迎人调字第1号上签了字。']);
  expect(signedBy({ ...row, how: 'paper', voided: true })).toEqual([
    '您 10月14日 在调解协议〔2026〕迎人调字第1号的纸质本上签了字，后来作废了，要重新签。',
  ]);
  expect(signedBy({ ...row, how: 'screen', partyId: other ?? '' })[0]).toContain('替任建军在调解协议');
});
