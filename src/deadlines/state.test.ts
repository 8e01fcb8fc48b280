import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { atTime } from '../platform/now.ts';
import type { Clock } from './clock.ts';
import { untouched } from './clock.ts';
import { computeDue } from './due.ts';
import { leadingClock, runningClocks } from './leading.ts';
import type { Pause } from './pause.ts';
import { type ClockKind, clockRuleFor, defaultClockRules } from './rules.13710.ts';
import { clockState } from './state.ts';

function clock(kind: ClockKind, start: string, changes: Partial<Clock> = {}, pauses: Pause[] = []): Clock {
  const rule = changes.rule ?? defaultClockRules[kind];
  const startedAt = new Date(`${start}+08:00`);
  const { dueAt } = computeDue(rule, calendar, startedAt, pauses);
  return { ...untouched, id: `${kind}-${start}`, kind, rule, startedAt, stoppedAt: null, pauses, dueAt, ...changes };
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
  });
  const short = clock('handle', '2026-10-09T16:40', {}, [waiting('补材料')]);
  expect(stateAt(short, '2026-11-30T09:00').chip).toBe('暂停 补材料');
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
