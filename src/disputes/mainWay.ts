import type { Status } from './procedure.ts';

/** The main way of a dispute, as drawn on its page and as a resident reads it. */
export const mainWay: readonly { at: readonly Status[]; label: string; resident: string }[] = [
  { at: ['registered', 'declined'], label: '登记', resident: '登记' },
  { at: ['accepted', 'linked'], label: '受理', resident: '登记' },
  { at: ['dispatched', 'routingDisputed'], label: '分流', resident: '转办' },
  { at: ['inMediation'], label: '调处', resident: '调解' },
  { at: ['settled', 'mediationFailed', 'withdrawn', 'terminated'], label: '有结果', resident: '结果' },
  { at: ['closureSubmitted'], label: '审核', resident: '结果' },
  { at: ['closed'], label: '回访', resident: '回访' },
  { at: ['struckOff', 'archived'], label: '销号', resident: '回访' },
];
