import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { atTime } from '../platform/now.ts';
import type { Clock } from './clock.ts';
import { untouched } from './clock.ts';
import { computeDue } from './due.ts';
import { leadingClock, runningClocks } from './leading.ts';
import type { Pause } from './pause.ts';
import { type ClockKind, clockRuleFor, defaultClockRules } from './rules.13710.ts';
import { statutoryClocks } from './rules.statutory.ts';
import { clockState } from './state.ts';

function clock(kind: string, start: string, changes: Partial<Clock> = {}, pauses: Pause[] = []): Clock {
  const rule = changes.rule ?? defaultClockRules[kind as ClockKind] ?? statutoryClocks.get(kind)?.rule;
  if (!rule) throw new Error(`no rule ${kind}`);
  const startedAt = new Date(`${start}+08:00`);
  const { dueAt } = computeDue(rule, calendar, startedAt, pauses);
  const binds = rule.binds ?? 'ours';
  return {
    ...untouched,
    binds,
    id: `${kind}-${start}`,
    kind,
    rule,
    startedAt,
    stoppedAt: null,
    pauses,
    dueAt,
    ...changes,
  };
}

const handle = clock('handle', '2026-10-09T16:40');
const at = (text: string) => new Date(`${text}+08:00`);
const stateAt = (one: Clock, now: string) => clockState(one, calendar, at(now));

test.each([
  ['2026-10-09T16:40', 'normal', '正常', '余7天 10-16', '办结：10月16日24时前，还有7天（6个工作日），正常。'],
  ['2026-10-13T23:59:59', 'normal', '正常', '余3天 10-16', '办结：10月16日24时前，还有3天，正常。'],
  ['2026-10-14T00:00', 'dueSoon', '将到期', '余2天 10-16', '办结：10月16日24时前，还有2天，将到期。'],
  ['2026-10-16T14:32', 'dueSoon', '将到期', '今天24时', '办结：10月16日24时前，今天24时到期，将到期。'],
  ['2026-10-16T23:59:59', 'dueSoon', '将到期', '今天24时', '办结：10月16日24时前，今天24时到期，将到期。'],
  ['2026-10-17T00:00', 'overdue', '逾期', '逾期1天', '办结：10月16日24时前，已逾期1天。'],
  ['2026-10-22T09:00', 'overdue', '逾期', '逾期6天', '办结：10月16日24时前，已逾期6天。'],
])('at %s seven days are %s', (now, code, word, chip, sentence) => {
  const state = stateAt(handle, now);
  expect(state).toMatchObject({ code, word, chip, sentence });
});

test('what remains is told in days, working days and time, and turns negative', () => {
  expect(stateAt(handle, '2026-10-09T24:00').remaining).toEqual({ days: 6, workingDays: 5, ms: 7 * 86_400_000 });
  expect(stateAt(handle, '2026-10-19T12:00').remaining).toEqual({ days: -3, workingDays: -1, ms: -2.5 * 86_400_000 });
});

test('the night of New Year: on time at 23:59:59, late at 00:00:00', () => {
  const today = clock('acknowledge', '2026-12-31T20:30');
  expect(stateAt(today, '2026-12-31T23:59:59').code).toBe('dueSoon');
  expect(stateAt(today, '2027-01-01T00:00:00').chip).toBe('逾期1天');
  const stopped = (time: string) => stateAt({ ...today, stoppedAt: at(time) }, '2027-02-01T00:00').code;
  expect([stopped('2026-12-31T23:59:59.999'), stopped('2027-01-01T00:00:00')]).toEqual(['met', 'missed']);
});

test('a same-day limit warns in its last four hours', () => {
  const today = clock('acknowledge', '2026-10-14T08:00');
  expect(stateAt(today, '2026-10-14T19:59:59').code).toBe('normal');
  expect(stateAt(today, '2026-10-14T20:00:00').code).toBe('dueSoon');
});

test('a warning in working days does not wait for Monday', () => {
  const verify = clock('verify', '2026-10-15T10:00');
  expect(verify.dueAt).toEqual(at('2026-10-20T00:00'));
  expect(stateAt(verify, '2026-10-15T11:00').code).toBe('normal');
  expect(stateAt(verify, '2026-10-16T00:00').code).toBe('dueSoon');
  expect(stateAt(verify, '2026-10-17T10:00')).toMatchObject({ code: 'dueSoon', chip: '余2天 10-19' });
});

test('a limit in hours names its time, and counts lateness by the hour on the same day', () => {
  const rule = { ...defaultClockRules.supervisionReply, unit: 'hour' as const, length: 8, countFirstDay: true };
  const reply = clock('supervisionReply', '2026-10-14T09:00', { rule });
  expect(stateAt(reply, '2026-10-14T09:30')).toMatchObject({ code: 'normal', chip: '今天17:00' });
  expect(stateAt(reply, '2026-10-14T13:00').code).toBe('dueSoon');
  expect(stateAt(reply, '2026-10-14T17:00')).toMatchObject({ code: 'overdue', chip: '逾期不到1小时' });
  expect(stateAt(reply, '2026-10-14T18:00').chip).toBe('逾期1小时');
  expect(stateAt(reply, '2026-10-14T23:30').chip).toBe('逾期6小时');
  expect(stateAt(reply, '2026-10-15T00:30').chip).toBe('逾期1天');
});

const waiting = (reason: string): Pause => ({ from: at('2026-10-12T09:10'), to: null, reason, approvedBy: '贾敏' });

test('a paused clock tells why, who approved it, and what will be left', () => {
  const paused = clock('handle', '2026-10-09T16:40', {}, [waiting('等当事人补交房产证明')]);
  expect(stateAt(paused, '2026-11-30T09:00')).toEqual({
    code: 'paused',
    word: '暂停',
    remaining: null,
    chip: '暂停 等当事人补…',
    sentence: '办结时限暂停：等当事人补交房产证明（贾敏 10-12 09:10批准），恢复后还有5天。',
    binds: 'ours',
    waitingOn: 'material',
  });
  const short = clock('handle', '2026-10-09T16:40', {}, [waiting('补材料')]);
  expect(stateAt(short, '2026-11-30T09:00').chip).toBe('暂停 补材料');
});

test('a pause says on whom one waits, and what was granted beside it', () => {
  const court: Pause = { ...waiting('等司法确认裁定'), ground: 'court' };
  const paused = clock('handle', '2026-10-09T16:40', {}, [court]);
  expect(stateAt(paused, '2026-11-30T09:00')).toMatchObject({
    code: 'paused',
    chip: '暂停 等法院',
    sentence: '办结时限暂停：等法院，等司法确认裁定（贾敏 10-12 09:10批准），恢复后还有5天。',
    waitingOn: 'court',
  });
  const plan = { reason: '', plan: '', approvedBy: '周慧芳', at: at('2026-10-12T09:00') };
  const extended = { ...paused, extensions: [{ length: 10, unit: 'workingDay' as const, ...plan }] };
  expect(stateAt(extended, '2026-11-30T09:00').sentence).toMatch(/恢复后还有5天，再加延期10个工作日。$/);
  const six = clock('handle', '2026-10-09T16:40', {}, [waiting('等房产证明件')]);
  expect(stateAt(six, '2026-11-30T09:00').chip).toBe('暂停 等房产证明件');
  const stopped = { ...paused, stoppedAt: at('2026-11-30T09:00') };
  expect(stateAt(stopped, '2026-12-30T09:00').waitingOn).toBe(null);
});

// From 9 October thirty days end on 8 November, a Sunday, and so on the 9th.
const right = clock('confirmationRequest', '2026-10-09T16:40');

test.each([
  ['2026-10-20T10:00', 'open', '还来得及', '余20天 11-09', '还可以申请，到11月9日24时，还有20天（14个工作日）。'],
  ['2026-11-03T00:00', 'closing', '快过期', '余6天 11-09', '还可以申请，到11月9日24时，还有6天（4个工作日），快过期。'],
  ['2026-11-09T23:59', 'closing', '快过期', '今天24时', '还可以申请，到11月9日24时，今天24时到期，快过期。'],
  ['2026-11-10T00:00', 'lapsed', '已过期', '已过期', '到11月9日24时为止，已过期1天。'],
])('at %s the parties’ right to ask for confirmation is %s', (now, code, word, chip, sentence) => {
  const about = '申请司法确认（双方当事人共同的期限）：';
  const expected = { code, word, chip, sentence: `${about}${sentence}`, binds: 'party', waitingOn: null };
  expect(stateAt(right, now)).toMatchObject(expected);
});

test('a right that is not asked for is still in time, and nameless it is the parties’', () => {
  const appeal = clock('judgmentAppeal', '2026-10-09T16:40');
  expect(stateAt(appeal, '2026-10-20T10:00').sentence).toBe(
    '对判决上诉（当事人的期限）：还来得及，到10月26日24时，还有6天（4个工作日）。',
  );
  const { who: _, ...rule } = appeal.rule;
  expect(stateAt({ ...appeal, rule }, '2026-10-20T10:00').sentence).toContain('（当事人的期限）');
});

// Three days from 9 October end on Monday the 12th.
const court = clock('confirmationAcceptance', '2026-10-09T16:40');

test.each([
  ['2026-10-10T10:00', '余2天 10-12', '还有2天（1个工作日）'],
  ['2026-10-12T10:00', '今天24时', '今天24时到期'],
  ['2026-10-14T10:00', '等法院', '已过2天，等法院'],
])('at %s a limit of the court’s is the court’s, never our lateness', (now, chip, left) => {
  expect(stateAt(court, now)).toMatchObject({
    code: 'others',
    word: '别人的时限',
    chip,
    sentence: `法院的时限：司法确认受理，10月12日24时前，${left}。`,
    binds: 'other',
    waitingOn: 'other',
  });
});

test('whoever else it is, a limit of theirs has a name', () => {
  const { who: _, ...rule } = court.rule;
  expect(stateAt({ ...court, rule }, '2026-10-14T10:00')).toMatchObject({
    chip: '等对方',
    sentence: '别的单位的时限：司法确认受理，10月12日24时前，已过2天，等对方。',
  });
  const review = clock('petitionReview', '2026-10-09T16:40');
  expect(stateAt(review, '2026-12-14T10:00').chip).toBe('等上一级机关…');
});

test('what others finish late is finished; nobody here is told to have been late', () => {
  const late = stateAt({ ...court, stoppedAt: at('2026-10-15T09:00') }, '2027-01-01T00:00');
  expect(late).toMatchObject({ code: 'done', word: '完成', chip: '完成', waitingOn: null });
  expect(late.sentence).toBe('司法确认受理：10-15 09:00完成，时限10月12日24时，过了3天，是法院的时限。');
  expect(stateAt({ ...court, stoppedAt: at('2026-10-12T09:00') }, '2027-01-01T00:00').code).toBe('met');
  expect(stateAt({ ...right, stoppedAt: at('2026-11-12T09:00') }, '2027-01-01T00:00').sentence).toBe(
    '申请司法确认：11-12 09:00完成，时限11月9日24时，过了3天，是双方当事人共同的期限。',
  );
});

test('ours lead, a party’s right only when nothing of ours runs, another’s limit never', () => {
  const later = clock('mediation', '2026-10-09T16:40');
  expect(leadingClock([court, right, later])).toBe(later);
  const paused = clock('materials', '2026-10-09T16:40', {}, [waiting('补材料')]);
  expect(leadingClock([court, right, paused])).toBe(paused);
  const stopped = { ...later, stoppedAt: at('2026-10-10T09:00') };
  expect(leadingClock([court, right, stopped])).toBe(right);
  expect(leadingClock([court, stopped])).toBe(null);
});

test('a stopped clock keeps its verdict for ever', () => {
  const inTime = stateAt({ ...handle, stoppedAt: at('2026-10-15T09:20') }, '2027-01-01T00:00');
  expect(inTime).toMatchObject({ code: 'met', word: '按期', chip: '按期' });
  expect(inTime.sentence).toBe('办结：10-15 09:20完成，时限10月16日24时，按期。');
  const late = stateAt({ ...handle, stoppedAt: at('2026-10-18T09:20') }, '2027-01-01T00:00');
  expect(late).toMatchObject({ code: 'missed', word: '超期办结', chip: '超期2天' });
  expect(late.sentence).toBe('办结：10-18 09:20完成，时限10月16日24时，超期2天。');
  const paused = clock('handle', '2026-10-09T16:40', { stoppedAt: at('2026-11-30T09:20') }, [waiting('补材料')]);
  expect(stateAt(paused, '2027-01-01T00:00').sentence).toBe('办结：11-30 09:20完成，当时时限暂停，按期。');
});

test('the nearest limit leads; overdue before due, paused last, stopped never', () => {
  const paused = clock('materials', '2026-10-09T16:40', {}, [waiting('补材料')]);
  const mediation = clock('mediation', '2026-10-09T16:40');
  const overdue = clock('report', '2026-10-09T16:40');
  const stopped = clock('acknowledge', '2026-10-09T16:40', { stoppedAt: at('2026-10-09T17:00') });
  const all = [paused, mediation, stopped, handle, overdue];
  expect(runningClocks(all)).toEqual([overdue, handle, mediation, paused]);
  expect(leadingClock(all)).toBe(overdue);
  expect(leadingClock([paused, stopped])).toBe(paused);
  expect(leadingClock([stopped])).toBe(null);
});

test('two limits with the same end are led by the older one, then by id, whatever their order', () => {
  const older = { ...handle, startedAt: atTime('2026-10-09', '09:00'), id: 'z' };
  const twin = { ...handle, id: 'a' };
  expect(runningClocks([handle, twin, older])).toEqual([older, twin, handle]);
  expect(runningClocks([older, twin, handle])).toEqual([older, twin, handle]);
});

test('handling takes the limit of its difficulty: seven days, or a month when complex', () => {
  const lengths = (['simple', 'ordinary', 'complex'] as const).map((difficulty) => {
    const { kind, length, unit } = clockRuleFor(defaultClockRules, 'handle', difficulty);
    return [kind, length, unit];
  });
  expect(lengths).toEqual([
    ['handle', 7, 'naturalDay'],
    ['handle', 7, 'naturalDay'],
    ['handle', 1, 'month'],
  ]);
  expect(clockRuleFor(defaultClockRules, 'report', 'complex')).toBe(defaultClockRules.report);
});
