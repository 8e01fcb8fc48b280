import type { StepName } from '../../disputes/procedure.ts';
import { noDanger } from '../../routing/testing/noDanger.ts';
import { aName } from '../../signing/testing/aName.ts';

const reason = '写明理由';
const someone = '0190a000-0000-7000-8000-0000000000bb';
const other = '0190a000-0000-7000-8000-0000000000bc';
const aClaim = {
  ...{ items: [{ kind: 'wages', cents: 800_000 }], period: '', evidence: [], evidenceNote: '', bank: '', note: '' },
};
export const aClaimant = {
  ...{ name: '工人甲', idKind: 'none', idNumber: '', idException: '证件在老家', phone: '', address: '' },
  ...{ ...aClaim, account: '' },
};
/** One who pays each of many his own sum at once. */
export const groupTerms = {
  ...{ form: 'written', facts: '拖欠工资', points: '', costs: '', copies: 3, madeOn: '2026-10-14', place: '' },
  ...{ committee: '', mediators: '' },
  terms: [
    {
      ...{ kind: 'pay', owesId: other, toId: 'each', text: '拖欠的工资', amountCents: null, own: true, shares: [] },
      ...{ dueOn: '2026-12-31', how: 'transfer', howNote: '', where: '', condition: '', after: null, ifNot: '' },
    },
  ],
};
const inputs: Record<StepName, object> = {
  accept: {},
  decline: { ground: 'elsewhere', reason, goTo: '小店区综治中心', way: 'none', startedOn: null },
  reconsider: { reason },
  triage: { difficulty: 'simple', urgency: 'medium', gravity: 'low', safety: noDanger, toldWhom: '', reason },
  dispatch: { leadUnitId: '140106-housing', supportingUnitIds: [], message: '' },
  undoDispatch: {},
  acknowledge: {},
  sendBack: { reason, basis: '职责清单' },
  rule: { leadUnitId: '140106-housing', supportingUnitIds: [], reason, basis: '职责清单' },
  transfer: { leadUnitId: '140106-health', reason },
  escalate: { reason },
  assign: { postId: someone },
  formTaskForce: {
    name: '讨薪专班',
    aim: '把工资要回来',
    leaderPostId: someone,
    memberPostIds: [someone],
    until: '2026-12-31',
  },
  endTaskForce: { summary: '办成了。' },
  appointMediator: { postIds: [someone], basis: 'proposed' },
  declareTie: { ties: [] },
  objectToMediator: { mediatorId: someone, reason },
  acceptMediator: { mediatorId: someone, agreed: true, how: '双方都同意' },
  releaseMediator: { mediatorId: someone, reason },
  inviteUnit: { unitId: '140106-health', task: '一起到现场' },
  recordInquiry: {
    partyId: null,
    witness: '郝邻居',
    relation: '邻居',
    heldOn: '2026-09-28',
    place: '门口',
    others: '',
    words: '问：看见了吗？\n答：看见了。',
  },
  report: { text: '去过现场', forResident: '已经去看过现场。' },
  requestMaterial: { what: '房产证复印件', workingDays: 3 },
  decidePause: { approve: true, reason },
  receiveMaterial: {},
  expireMaterial: {},
  requestWait: { ground: 'court', what: '法院的鉴定结论', until: '2026-10-30' },
  endWait: { note: '法院送来了' },
  requestExtension: { clockKind: 'handle', length: 3, reason, plan: [] },
  decideExtension: { approve: true, reason },
  startStatutory: { kind: 'peopleMediation', day: '2026-09-29', note: '当事人申请调解' },
  stopStatutory: { kind: 'peopleMediation', day: '2026-09-29', note: '调解结束' },
  changeStatutory: { kind: 'laborAward', change: 'extend', length: 15, day: '2026-10-09', paper: '延期通知书' },
  interruptLimitation: { partyId: someone, way: 'opponent', body: '任建军', claim: '赔偿', day: '2026-09-29' },
  remindLimit: { limits: [{ clockId: someone, toTell: [] }] },
  tellLimit: { how: '上门说了' },
  addClaimants: { claimants: [aClaimant] },
  changeClaim: { partyId: someone, ...aClaim, reason },
  leaveClaimant: { partyId: someone, ground: 'withdrew', reason },
  rejoinClaimant: { partyId: someone, reason },
  chooseRepresentatives: { chosenPartyId: someone, byPartyIds: [other], scope: 'general', how: '开会举手推选' },
  draftAgreement: {
    agreementId: null,
    reason: '',
    agreement: {
      ...{
        form: 'written',
        partyIds: [someone],
        facts: '楼上漏水',
        points: '',
        totalCents: null,
        costs: '',
        copies: 3,
      },
      ...{ madeOn: '2026-10-14', place: '', committee: '', mediators: '' },
      terms: [
        {
          ...{ kind: 'other', owesId: null, toId: null, text: '退还多收的物业费。', amountCents: null, dueOn: null },
          ...{ instalments: [], how: 'unsaid', howNote: '', where: '', condition: '', after: null, ifNot: '' },
        },
      ],
    },
  },
  lockAgreement: { agreementId: someone, digest: '0'.repeat(64) },
  draftGroup: {
    ...{ groupId: null, keep: [], reason: '', rows: [{ partyId: someone, cents: 800_000, instalments: null }] },
    terms: { ...groupTerms, partyIds: [other] },
  },
  lockGroup: { groupId: someone, digest: '0'.repeat(64), leaveOut: [] },
  signAgreement: {
    ...{ agreementId: someone, digest: '0'.repeat(64), partyId: someone, signerPartyId: someone },
    ...{ strokes: aName, device: 'tablet', idChecked: true, authoritySeen: false },
  },
  signOnPaper: {
    signatures: [{ agreementId: someone, digest: '0'.repeat(64), partyId: someone, signerPartyId: someone }],
    paperSeen: true,
  },
  voidSignature: { agreementId: someone, partyId: someone, reason },
  objectAtSigning: { agreementId: someone, digest: '0'.repeat(64), partyId: someone, what: 'amount' },
  answerObjection: { agreementId: someone, partyId: someone, answer: reason },
  fileScans: {
    papers: [{ uploadId: someone, form: 'evidence', subjectId: null, pages: 1, pageNumbers: [], scan: null }],
  },
  unfileScan: { filedId: someone, reason },
  attestAgreement: {
    ...{ agreements: [{ agreementId: someone, digest: '0'.repeat(64) }], what: 'seal', postId: null },
    onDay: '2026-09-01',
  },
  settle: {
    form: 'oral',
    terms: '退还多收的物业费。',
    effectiveOn: '2026-10-14',
    mediatedBy: 'committee',
    contains: [],
    totalCents: null,
    items: [],
  },
  fail: { reason, toldRoutes: true },
  withdraw: { reason },
  terminate: { reason },
  submitClosure: { result: '已经办完' },
  returnClosure: { reason },
  verifyClosure: { opinion: '同意办结' },
  recordReturnVisit: { partyId: null, method: 'phone', outcome: 'settled', performed: 'none', words: '满意' },
  rate: { score: 5, channel: 'counter' },
  contest: { reason },
  reopen: { reason },
  keepClosed: { reason },
  strikeOff: { note: '分期付款，另行盯着' },
  archive: { note: '分期付款，另行盯着' },
  recordPayment: { payerPartyId: someone, payeePartyId: other, cents: 100_000, paidOn: '2026-09-29', how: 'cash' },
  recordDeed: { promiseId: someone, doneOn: '2026-09-29', said: '现场看过' },
  changePromises: { promiseIds: [someone], dueOn: '2026-12-31', consent: 'spoken', reason },
  waivePromises: { promiseIds: [someone], saidBy: someone, reason },
  stateDefault: { promiseIds: [someone], said: '说下个月再付', toldWays: true },
  hearDoor: {
    ...{
      doorCode: 'QR14010626000001',
      way: 'judicialConfirmation',
      status: 'handedIn',
      result: null,
      on: '2026-10-14',
    },
    ...{ applicantIds: [someone], apart: false, title: null, ends: [], again: [] },
  },
  remindPayer: { promiseIds: [someone] },
  undoPayment: { paymentId: someone, reason },
  merge: { leadCode: '140106260000018', reason },
  split: { reason },
  closeLinked: {},
  follow: { step: 'report', words: '' },
  undoImport: {},
  amend: { address: '3号楼1单元', reason },
  restrict: { restricted: true, namedPostIds: [], reason },
  addFile: { uploads: [someone] },
  message: { text: '请尽快联系' },
  reassign: { fromPostId: someone, toPostId: someone },
  undoReassign: { runId: someone },
  reorganize: { id: someone, units: {}, regions: {}, posts: {} },
  statePrevention: { kind: 'criminal', people: 2, reason },
  remind: { text: '请今天签收' },
};

/** An input that fits the step's schema, for tests that are not about the input. */
export function validInput(name: StepName): object {
  return inputs[name];
}
