/** What can be counted. `per`: 件 counts disputes; the rest add up a number of each row. */
export type MeasureFacts = {
  zh: string;
  unit: '件' | '批' | '人次' | '人' | '份' | '元';
  /** In words, printed beside the figure. */
  text: string;
  /** Words by which superiors' forms head the same figure, as a whole. */
  alsoCalled: readonly string[];
  /** Words that may mean this figure or one beside it: proposed, and for people to decide. */
  perhapsCalled?: readonly string[];
  /** Nobody recorded it is not the same as none. */
  onlyIfRecorded?: true;
};

const prevented = '办理人或中心写明理由记下来的才算；最后一次记的为准';

export const measures = {
  visits: {
    zh: '接待批次',
    unit: '批',
    text: '本期接待的次数，一次来几个人都算一批；记错撤掉的不算',
    alsoCalled: ['接待', '接待群众', '群众接待', '接访', '来访接待'],
  },
  personTimes: {
    zh: '接待人次',
    unit: '人次',
    text: '本期每次接待的来人数相加；一次办几项服务，在每项里各算一次，合计只算一次',
    alsoCalled: ['接待', '接待群众', '群众接待', '接访', '来访接待'],
  },
  registered: {
    zh: '登记',
    unit: '件',
    text: '登记时间在本期的纠纷',
    alsoCalled: ['登记'],
    perhapsCalled: ['排查', '新增', '新收', '发生', '纠纷总数'],
  },
  accepted: {
    zh: '受理',
    unit: '件',
    text: '在本期受理的纠纷；导入的旧台账按它的登记日期算',
    alsoCalled: ['受理', '已受理'],
    perhapsCalled: ['新收', '调解案件', '案件数'],
  },
  declined: { zh: '不予受理', unit: '件', text: '在本期决定不予受理的纠纷', alsoCalled: ['不予受理', '不受理'] },
  sentBack: { zh: '退回', unit: '件', text: '在本期被办理单位退回过的纠纷', alsoCalled: ['退回', '退件'] },
  settled: {
    zh: '调解成功',
    unit: '件',
    text: '在本期达成协议的纠纷（书面、口头、当场履行）；导入的旧台账按它写的办结日期算',
    alsoCalled: ['调解成功', '成功', '调成', '达成协议', '调解达成协议', '化解成功', '成功化解'],
    perhapsCalled: ['化解', '已化解', '协议'],
  },
  failed: {
    zh: '没调成',
    unit: '件',
    text: '在本期没有调成的纠纷',
    alsoCalled: ['调解不成', '调解不成功', '未调解成功', '未调成', '没调成', '不成功'],
    perhapsCalled: ['未达成协议'],
  },
  concluded: {
    zh: '已有结果',
    unit: '件',
    text: '在本期有了结果的纠纷：调解成功、没调成、撤回、终止，各算一件',
    alsoCalled: ['已有结果', '调解终结', '调结'],
  },
  withdrawn: { zh: '申请人撤回', unit: '件', text: '在本期撤回的纠纷', alsoCalled: ['撤回', '撤销申请'] },
  terminated: { zh: '终止', unit: '件', text: '在本期终止的纠纷', alsoCalled: ['终止'] },
  closed: {
    zh: '办结',
    unit: '件',
    text: '在本期经中心审核办结的纠纷；以后重新办理的，当时也算；导入的旧台账按它写的办结日期算',
    alsoCalled: ['办结', '结案', '已办结', '已结案'],
  },
  over: {
    zh: '事了',
    unit: '件',
    text: '在本期办结、调解成功，到现在协议约定的都履行了（或者对方免了、改成了新的约定）的纠纷。没调成、撤回、终止的，后来在别处了没了，系统不知道，不算',
    alsoCalled: ['事了'],
  },
  struckOff: { zh: '销号', unit: '件', text: '在本期销号的纠纷', alsoCalled: ['销号'] },
  reopened: {
    zh: '重新办理',
    unit: '件',
    text: '在本期重新办理的纠纷',
    alsoCalled: ['重新办理', '重开'],
    perhapsCalled: ['反复'],
  },
  open: {
    zh: '未办结',
    unit: '件',
    text: '期末那一刻还没有审核办结的纠纷（登记了、没有不予受理）。和督办台的「在办」不同：那里办结后没销号的也算',
    alsoCalled: ['未办结', '尚未办结', '在办', '正在办理', '未结', '未结案', '结存', '办理中'],
    perhapsCalled: ['在调', '未化解'],
  },
  acceptedOpen: {
    zh: '本期受理还在办',
    unit: '件',
    text: '在本期受理、到现在还没有办结的纠纷',
    alsoCalled: [],
  },
  due: {
    zh: '应办结',
    unit: '件',
    text: '办结时限在本期、到截至时刻已经到了的纠纷；还没到期的不算，提前办完的等到期才算',
    alsoCalled: ['应办结', '应结案', '应结'],
    perhapsCalled: ['到期'],
  },
  onTime: {
    zh: '按期办结',
    unit: '件',
    text: '应办结里，时限内提交办结的',
    alsoCalled: ['按期办结', '按时办结', '按时结案', '按期结案', '限期内办结'],
    perhapsCalled: ['按期'],
  },
  late: {
    zh: '逾期',
    unit: '件',
    text: '应办结里，过了时限才提交办结或还没有提交的',
    alsoCalled: ['逾期', '超期', '未按期办结', '未按时办结'],
    perhapsCalled: ['超时', '未按期'],
  },
  visited: { zh: '回访', unit: '件', text: '在本期回访过的纠纷', alsoCalled: ['回访', '已回访'] },
  ratings: {
    zh: '有效评价',
    unit: '份',
    text: '本期收到的评价份数',
    alsoCalled: ['有效评价'],
    perhapsCalled: ['评价', '参评'],
  },
  satisfied: {
    zh: '满意评价',
    unit: '份',
    text: '有效评价里，4分和5分的',
    alsoCalled: ['满意评价'],
    perhapsCalled: ['满意'],
  },
  agreedAmount: {
    zh: '协议涉及金额',
    unit: '元',
    text: '本期达成的协议里写的总额相加；协议没写金额的按没有算',
    alsoCalled: ['协议涉及金额', '协议金额'],
    perhapsCalled: ['涉案金额', '涉及金额', '金额'],
  },
  dueAmount: {
    zh: '到期该付的金额',
    unit: '元',
    text: '协议约定的付款日在本期、到截至时刻已经过了的，各笔金额相加；免了的、改成新约定的，只算已经付的部分',
    alsoCalled: ['到期金额', '应履行金额'],
    perhapsCalled: ['履行金额'],
  },
  paidOfDue: {
    zh: '其中已付',
    unit: '元',
    text: '到期该付的金额里，到现在已经付了的',
    alsoCalled: ['已履行金额'],
    perhapsCalled: ['履行金额', '到位金额'],
  },
  peopleInvolved: {
    zh: '涉及人数',
    unit: '人',
    text: '本期受理的纠纷登记的涉及人数相加',
    alsoCalled: ['涉及人数', '涉及人员'],
    perhapsCalled: ['涉案人数', '涉案人员'],
  },
  preventedCriminal: {
    zh: '防止民转刑（件）',
    unit: '件',
    text: `达成协议的纠纷里防止了民间纠纷转化为刑事案件的；${prevented}`,
    alsoCalled: ['防止民间纠纷转化为刑事案件', '防止民转刑'],
    onlyIfRecorded: true,
  },
  preventedCriminalPeople: {
    zh: '防止民转刑（人）',
    unit: '人',
    text: `同上，记下来的人数相加；${prevented}`,
    alsoCalled: ['防止民间纠纷转化为刑事案件', '防止民转刑'],
    onlyIfRecorded: true,
  },
  preventedPetition: {
    zh: '防止群体性上访（件）',
    unit: '件',
    text: `达成协议的纠纷里防止了群体性上访的；${prevented}`,
    alsoCalled: ['防止群体性上访'],
    onlyIfRecorded: true,
  },
  preventedPetitionPeople: {
    zh: '防止群体性上访（人）',
    unit: '人',
    text: `同上，记下来的人数相加；${prevented}`,
    alsoCalled: ['防止群体性上访'],
    onlyIfRecorded: true,
  },
} as const satisfies Record<string, MeasureFacts>;

type Measure = keyof typeof measures;
type RateFacts = {
  zh: string;
  numerator: Measure;
  denominator: Measure;
  text: string;
  alsoCalled: readonly string[];
  /** What the denominator holds that may still change the numerator. */
  undecided?: Measure;
};

/** A rate is never shown without its two numbers. */
export const rates = {
  closureRate: {
    zh: '办结率',
    numerator: 'closed',
    denominator: 'accepted',
    text: '本期办结 ÷ 本期受理；两头不是同一批事，可以超过100%',
    undecided: 'acceptedOpen',
    alsoCalled: ['办结率'],
  },
  resolutionRate: {
    zh: '化解率',
    numerator: 'settled',
    denominator: 'registered',
    text: '本期调解成功 ÷ 本期登记',
    alsoCalled: ['化解率'],
  },
  successRate: {
    zh: '调解成功率',
    numerator: 'settled',
    denominator: 'accepted',
    text: '本期调解成功 ÷ 本期受理；各地公布的多是这样算的',
    undecided: 'acceptedOpen',
    alsoCalled: ['调解成功率', '成功率'],
  },
  concludedSuccessRate: {
    zh: '有结果的成功率',
    numerator: 'settled',
    denominator: 'concluded',
    text: '本期调解成功 ÷ 本期已有结果（成功、没调成、撤回、终止）；本系统的口径，不是公布的口径',
    // A form that only says 成功率 leaves open which of the two.
    alsoCalled: ['调解成功率', '成功率'],
  },
  overRate: {
    zh: '事了率',
    numerator: 'over',
    denominator: 'closed',
    text: '事了 ÷ 本期办结；案结和事了是两回事，钱还没付完的，办结了也没有了',
    alsoCalled: ['事了率'],
  },
  performedRate: {
    zh: '履行率',
    numerator: 'paidOfDue',
    denominator: 'dueAmount',
    text: '其中已付 ÷ 到期该付的金额；只算钱，不算要做的事',
    alsoCalled: ['履行率', '协议履行率'],
  },
  onTimeRate: {
    zh: '按期办结率',
    numerator: 'onTime',
    denominator: 'due',
    text: '按期办结 ÷ 应办结；在办没到期的不进分母',
    alsoCalled: ['按期办结率', '按期结案率', '按时办结率', '按期率'],
  },
  satisfactionRate: {
    zh: '满意率',
    numerator: 'satisfied',
    denominator: 'ratings',
    text: '4分和5分的评价 ÷ 有效评价；没有评价的不进分母，另看参评率',
    alsoCalled: ['满意率', '满意度', '群众满意率', '群众满意度'],
  },
  ratedRate: {
    zh: '参评率',
    numerator: 'ratings',
    denominator: 'closed',
    text: '本期收到的评价份数 ÷ 本期办结',
    alsoCalled: ['参评率'],
  },
} as const satisfies Record<string, RateFacts>;
