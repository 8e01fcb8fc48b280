import type { Ground } from './clockRule.ts';
import { extended, limitsOf, type StatutoryClock } from './statutory.ts';

// 行政诉讼法 art. 48: what kept somebody from it through no fault of his own is not counted; other reasons the court weighs.
const hindered: { pauseGrounds: Ground[]; extension: { length: null; by: string } } = {
  pauseGrounds: ['forceMajeure', 'otherObstacle'],
  extension: { length: null, by: '其他特殊情况耽误的，障碍消除后十日内申请，法院准许（行政诉讼法第48条）' },
};
const excused = extended(null, '因正当理由耽误的，障碍消除后十日内申请，法院准许（民事诉讼法第86条）');
// 行政诉讼法解释 art. 87.
const stayed: { pauseGrounds: Ground[]; note: string } = {
  pauseGrounds: ['forceMajeure', 'otherUnit', 'court'],
  note: '中止诉讼见司法解释第87条',
};

export const administrativeClocks: StatutoryClock[] = [
  ...limitsOf({ name: '行政诉讼法', body: '人民法院（行政诉讼）', rolls: true, status: 'V', from: '2017-07-01' }, [
    [
      'administrativeSuit',
      '提起行政诉讼',
      6,
      'month',
      '46',
      '知道或者应当知道作出行政行为',
      '起诉人',
      { ...hindered, note: '法律另有规定的按规定；要先复议的，先申请复议' },
    ],
    [
      'administrativeSuitLimitRealEstate',
      '不动产行政诉讼最长期限',
      240,
      'month',
      '46',
      '行政行为作出',
      '起诉人',
      { note: '超过的，法院不予受理' },
    ],
    [
      'administrativeSuitLimit',
      '行政诉讼最长期限',
      60,
      'month',
      '46',
      '行政行为作出',
      '起诉人',
      { note: '超过的，法院不予受理；不动产是二十年' },
    ],
    ['reconsiderationSuit', '不服复议决定起诉', 15, 'naturalDay', '45', '收到复议决定书', '起诉人', hindered],
    ['reconsiderationSilentSuit', '复议机关逾期不作决定，起诉', 15, 'naturalDay', '45', '复议期满', '起诉人', hindered],
    [
      'dutyPerformance',
      '履行保护人身权、财产权的法定职责',
      2,
      'month',
      '47',
      '接到申请',
      '行政机关',
      { rolls: false, body: '行政机关', note: '法律、法规另有期限的从其规定；情况紧急的，不等两个月就可以起诉' },
    ],
    [
      'administrativeTrial',
      '行政一审审结',
      6,
      'month',
      '81',
      '立案',
      '法院',
      { ...extended(null, '高级人民法院批准'), ...stayed },
    ],
    ['administrativeSimplifiedTrial', '行政简易程序审结', 45, 'naturalDay', '83', '立案', '法院', stayed],
    ['administrativeJudgmentAppeal', '对行政判决上诉', 15, 'naturalDay', '85', '判决书送达', '当事人', excused],
    ['administrativeRulingAppeal', '对行政裁定上诉', 10, 'naturalDay', '85', '裁定书送达', '当事人', excused],
  ]),
  ...limitsOf(
    {
      name: '行政诉讼法解释（法释〔2018〕1号）',
      body: '人民法院（行政诉讼）',
      rolls: true,
      status: 'V',
      from: '2018-02-08',
    },
    [
      [
        'administrativeSuitUntold',
        '提起行政诉讼（没有告知起诉期限的）',
        12,
        'month',
        '64',
        '知道或者应当知道行政行为内容',
        '起诉人',
        { ...hindered, note: '这是最长一年；知道起诉期限以后，从那天起算六个月' },
      ],
      ['dutySuit', '对不履行法定职责起诉', 6, 'month', '66', '行政机关履行职责的期限届满', '起诉人', hindered],
    ],
  ),
  ...limitsOf({ name: '土地管理法', body: '人民法院（行政诉讼）', rolls: true, status: 'V', from: '2020-01-01' }, [
    [
      'landDecisionSuit',
      '不服土地权属处理决定起诉',
      30,
      'naturalDay',
      '14',
      '接到处理决定通知',
      '当事人',
      { ...hindered, note: '决定侵犯已经取得的所有权、使用权的，先申请行政复议（行政复议法第23条）' },
    ],
  ]),
  ...limitsOf({ name: '森林法', body: '人民法院（行政诉讼）', rolls: true, status: 'V', from: '2020-07-01' }, [
    [
      'forestDecisionSuit',
      '不服林木、林地权属处理决定起诉',
      30,
      'naturalDay',
      '22',
      '接到处理决定通知',
      '当事人',
      { ...hindered, note: '决定侵犯已经取得的所有权、使用权的，先申请行政复议（行政复议法第23条）' },
    ],
  ]),
  ...limitsOf({ name: '国家赔偿法', body: '赔偿义务机关', rolls: false, status: 'V', from: '2013-01-01' }, [
    ['compensationDecision', '决定是否赔偿', 2, 'month', '13', '收到申请', '赔偿义务机关'],
    ['compensationNotice', '送达赔偿决定', 10, 'naturalDay', '13', '作出决定', '赔偿义务机关'],
    [
      'compensationSilentSuit',
      '没有按期决定赔偿，起诉',
      3,
      'month',
      '14',
      '决定期限届满',
      '赔偿请求人',
      { rolls: true, body: '人民法院（行政诉讼）' },
    ],
    [
      'compensationSuit',
      '不服赔偿决定起诉',
      3,
      'month',
      '14',
      '作出赔偿或者不赔偿决定',
      '赔偿请求人',
      { rolls: true, body: '人民法院（行政诉讼）' },
    ],
    [
      'compensationLimitation',
      '请求国家赔偿时效',
      24,
      'month',
      '39',
      '知道或者应当知道权利被侵犯',
      '赔偿请求人',
      {
        rolls: true,
        pauseGrounds: ['forceMajeure', 'otherObstacle'],
        suspension: { lastMonths: 6, basis: '国家赔偿法第39条' },
        note: '被羁押等限制人身自由的时间不算；最后六个月里可中止',
      },
    ],
  ]),
];
