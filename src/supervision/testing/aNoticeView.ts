import { atTime } from '../../platform/now.ts';
import type { NoticeUnitView, NoticeView } from '../noticeViews.ts';

const iso = (day: string, time: string): string => atTime(`2026-${day}`, time).toISOString();

export function aUnit(unitId: string, name: string, due: string): NoticeUnitView {
  const clock = {
    id: unitId,
    kind: 'supervisionReply',
    label: '回复督办',
    dueAt: iso(due, '00:00'),
  } as NoticeUnitView['clock'];
  return { unitId, unit: name, name, answeredAt: null, promisedOn: null, returns: 0, clock, answer: null };
}

/** A notice of the house about a handling clock over National Day, late by five days. */
export const aNoticeView: NoticeView = {
  code: 'DB14010626000012',
  number: '迎综督〔2026〕12号',
  title: '第1次督办：办结逾期',
  level: 1,
  origin: 'ladder',
  status: 'sent',
  statusLabel: '等回复',
  urgency: 'none',
  restricted: false,
  sentAt: iso('10-19', '09:00'),
  endedAt: null,
  copiedAt: iso('10-19', '09:00'),
  listedAt: null,
  about: {
    code: '140106260038126',
    codeShort: '迎泽 26-003812-6',
    category: '物业',
    name: null,
    place: '迎泽区迎泽街道',
  },
  clock: {
    label: '办结',
    dueAt: iso('10-15', '00:00'),
    daysLate: 5,
    sentence: '办结时限10月14日24时到期，已经逾期5天。',
    arithmetic: [
      '起算 09-29 周二 16:40',
      '依据 办结·7个工作日：13710「7」一般问题原则上7天内落实解决（山西省政府新闻发布会2017-06-15）（转引，原文待核）',
      '第1天 09-30 │ 跳过 10-01…10-07 国庆节 7天 │ 第2–3天 10-08、10-09 │ 第4天 10-10 周六，国庆节调休上班 │ 跳过 10-11 周日 │ 第5–7天 10-12、10-13、10-14 → 到期 10月14日24时',
      '日历 2026 v1（国办2025-11-04）',
    ],
    basis:
      '13710「7」一般问题原则上7天内落实解决（山西省政府新闻发布会2017-06-15）；从分流起算、按工作日是系统缺省，规定没有写明',
    basisStatus: 'V2',
  },
  reason: '办结时限10月14日24时到期，已经逾期5天。',
  ask: '请立即办理，并在期限内回复三件事：做了什么，为什么晚了，什么时候办完。',
  issuer: { center: '太原市迎泽区社会治安综合治理中心', by: null, phone: '0351-0000100' },
  cosigners: [],
  units: [aUnit('140106-housing', '太原市迎泽区住房和城乡建设局', '10-21')],
  timeline: [],
  version: 1,
  steps: { now: [], later: [] },
  answerable: [],
};

export const jointNoticeView: NoticeView = {
  ...aNoticeView,
  number: '并综督〔2026〕3号',
  title: '第2次督办：专项督办',
  level: 2,
  origin: 'leader',
  urgency: 'extraUrgent',
  clock: null,
  copiedAt: null,
  about: { ...aNoticeView.about, category: '拖欠农民工工资' },
  reason: '工程停工以后，工资由谁先行垫付，两个单位意见不一致，九十名工人已经第三次来中心。',
  ask: '两个单位十月二十一日前一起到现场，当面说清各自责任，商定垫付办法，写成一张时间表。',
  issuer: { center: '太原市社会治安综合治理中心', by: '尚建军', phone: null },
  cosigners: ['太原市迎泽区社会治安综合治理中心'],
  units: [
    aUnit('140106-humanResources', '太原市迎泽区人力资源和社会保障局', '10-22'),
    aUnit('140106-housing', '太原市迎泽区住房和城乡建设局', '10-23'),
  ],
};
