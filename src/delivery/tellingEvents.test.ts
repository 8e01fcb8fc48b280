import { expect, test } from 'vitest';
import { type StepName, stepNames, stepOf } from '../disputes/procedure.ts';
import { defaultDelivery } from './deliveryRules.ts';
import { tellingEvents } from './tellingEvents.ts';

test('每一种通知都是流程里的一步，叫法和按钮上的一样', () => {
  for (const [event, label] of Object.entries(tellingEvents)) {
    expect(stepNames).toContain(event);
    expect(label).toBe(stepOf(event as StepName).label);
  }
});

test('缺省的短信和值得打电话的步，都在表里', () => {
  const named = [...defaultDelivery.templates.map(({ event }) => event), ...defaultDelivery.worthACall];
  expect(named.filter((event) => !(event in tellingEvents))).toEqual([]);
});
