import type { LegalQuestion, LegalRoute } from '../route.ts';

const checked = '2026-11-30';
const V = { status: 'V', checked } as const;

const lawsuit: LegalRoute = {
  code: 'courtFiling',
  label: '向法院起诉',
  body: '人民法院',
  limit: { within: '三年', from: '知道或者应当知道权利受到损害、知道是谁造成的那天', clock: 'civilLimitation' },
  papers: '起诉状、身份证、证据',
  note: '法律另有规定的按规定。过了三年法院也应当受理，但对方可以拿过了时效来抗辩，所以尽早去。',
  basis: '《民法典》第一百八十八条；《民事诉讼法》第一百二十六条；《民事诉讼法解释》第二百一十九条',
  ...V,
};
const agreedArbitration: LegalRoute = {
  code: 'arbitration',
  label: '申请商事仲裁',
  body: '约定的仲裁委员会',
  limit: null,
  papers: '仲裁申请书、有仲裁条款的合同、证据',
  note: '双方书面约定了仲裁才能去；约定有效的，法院不再受理这件事。',
  basis: '《仲裁法》第四条、第五条（2017年文本）',
  status: 'V2',
  checked,
};
const legalAid: LegalRoute = {
  code: 'legalAid',
  label: '申请法律援助',
  body: '法律援助机构',
  limit: null,
  papers: '身份证、申请表、经济困难的说明',
  note: '经济困难、没有请律师的可以申请，不收费，七日内答复。没有固定生活来源的未成年人、老年人、残疾人等，免予核查经济困难。',
  basis: '《法律援助法》第三十一条、第四十二条、第四十三条',
  ...V,
};

const paymentOrder: LegalRoute = {
  code: 'paymentOrder',
  label: '申请支付令',
  body: '基层人民法院',
  limit: null,
  papers: '支付令申请书、借条、合同等证据',
  note: '只要钱、双方没有别的债务纠纷、支付令送得到对方的可以申请；对方收到后十五日内提出的异议成立的，支付令失效，转入诉讼。',
  basis: '《民事诉讼法》第二百二十五条、第二百二十七条、第二百二十八条',
  ...V,
};
const environmentOffice: LegalRoute = {
  code: 'environmentOffice',
  label: '向生态环境部门举报',
  body: '生态环境主管部门',
  limit: null,
  papers: '时间、地点、照片、录像',
  note: '发现污染环境的，可以举报；要赔偿，可以同时起诉。',
  basis: '《环境保护法》第五十七条（条号未核）',
  status: 'V2',
  checked,
};

// Labor: arbitration comes before the court; what may go straight to the court is said by name.
const laborInspection: LegalRoute = {
  code: 'laborInspection',
  label: '向劳动保障监察投诉',
  body: '人力资源社会保障行政部门（劳动保障监察）',
  limit: { within: '二年', from: '欠薪等违法行为发生', clock: 'laborInspectionComplaint' },
  papers: '身份证、欠薪的证据（工资条、考勤、欠条、转账记录）',
  note: '被拖欠工资的农民工有权投诉，也可以直接申请仲裁。一直欠着的，从不再欠的那天起算；过了二年没有人举报、投诉也没有发现的，不再查处。',
  basis: '《保障农民工工资支付条例》第十条；《劳动保障监察条例》第十七条、第二十条',
  ...V,
};
const laborArbitration: LegalRoute = {
  code: 'laborArbitration',
  label: '申请劳动仲裁',
  body: '劳动人事争议仲裁委员会',
  limit: { within: '一年', from: '知道或者应当知道权利被侵害那天', clock: 'laborLimitation' },
  papers: '仲裁申请书、身份证、劳动关系和争议的证据',
  note: '不收费。要先仲裁，再起诉。劳动关系还在的，追索劳动报酬不受一年的限制；劳动关系终止的，从终止那天起一年内。',
  basis: '《劳动争议调解仲裁法》第五条、第二十七条、第五十三条',
  ...V,
};
const laborSuit: LegalRoute = {
  code: 'laborSuit',
  after: true,
  label: '不服裁决，向法院起诉',
  body: '人民法院',
  limit: { within: '十五日', from: '收到仲裁裁决书', clock: 'laborSuit' },
  papers: '起诉状、裁决书、送达的凭证、证据',
  note: '过了十五日不起诉，裁决书就生效。一裁终局的，只有劳动者可以起诉；单位可以在三十日内向中级人民法院申请撤销。',
  basis: '《劳动争议调解仲裁法》第四十七条至第五十条',
  ...V,
};
const laborCourtDirectly: LegalRoute = {
  code: 'laborCourtAfterRefusal',
  after: true,
  label: '仲裁委不受理、逾期不裁，向法院起诉',
  body: '人民法院',
  limit: null,
  papers: '起诉状、不予受理通知书或者已经申请仲裁的凭证、证据',
  note: '仲裁委员会不予受理、五日内不作决定，或者超过规定的期限没有作出裁决的，可以就同一件事起诉。',
  basis: '《劳动争议调解仲裁法》第二十九条、第四十三条',
  ...V,
};
const wageNote: LegalRoute = {
  code: 'wageIou',
  label: '凭工资欠条直接起诉',
  body: '人民法院',
  limit: null,
  papers: '起诉状、单位出具的工资欠条',
  note: '只要钱、不涉及劳动关系其他争议的，可以不先仲裁。',
  basis: '《劳动争议司法解释（一）》第十五条',
  ...V,
};
const wageAgreement: LegalRoute = {
  code: 'wageAgreement',
  after: true,
  label: '调解协议不给钱，直接起诉或者申请支付令',
  body: '人民法院',
  limit: null,
  papers: '起诉状或者支付令申请书、调解协议书',
  note: '由企业劳动争议调解委员会、人民调解组织、乡镇街道劳动争议调解组织主持，只就劳动报酬达成的协议，单位不履行的，可以直接起诉；因欠薪、工伤医疗费、经济补偿或者赔偿金达成协议后不给的，可以申请支付令。',
  basis: '《劳动争议司法解释（一）》第五十一条；《劳动争议调解仲裁法》第十条、第十六条',
  ...V,
};

// What an authority decided: reconsideration or the court, and each has its own day.
const reconsideration: LegalRoute = {
  code: 'administrativeReconsideration',
  label: '申请行政复议',
  body: '行政复议机关（一般是同级人民政府）',
  limit: { within: '六十日', from: '知道或者应当知道这个行政行为', clock: 'reconsiderationRequest' },
  papers: '复议申请书、身份证、决定书',
  note: '没有告诉您可以复议的，从知道之日起算，最长一年。',
  basis: '《行政复议法》第二十条、第二十四条',
  ...V,
};
const administrativeSuit: LegalRoute = {
  code: 'administrativeSuit',
  label: '提起行政诉讼',
  body: '人民法院',
  limit: { within: '六个月', from: '知道或者应当知道作出行政行为', clock: 'administrativeSuit' },
  papers: '起诉状、身份证、决定书',
  note: '没有告诉您起诉期限的，从知道期限之日起算，但从知道决定内容起最长一年。对当场处罚不服、认为没有履行法定职责、决定侵犯已经取得的自然资源权利的，要先申请复议，再起诉。',
  basis: '《行政诉讼法》第十二条、第四十六条；《行政诉讼法解释》第六十四条；《行政复议法》第二十三条',
  ...V,
};
const suitAfterReconsideration: LegalRoute = {
  code: 'suitAfterReconsideration',
  after: true,
  label: '不服复议决定，提起行政诉讼',
  body: '人民法院',
  limit: { within: '十五日', from: '收到复议决定书', clock: 'reconsiderationSuit' },
  papers: '起诉状、复议决定书、送达的凭证',
  note: '复议机关到期不作决定的，从复议期满起十五日内起诉。',
  basis: '《行政诉讼法》第四十五条',
  ...V,
};

// Who owns land or forest is decided by government first; a contract about land is something else.
const landOwnership: LegalRoute = {
  code: 'landOwnership',
  label: '请政府处理权属',
  body: '乡镇人民政府或者县级以上人民政府',
  limit: null,
  papers: '申请书、身份证、证书、合同、界线的材料',
  note: '土地、林地归谁、归谁用的争议，先由政府处理，不能直接起诉。处理完以前，谁也不能改变现状，不能砍有争议的树。',
  basis: '《土地管理法》第十四条；《森林法》第二十二条',
  ...V,
};
const landOwnershipSuit: LegalRoute = {
  code: 'landOwnershipSuit',
  after: true,
  label: '不服政府处理决定，向法院起诉',
  body: '人民法院',
  limit: { within: '三十日', from: '接到处理决定通知', clock: 'landDecisionSuit' },
  papers: '起诉状、处理决定书、送达的凭证',
  note: '决定侵犯已经依法取得的所有权或者使用权的，要先申请行政复议，对复议决定不服再起诉。',
  basis: '《土地管理法》第十四条；《森林法》第二十二条；《行政复议法》第二十三条',
  ...V,
};
const landArbitration: LegalRoute = {
  code: 'landArbitration',
  label: '申请农村土地承包仲裁',
  body: '农村土地承包仲裁委员会',
  limit: { within: '二年', from: '知道或者应当知道权利被侵害那天', clock: 'landLimitation' },
  papers: '仲裁申请书、身份证、承包或者流转合同',
  note: '也可以不仲裁，直接向人民法院起诉。',
  basis: '《农村土地承包经营纠纷调解仲裁法》第四条、第十八条；《农村土地承包法》第五十五条',
  ...V,
};
const landArbitrationSuit: LegalRoute = {
  code: 'landArbitrationSuit',
  after: true,
  label: '不服承包仲裁裁决，向法院起诉',
  body: '人民法院',
  limit: { within: '三十日', from: '收到裁决书', clock: 'landSuit' },
  papers: '起诉状、裁决书、送达的凭证',
  note: '过了三十日不起诉，裁决书就生效。',
  basis: '《农村土地承包经营纠纷调解仲裁法》第四十八条',
  ...V,
};

const protectionOrder: LegalRoute = {
  code: 'protectionOrder',
  label: '申请人身安全保护令',
  body: '人民法院',
  limit: null,
  papers: '申请书（写不了可以口头说）、身份证、出警记录、病历、照片等',
  note: '正在挨打、有危险，先打 110。本人无法申请的，近亲属、公安、妇联、居委会、村委会、救助站可以代为申请。',
  basis: '《反家庭暴力法》第二十三条、第二十四条',
  ...V,
};
const legalAidForVictims: LegalRoute = {
  ...legalAid,
  code: 'legalAidVictims',
  papers: '身份证、申请表、受到伤害的材料',
  note: '遭受虐待、遗弃或者家庭暴力的，申请法律援助不看经济条件；其他人经济困难的可以申请。不收费，七日内答复。',
  basis: '《法律援助法》第三十一条、第三十二条、第四十三条',
};
const legalAidForWorkers: LegalRoute = {
  ...legalAid,
  code: 'legalAidWorkers',
  note: '请求支付劳动报酬、工伤赔偿的可以申请；进城务工人员为这两样申请的，免予核查经济困难。不收费，七日内答复。',
};
const consumerBodies: LegalRoute = {
  code: 'consumerBodies',
  label: '向消费者协会或者主管部门投诉',
  body: '消费者协会或者有关行政部门',
  limit: null,
  papers: '订单、发票、付款和沟通的记录',
  note: '可以请消费者协会调解，也可以向有关行政部门投诉。',
  basis: '《消费者权益保护法》第三十九条',
  ...V,
};
const medicalMediation: LegalRoute = {
  code: 'medicalMediation',
  label: '申请卫生主管部门调解',
  body: '纠纷发生地县级卫生主管部门',
  limit: null,
  papers: '申请书、身份证、病历',
  note: '五个工作日内决定是否受理，三十个工作日内调完，鉴定的时间不算。已经起诉或者已经由医疗纠纷调委会受理的，不再受理。',
  basis: '《医疗纠纷预防和处理条例》第二十二条、第四十条',
  ...V,
};
const trafficMediation: LegalRoute = {
  code: 'trafficMediation',
  label: '申请交警调解',
  body: '公安机关交通管理部门',
  limit: { within: '十个工作日', from: '收到事故认定书、事故证明或者复核结论', clock: 'trafficMediationRequest' },
  papers: '双方一致的书面申请、认定书、医疗费等单据',
  note: '人民调解没有调成的，自终止之日起三个工作日内也可以一致申请。',
  basis: '《道路交通事故处理程序规定》第八十四条至第八十六条',
  ...V,
};
const propertyOffice: LegalRoute = {
  code: 'propertyOffice',
  label: '向物业主管部门投诉',
  body: '县级以上房地产行政主管部门',
  limit: null,
  papers: '物业合同、缴费和沟通的记录',
  note: '主管部门应当及时处理。',
  basis: '《物业管理条例》第四十八条',
  ...V,
};

const civil: LegalQuestion = { when: '', routes: [lawsuit, legalAid] };
const owning: LegalQuestion = {
  when: '土地、林地、宅基地归谁、归谁用',
  routes: [landOwnership, landOwnershipSuit, legalAid],
};
const buying: LegalQuestion = { when: '', routes: [consumerBodies, agreedArbitration, lawsuit, legalAid] };

/** By category, and within it by question. A county may add routes; it can shorten none. */
export const questionsByCategory: Readonly<Record<string, readonly LegalQuestion[]>> = {
  '01': [
    { when: '有家庭暴力，或者有家庭暴力的危险', routes: [protectionOrder, legalAidForVictims] },
    { when: '离婚、抚养、赡养、继承等', routes: [lawsuit, legalAid] },
  ],
  '02': [civil],
  '03': [{ when: '买卖、租赁、相邻、损坏', routes: [lawsuit, legalAid] }, owning],
  '04': [{ when: '', routes: [agreedArbitration, lawsuit, paymentOrder, legalAid] }],
  '05': [{ when: '', routes: [agreedArbitration, lawsuit, paymentOrder, legalAid] }],
  '06': [civil],
  '07': [
    { when: '承包合同、流转、收回、调整承包地', routes: [landArbitration, landArbitrationSuit, lawsuit, legalAid] },
    owning,
  ],
  '08': [
    {
      when: '不服征收、补偿等决定，或者有关部门该管不管',
      routes: [reconsideration, administrativeSuit, suitAfterReconsideration, legalAid],
    },
  ],
  '09': [{ when: '', routes: [environmentOffice, lawsuit, legalAid] }],
  '10': [
    {
      when: '',
      routes: [
        laborInspection,
        laborArbitration,
        wageNote,
        wageAgreement,
        laborSuit,
        laborCourtDirectly,
        legalAidForWorkers,
      ],
    },
  ],
  '11': [
    {
      when: '',
      routes: [laborArbitration, laborSuit, laborCourtDirectly, wageAgreement, laborInspection, legalAidForWorkers],
    },
  ],
  '12': [buying],
  '13': [buying],
  '14': [buying],
  '15': [{ when: '', routes: [medicalMediation, lawsuit, legalAid] }],
  '16': [{ when: '', routes: [trafficMediation, lawsuit, legalAid] }],
  '17': [{ when: '', routes: [propertyOffice, lawsuit, legalAid] }],
  '18': [civil],
};
