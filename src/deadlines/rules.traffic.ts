import { limitsOf, type StatutoryClock } from './statutory.ts';

// art. 112(5): one, two, three, five and ten days are working days.
export const trafficClocks: StatutoryClock[] = [
  ...limitsOf(
    { name: '道路交通事故处理程序规定', body: '公安交管部门', rolls: false, status: 'V', from: '2018-05-01' },
    [
      ['trafficFinding', '制作事故认定书', 10, 'workingDay', '62', '现场调查', '公安交管部门'],
      [
        'trafficFindingHitAndRun',
        '制作事故认定书（逃逸）',
        10,
        'workingDay',
        '62',
        '查获肇事车辆和驾驶人',
        '公安交管部门',
      ],
      [
        'trafficFindingAppraised',
        '制作事故认定书（有检验、鉴定的）',
        5,
        'workingDay',
        '62',
        '检验报告、鉴定意见确定',
        '公安交管部门',
      ],
      [
        'trafficReviewRequest',
        '对事故认定申请复核',
        3,
        'workingDay',
        '71',
        '认定书或者事故证明送达',
        '当事人',
        { body: '上一级公安交管部门', note: '书面申请，可以交给作出认定的交管部门；复核以一次为限' },
      ],
      ['trafficReviewForward', '移送复核申请和材料', 2, 'workingDay', '72', '收到复核申请', '公安交管部门'],
      ['trafficReviewFile', '提交复核案卷', 5, 'workingDay', '72', '收到上一级的通知', '公安交管部门'],
      [
        'trafficAfterCommittee',
        '人民调解没调成，再申请交警调解',
        3,
        'workingDay',
        '85',
        '调委会终止调解',
        '双方当事人共同',
        { note: '要一致、书面申请；也可以直接起诉' },
      ],
      [
        'trafficMediationRequest',
        '申请交警调解',
        10,
        'workingDay',
        '86',
        '收到认定书、事故证明或者维持的复核结论',
        '双方当事人共同',
        { note: '要一致、书面申请；也可以申请人民调解，或者起诉' },
      ],
    ],
  ),
];
