import { extended, limitsOf, type StatutoryClock } from './statutory.ts';

// The law says 五日 and 十日; that these are working days is from 办案规则 art. 80, whose text we have not seen.
const laborDays = { status: 'V2', note: '工作日口径依劳动人事争议仲裁办案规则第80条，条文未核' } as const;

// No clock for mediation before filing: since 2025 courts must file first and mediate after.
export const mediationClocks: StatutoryClock[] = [
  ...limitsOf({ name: '人民调解工作若干规定（司法部令第75号）', rolls: false, status: 'V2', from: '2002-11-01' }, [
    [
      'peopleMediation',
      '人民调解',
      1,
      'month',
      '33',
      '受理',
      '调解委员会',
      { note: '“一般在一个月内”；法律本身没有定期限' },
    ],
  ]),
  ...limitsOf({ name: '医疗纠纷预防和处理条例', rolls: false, status: 'V', from: '2018-10-01' }, [
    [
      'medicalMediation',
      '医疗纠纷调解',
      30,
      'workingDay',
      '38',
      '受理',
      '医疗纠纷人民调解委员会',
      {
        ...extended(null, '调委会和医患双方约定'),
        pauseGrounds: ['appraisal'],
        note: '鉴定时间不计；超过期限未达成协议视为调解不成',
      },
    ],
  ]),
  ...limitsOf({ name: '劳动争议调解仲裁法', rolls: false, status: 'V', from: '2008-05-01' }, [
    [
      'laborMediation',
      '劳动争议调解',
      15,
      'naturalDay',
      '14',
      '调解组织收到调解申请',
      '调解组织',
      { note: '期满未达成协议可以申请仲裁' },
    ],
    [
      'laborLimitation',
      '劳动仲裁时效',
      12,
      'month',
      '27',
      '知道或者应当知道权利被侵害',
      '申请人',
      { rolls: true, pauseGrounds: ['forceMajeure'], note: '可中断、中止；欠薪在劳动关系存续期间不受此限' },
    ],
    ['laborAcceptance', '劳动仲裁受理', 5, 'workingDay', '29', '收到仲裁申请', '仲裁委员会', laborDays],
    ['laborCopy', '送达仲裁申请书副本', 5, 'workingDay', '30', '受理仲裁申请', '仲裁委员会', laborDays],
    ['laborAnswer', '提交仲裁答辩书', 10, 'workingDay', '30', '收到申请书副本', '被申请人', laborDays],
    ['laborAnswerCopy', '送达答辩书副本', 5, 'workingDay', '30', '收到答辩书', '仲裁委员会', laborDays],
    [
      'laborAward',
      '劳动仲裁裁决',
      45,
      'naturalDay',
      '43',
      '受理仲裁申请',
      '仲裁庭',
      { ...extended(15, '仲裁委员会主任批准，书面通知当事人'), note: '逾期未裁决可以起诉' },
    ],
    ['laborWorkerSuit', '劳动者对终局裁决起诉', 15, 'naturalDay', '48', '收到裁决书', '劳动者', { rolls: true }],
    ['laborSetAside', '单位申请撤销终局裁决', 30, 'naturalDay', '49', '收到裁决书', '用人单位', { rolls: true }],
    ['laborSuit', '对其他裁决起诉', 15, 'naturalDay', '50', '收到裁决书', '当事人', { rolls: true, note: '期满不起诉裁决生效' }],
  ]),
  ...limitsOf({ name: '劳动人事争议仲裁办案规则', rolls: false, status: 'V2', from: '2017-07-01' }, [
    [
      'laborReview',
      '申请仲裁审查调解协议',
      15,
      'naturalDay',
      '74',
      '调解协议生效',
      '双方当事人共同',
      { note: '条文为转引；审查后出具的调解书可以申请强制执行' },
    ],
  ]),
  ...limitsOf({ name: '农村土地承包经营纠纷调解仲裁法', rolls: false, status: 'V', from: '2010-01-01' }, [
    ['landLimitation', '承包地仲裁时效', 24, 'month', '18', '知道或者应当知道权利被侵害', '申请人', { rolls: true }],
    [
      'landAward',
      '承包地仲裁裁决',
      60,
      'naturalDay',
      '47',
      '受理仲裁申请',
      '仲裁庭',
      extended(30, '仲裁委员会主任批准，书面通知当事人'),
    ],
    ['landSuit', '对承包地裁决起诉', 30, 'naturalDay', '48', '收到裁决书', '当事人', { rolls: true, note: '逾期不起诉裁决生效' }],
  ]),
  ...limitsOf({ name: '最高人民法院关于人民法院特邀调解的规定', rolls: true, status: 'V', from: '2016-07-01' }, [
    [
      'entrustedOrdinary',
      '委托调解（普通程序）',
      15,
      'naturalDay',
      '27',
      '调解员签收法院材料',
      '调解员',
      { ...extended(30, '双方同意'), note: '30日依2025年最高法意见，转引，原文待核' },
    ],
    [
      'entrustedSimplified',
      '委托调解（简易程序）',
      7,
      'naturalDay',
      '27',
      '调解员签收法院材料',
      '调解员',
      { ...extended(30, '双方同意'), note: '30日依2025年最高法意见，转引，原文待核' },
    ],
  ]),
];
