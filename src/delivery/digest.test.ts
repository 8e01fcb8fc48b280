import { expect, test } from 'vitest';
import { defaultDelivery } from './deliveryRules.ts';
import { digest, smsText, spoken, worthACall } from './digest.ts';

const said = (event: string, text: string) => ({ event, text });
const accepted = said('accept', '您的事已经受理，正在确定由哪个单位办理。');
const dispatched = said('dispatch', '您的事已经转给住建局办理。');
const taken = said('acknowledge', '住建局接手了。');
const asked = said('requestMaterial', '请您补交：收据。');
const values = { 编号: '140106-26-000123-4', 中心: '迎泽中心', 电话: '0351-1', 查询: '' };

test('six steps in eight minutes are one text, with the last word of each topic', () => {
  expect(digest([accepted, dispatched, taken, asked])).toEqual([taken, asked]);
  expect(spoken([accepted, asked, dispatched])).toBe('请您补交：收据。您的事已经转给住建局办理。');
});

test('the same sentence is said once', () => {
  expect(digest([asked, said('message', '周四来签字'), asked])).toEqual([said('message', '周四来签字'), asked]);
});

test('what was worth a call is worth it still, when a later word has overtaken it', () => {
  expect(worthACall(defaultDelivery, [dispatched, taken])).toBe(true);
  expect(worthACall(defaultDelivery, [accepted])).toBe(false);
});

test('an SMS lets out what its templates let out, and nothing of a message', () => {
  expect(smsText(defaultDelivery, [dispatched, asked], values)).toContain('转给住建局办理。请您补交：收据');
  const message = said('message', '周四上午来签字');
  expect(smsText(defaultDelivery, [message], values)).toContain('给您留了话');
  expect(smsText(defaultDelivery, [message], values)).not.toContain('签字');
  expect(smsText(defaultDelivery, [said('settle', '达成协议')], values)).toContain('有新的进展');
});
