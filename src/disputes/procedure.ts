import { mediationKinds } from '../deadlines/rules.13710.ts';
import type { Role } from '../platform/actor.ts';
import type { Row } from '../procedures/kind.ts';
import { desk, front, hands, lead } from './posts.ts';
import { scanRows } from './scanRows.ts';
import { signingRows } from './signingRows.ts';

/** Where a post must stand for a step: its relation to the dispute, not its rank. */
export type Place =
  | 'receivingCenter'
  | 'superiorCenter'
  | 'leadUnit'
  | 'assigned'
  | 'appointed'
  | 'supportingUnit'
  | 'handing'
  | 'party'
  | 'system';
export type Who = `${Role}@${Place}`;

export const statuses = [
  'registered',
  'declined',
  'accepted',
  'dispatched',
  'routingDisputed',
  'inMediation',
  'linked',
  'settled',
  'mediationFailed',
  'withdrawn',
  'terminated',
  'closureSubmitted',
  'closed',
  'struckOff',
  'archived',
] as const;
export type Status = (typeof statuses)[number];

export type StepName = keyof typeof procedure;

export type Step = Row<Status, Place>;

const joiners = [...front, 'dispatcher@superiorCenter', 'centerLeader@superiorCenter'] as const;
const approval = ['approver@receivingCenter', 'centerLeader@receivingCenter'] as const;
const closing = ['closer@receivingCenter', 'centerLeader@receivingCenter'] as const;
/** While somebody can still be asked to mediate, and be changed. */
const choosing = ['accepted', 'dispatched', 'inMediation'] as const;
const beforeOutcome = ['registered', 'accepted', 'dispatched', 'routingDisputed', 'inMediation'] as const;
const outcomes = ['settled', 'mediationFailed', 'withdrawn', 'terminated'] as const;
const open = [...beforeOutcome, ...outcomes, 'closureSubmitted'] as const;
const ended = ['closed', 'struckOff', 'archived'] as const;
/** Who keeps what was promised in view: whoever has the dispute in hand, and the center's desks. */
const keepers = [...front, ...closing.slice(0, 1), 'informationOfficer@receivingCenter', ...hands] as const;
/** One that follows another is taken apart first: whoever leads the other would know of it. */
const onItsOwn = [...open, ...ended, 'declined'] as const;
/** What an agreement promises runs on when the dispute is closed, struck off and archived: 案结 is not 事了. */
const agreed = ['dispatched', 'inMediation', ...outcomes, 'closureSubmitted', ...ended] as const;
const helpers = ['unitHead@supportingUnit', 'centerLeader@supportingUnit'] as const;

const law = '《人民调解法》';
const local = '枫桥台流程（本市可设）';

/**
 * THE procedure: one row a step. The server's guard, the buttons, the walkthrough and the diagram are drawn from it.
 * The chain is code; lengths of clocks, thresholds and undo times are settings.
 */
// biome-ignore format: one row a step is how a clerk reads it
export const procedure = {
  accept: { noun: 'acceptances', from: ['registered'], to: 'accepted', who: front, label: '受理', labelEn: 'Accept', key: 'S', starts: ['deploy'], stops: ['accept'], basis: '首问负责：当场登记，按程序分流', weight: 'tells', press: true },
  decline: { noun: 'declines', from: ['registered'], to: 'declined', who: approval, label: '不予受理', labelEn: 'Decline', starts: [], stops: ['accept'], basis: '不归本中心管的：告诉去哪里、最晚什么时候', weight: 'legal' },
  reconsider: { noun: 'reconsiderations', from: ['declined'], to: 'registered', who: approval, label: '重新审查', labelEn: 'Reconsider', starts: ['accept'], stops: [], basis: local, weight: 'tells' },
  triage: { noun: 'triages', from: ['accepted'], to: null, who: desk, label: '研判', labelEn: 'Triage', key: 'Y', starts: [], stops: [], basis: local, weight: 'plain', press: true },
  dispatch: { noun: 'dispatches', from: ['accepted'], to: 'dispatched', who: desk, label: '分流', labelEn: 'Dispatch', key: 'L', starts: ['acknowledge', 'report', 'handle'], stops: ['deploy'], basis: '13710：当天部署；职责清单', weight: 'tells' },
  undoDispatch: { noun: 'dispatch-withdrawals', from: ['dispatched'], to: 'accepted', who: desk, label: '撤回分流', labelEn: 'Withdraw dispatch', key: 'U', starts: ['deploy'], stops: ['acknowledge', 'report', 'handle'], basis: local, weight: 'tells' },
  acknowledge: { noun: 'acknowledgements', from: ['dispatched'], to: 'inMediation', who: ['handler@leadUnit', 'dispatcher@leadUnit', ...lead], label: '签收', labelEn: 'Acknowledge', key: 'A', starts: ['mediation'], stops: ['acknowledge'], basis: '13710：当天部署', weight: 'tells', press: true },
  sendBack: { noun: 'send-backs', from: ['dispatched', 'inMediation'], to: ['routingDisputed', 'accepted'], who: ['handler@leadUnit', 'dispatcher@leadUnit', ...lead], label: '退回', labelEn: 'Send back', starts: ['ruling'], stops: ['acknowledge', 'report', ...mediationKinds, 'wait'], basis: '职责清单；多久内可以退回由本区县定', weight: 'tells' },
  rule: { noun: 'rulings', from: ['routingDisputed'], to: 'dispatched', who: ['referee@receivingCenter', 'centerLeader@receivingCenter'], label: '裁定', labelEn: 'Rule', key: 'D', starts: ['acknowledge', 'report', 'handle'], stops: ['ruling'], basis: '职责清单；退回的由中心裁定', weight: 'tells' },
  transfer: { noun: 'transfers', from: ['dispatched', 'inMediation'], to: 'dispatched', who: desk, label: '转办', labelEn: 'Transfer', starts: ['acknowledge'], stops: ['acknowledge', ...mediationKinds, 'wait'], basis: '职责清单', weight: 'tells' },
  escalate: { noun: 'escalations', from: ['inMediation'], to: 'dispatched', who: hands, label: '提级', labelEn: 'Escalate', starts: ['acknowledge'], stops: [...mediationKinds, 'wait'], basis: local, weight: 'tells' },
  assign: { noun: 'assignments', from: ['inMediation'], to: null, who: lead, label: '指派', labelEn: 'Assign', key: 'Z', starts: [], stops: [], basis: '定人定岗定责', weight: 'tells', press: true },
  appointMediator: { noun: 'mediator-appointments', from: choosing, to: null, who: [...desk, ...lead], label: '确定调解员', labelEn: 'Appoint a mediator', key: 'M', starts: [], stops: [], basis: `${law}第十九条：指定，或者由当事人选择`, weight: 'tells' },
  declareTie: { noun: 'tie-declarations', from: choosing, to: null, who: ['mediator@appointed'], label: '申报回避', labelEn: 'Declare ties', starts: [], stops: [], basis: local, weight: 'tells' },
  objectToMediator: { noun: 'mediator-objections', from: choosing, to: null, who: ['party@party', ...front, ...hands], label: '要求换调解员', labelEn: 'Ask for another mediator', starts: [], stops: [], basis: `${law}第二十三条：选择或者接受人民调解员`, weight: 'tells' },
  acceptMediator: { noun: 'mediator-consents', from: choosing, to: null, who: [...front, 'handler@assigned', ...lead], label: '当事人同意他调', labelEn: 'Record consent to the mediator', starts: [], stops: [], basis: `${law}第二十三条：选择或者接受人民调解员`, weight: 'tells' },
  releaseMediator: { noun: 'mediator-releases', from: open, to: null, who: [...desk, ...lead], label: '换下调解员', labelEn: 'Release a mediator', starts: [], stops: [], basis: `${law}第十九条`, weight: 'tells' },
  formTaskForce: { noun: 'task-forces', from: choosing, to: null, who: [...desk, ...lead], label: '组专班', labelEn: 'Form a task force', starts: [], stops: [], basis: '复杂的事多部门专班办', weight: 'tells' },
  endTaskForce: { noun: 'task-force-ends', from: [...open, ...ended], to: null, who: [...desk, ...lead], label: '专班结束', labelEn: 'End the task force', starts: [], stops: [], basis: local, weight: 'tells' },
  inviteUnit: { noun: 'supporting-units', from: ['dispatched', 'inMediation'], to: null, who: [...desk, ...lead], label: '请单位协办', labelEn: 'Invite a supporting unit', starts: [], stops: [], basis: '多部门联调', weight: 'tells' },
  report: { noun: 'progress-reports', from: ['inMediation', ...outcomes], to: null, who: [...helpers, ...hands], label: '写反馈', labelEn: 'Report progress', key: 'F', starts: [], stops: ['report'], basis: '13710：3天反馈', weight: 'tells', press: true },
  recordInquiry: { noun: 'inquiries', from: choosing, to: null, who: [...helpers, ...front, ...hands], label: '记调查', labelEn: 'Record an inquiry', starts: [], stops: [], basis: `${law}第二十二条：充分听取当事人的陈述`, weight: 'plain' },
  requestMaterial: { noun: 'material-requests', from: ['inMediation'], to: null, who: hands, label: '要材料', labelEn: 'Ask for material', starts: [], stops: [], basis: local, weight: 'tells' },
  decidePause: { noun: 'pause-decisions', from: ['inMediation'], to: null, who: approval, label: '审批停钟', labelEn: 'Decide on the pause', starts: [], stops: [], basis: local, weight: 'tells' },
  receiveMaterial: { noun: 'material-receipts', from: ['inMediation'], to: null, who: ['party@party', 'receptionist@receivingCenter', ...hands], label: '材料收到', labelEn: 'Material received', starts: [], stops: ['materials'], basis: local, weight: 'tells' },
  expireMaterial: { noun: 'material-expiries', from: ['inMediation'], to: null, who: ['system@system'], label: '等的日期到了', labelEn: 'The wait is over', starts: [], stops: ['materials', 'wait'], basis: local, weight: 'tells' },
  requestWait: { noun: 'wait-requests', from: ['inMediation'], to: null, who: hands, label: '申请停钟', labelEn: 'Ask to wait', starts: [], stops: [], basis: '停钟事由由各时限的规则定', weight: 'tells' },
  endWait: { noun: 'wait-ends', from: ['inMediation'], to: null, who: [...front, ...hands], label: '等到了', labelEn: 'End the wait', starts: [], stops: ['wait'], basis: local, weight: 'tells' },
  requestExtension: { noun: 'extension-requests', from: ['dispatched', 'inMediation', ...outcomes], to: null, who: hands, label: '申请延期', labelEn: 'Ask for more time', starts: [], stops: [], basis: '13710：解决不了的，拿出时间节点和方案', weight: 'tells' },
  decideExtension: { noun: 'extension-decisions', from: ['dispatched', 'inMediation', ...outcomes], to: null, who: approval, label: '审批延期', labelEn: 'Decide on more time', starts: [], stops: [], basis: local, weight: 'tells' },
  startStatutory: { noun: 'statutory-clocks', from: [...open, 'closed'], to: null, who: [...desk, ...hands], label: '记法定时限', labelEn: 'Start a limit of law', starts: [], stops: [], basis: '各法律的期限', weight: 'tells' },
  stopStatutory: { noun: 'statutory-stops', from: [...open, ...ended], to: null, who: [...desk, ...hands], label: '法定时限结束', labelEn: 'End a limit of law', starts: [], stops: [], basis: '各法律的期限', weight: 'tells' },
  changeStatutory: { noun: 'statutory-changes', from: [...open, ...ended], to: null, who: [...desk, ...hands], label: '法定时限延长、中止', labelEn: 'Extend or suspend a limit of law', starts: [], stops: [], basis: '各法律的期限：由法院或者别的机关决定，凭文书记', weight: 'tells' },
  interruptLimitation: { noun: 'limitation-interruptions', from: [...open, ...ended, 'declined', 'linked'], to: null, who: [...front, ...hands], label: '记提出过请求', labelEn: 'Record a request that interrupts limitation', starts: [], stops: [], basis: '《诉讼时效规定》第十二条；《民法典》第一百九十五条；《劳动争议调解仲裁法》第二十七条', weight: 'tells' },
  remindLimit: { noun: 'limit-reminders', from: statuses, to: null, who: ['system@system'], label: '提醒当事人期限快到了', labelEn: 'Remind of a limit', starts: [], stops: [], basis: local, weight: 'tells' },
  tellLimit: { noun: 'told-limits', from: statuses, to: null, who: [...front, ...hands], label: '期限告诉了当事人', labelEn: 'Told about the limit', starts: [], stops: [], basis: local, weight: 'plain' },
  addClaimants: { noun: 'claimants', from: beforeOutcome, to: null, who: [...front, ...hands], label: '加申请人', labelEn: 'Add claimants', starts: [], stops: [], basis: '一件事、许多人：各人的身份、要求、账号分别登记', weight: 'tells', elsewhere: true },
  changeClaim: { noun: 'claim-changes', from: open, to: null, who: [...front, ...hands], label: '改要求的金额', labelEn: 'Change a claim', starts: [], stops: [], basis: local, weight: 'plain', elsewhere: true },
  leaveClaimant: { noun: 'claimant-leavings', from: open, to: null, who: [...front, ...hands], label: '记退出', labelEn: 'Record that a claimant leaves', starts: [], stops: [], basis: `${law}第二十三条：要求终止调解`, weight: 'tells', elsewhere: true },
  rejoinClaimant: { noun: 'claimant-returns', from: open, to: null, who: [...front, ...hands], label: '记重新加入', labelEn: 'Record that a claimant returns', starts: [], stops: [], basis: `${law}第二十三条：自愿参加`, weight: 'tells', elsewhere: true },
  chooseRepresentatives: { noun: 'representative-choices', from: open, to: null, who: [...front, ...hands], label: '记推选代表人', labelEn: 'Record chosen representatives', starts: [], stops: [], basis: '《劳动争议调解仲裁法》第七条：十人以上、有共同请求，可以推举代表', weight: 'plain', elsewhere: true },
  draftAgreement: { noun: 'agreements', from: ['inMediation'], to: null, who: hands, label: '写协议', labelEn: 'Write the agreement', starts: [], stops: [], basis: `${law}第二十八、二十九条`, weight: 'plain' },
  lockAgreement: { noun: 'agreement-locks', from: ['inMediation'], to: null, who: hands, label: '协议定稿', labelEn: 'Lock the agreement', starts: [], stops: [], basis: `${law}第二十九条`, weight: 'plain' },
  draftGroup: { noun: 'agreement-groups', from: ['inMediation'], to: null, who: hands, label: '写一组协议', labelEn: 'Write agreements for many', starts: [], stops: [], basis: `${law}第二十八、二十九条`, weight: 'plain', elsewhere: true },
  lockGroup: { noun: 'agreement-group-locks', from: ['inMediation'], to: null, who: hands, label: '一组协议定稿', labelEn: 'Lock agreements for many', starts: [], stops: [], basis: `${law}第二十九条`, weight: 'plain', elsewhere: true },
  ...signingRows,
  ...scanRows,
  settle: { noun: 'settlements', from: ['inMediation'], to: 'settled', who: hands, label: '达成协议', labelEn: 'Settle', key: 'C', starts: [], stops: [...mediationKinds, 'report', 'materials', 'wait'], basis: `${law}第二十八至三十条`, weight: 'legal' },
  fail: { noun: 'failures', from: ['inMediation'], to: 'mediationFailed', who: hands, label: '没调成', labelEn: 'Mediation failed', starts: [], stops: [...mediationKinds, 'report', 'materials', 'wait'], basis: `${law}第二十六条：告知仲裁、行政、司法途径`, weight: 'legal' },
  withdraw: { noun: 'withdrawals', from: beforeOutcome, to: 'withdrawn', who: [...front, ...hands], label: '申请人撤回', labelEn: 'Withdrawn by applicant', starts: [], stops: ['accept', 'deploy', 'ruling', 'acknowledge', 'report', ...mediationKinds, 'materials', 'wait'], basis: `${law}第二十三条：可以终止调解`, weight: 'legal' },
  terminate: { noun: 'terminations', from: ['inMediation'], to: 'terminated', who: hands, label: '终止', labelEn: 'Terminate', starts: [], stops: ['report', ...mediationKinds, 'materials', 'wait'], basis: `${law}第十七、二十六条`, weight: 'legal' },
  submitClosure: { noun: 'closure-submissions', from: outcomes, to: 'closureSubmitted', who: [...desk, ...hands], label: '提交办结', labelEn: 'Submit closure', key: 'B', starts: ['verify'], stops: ['handle', 'report'], basis: '13710：7天/1个月办结', weight: 'tells', press: true },
  returnClosure: { noun: 'closure-returns', from: ['closureSubmitted'], to: 'inMediation', who: closing, label: '退回补办', labelEn: 'Return for more work', starts: ['handle'], stops: ['verify'], basis: '办结审核', weight: 'tells', press: true },
  verifyClosure: { noun: 'closures', from: ['closureSubmitted'], to: 'closed', who: closing, label: '通过办结', labelEn: 'Approve closure', key: 'V', starts: ['returnVisit', 'strikeOff'], stops: ['verify', 'handle'], basis: '办结审核', weight: 'legal' },
  recordReturnVisit: { noun: 'return-visits', from: ['closed', 'struckOff'], to: null, who: [...front, 'informationOfficer@receivingCenter', 'closer@receivingCenter'], label: '记回访', labelEn: 'Record return visit', key: 'R', starts: [], stops: ['returnVisit'], basis: `${law}第三十一条：监督、督促履行`, weight: 'tells' },
  rate: { noun: 'ratings', from: ['closed', 'struckOff'], to: null, who: ['party@party', 'receptionist@receivingCenter'], label: '评价', labelEn: 'Rate', starts: [], stops: [], basis: '三评：群众评', weight: 'plain' },
  contest: { noun: 'contests', from: ended, to: null, who: ['party@party', 'receptionist@receivingCenter'], label: '说「没有解决」', labelEn: 'Say it is not settled', starts: ['contest'], stops: ['strikeOff'], basis: local, weight: 'tells' },
  reopen: { noun: 'reopenings', from: ended, to: ['dispatched', 'accepted'], who: closing, label: '重新办理', labelEn: 'Reopen', starts: ['acknowledge', 'report', 'handle'], stops: ['contest', 'returnVisit', 'strikeOff'], basis: local, weight: 'tells' },
  keepClosed: { noun: 'contest-answers', from: ended, to: null, who: ['centerLeader@receivingCenter'], label: '维持办结', labelEn: 'Keep closed', starts: [], stops: ['contest'], basis: local, weight: 'legal' },
  strikeOff: { noun: 'strike-offs', from: ['closed'], to: 'struckOff', who: [...closing, 'supervisor@receivingCenter'], label: '销号', labelEn: 'Strike off', key: 'H', starts: [], stops: ['strikeOff', 'returnVisit'], basis: '13710：销号清零', weight: 'legal', press: true },
  archive: { noun: 'archives', from: ['struckOff', 'declined'], to: 'archived', who: ['receptionist@receivingCenter', ...closing], label: '归档', labelEn: 'Archive', starts: [], stops: [], basis: `${law}第二十七条：建立调解工作档案`, weight: 'legal', press: true },
  merge: { noun: 'merges', from: beforeOutcome, to: 'linked', who: joiners, label: '合并办理', labelEn: 'Handle together', starts: [], stops: [], basis: '防多头、重复受理；各人的编号、小票、评价不变', weight: 'tells' },
  split: { noun: 'splits', from: ['linked'], to: beforeOutcome, who: [...joiners, 'system@system'], label: '拆开', labelEn: 'Take apart', starts: [], stops: [], basis: local, weight: 'tells' },
  closeLinked: { noun: 'linked-closures', from: ['linked'], to: 'closed', who: ['system@system'], label: '随主办的一件办结', labelEn: 'Close with the leading one', starts: ['returnVisit', 'strikeOff'], stops: ['accept', 'deploy', 'ruling', 'acknowledge', 'report', 'handle', ...mediationKinds, 'materials', 'wait', 'verify'], basis: '办结审核', weight: 'legal' },
  follow: { noun: 'lead-moves', from: ['linked'], to: null, who: ['system@system'], label: '主办的一件有进展', labelEn: 'The leading one moves', starts: [], stops: [], basis: local, weight: 'tells' },
  recordPayment: { noun: 'payments', from: agreed, to: null, who: keepers, label: '记付款', labelEn: 'Record a payment', starts: [], stops: [], basis: `${law}第三十一条：监督、督促履行`, weight: 'tells' },
  recordDeed: { noun: 'deeds', from: agreed, to: null, who: keepers, label: '记做好了', labelEn: 'Record what was done', starts: [], stops: [], basis: `${law}第三十一条：监督、督促履行`, weight: 'tells' },
  changePromises: { noun: 'promise-changes', from: agreed, to: null, who: keepers, label: '改履行的约定', labelEn: 'Change what was promised', starts: [], stops: [], basis: '双方协商一致可以改', weight: 'tells' },
  waivePromises: { noun: 'promise-waivers', from: agreed, to: null, who: keepers, label: '记不要了', labelEn: 'Record a waiver', starts: [], stops: [], basis: '应该收的一方可以不要', weight: 'legal' },
  stateDefault: { noun: 'defaults', from: agreed, to: null, who: keepers, label: '记没有履行', labelEn: 'State a default', starts: [], stops: [], basis: `${law}第三十一、三十二条`, weight: 'legal' },
  remindPayer: { noun: 'payer-reminders', from: agreed, to: null, who: ['system@system', ...keepers], label: '催问履行', labelEn: 'Remind the payer', starts: [], stops: [], basis: `${law}第三十一条：督促履行`, weight: 'tells' },
  undoPayment: { noun: 'payment-corrections', from: agreed, to: null, who: keepers, label: '更正付款', labelEn: 'Correct a payment', starts: [], stops: [], basis: local, weight: 'tells' },
  hearDoor: { noun: 'door-news', from: statuses, to: null, who: ['system@system'], label: '法律的路有进展', labelEn: 'A door of law moves', starts: [], stops: [], basis: '各法律的程序', weight: 'tells' },
  amend: { noun: 'amendments', from: [...open, 'linked'], to: null, who: [...front, ...hands], label: '改事实', labelEn: 'Amend facts', starts: [], stops: [], basis: local, weight: 'plain' },
  restrict: { noun: 'restrictions', from: onItsOwn, to: null, who: ['centerLeader@receivingCenter'], label: '设为限制知悉', labelEn: 'Restrict', starts: [], stops: [], basis: '未成年人、家庭暴力、性侵害、国家秘密、商业秘密', weight: 'legal' },
  addFile: { noun: 'files', from: statuses, to: null, who: ['party@party', ...front, ...hands, ...helpers], label: '加材料', labelEn: 'Add a file', starts: [], stops: [], basis: local, weight: 'plain' },
  message: { noun: 'messages', from: statuses, to: null, who: ['party@party', ...front, ...hands], label: '说句话', labelEn: 'Leave a message', starts: [], stops: [], basis: local, weight: 'plain' },
  reassign: { noun: 'reassignments', from: [...open, 'closed', 'struckOff'], to: null, who: [...front, ...hands], label: '移交', labelEn: 'Hand over', starts: [], stops: [], basis: '首问负责；定人定岗定责', weight: 'tells', elsewhere: true },
  undoReassign: { noun: 'reassignment-withdrawals', from: [...open, 'closed', 'struckOff'], to: null, who: [...front, ...hands, 'handler@handing', 'mediator@handing'], label: '收回移交', labelEn: 'Take back the hand-over', starts: [], stops: [], basis: local, weight: 'tells', elsewhere: true },
  reorganize: { noun: 'reorganizations', from: statuses, to: null, who: ['system@system'], label: '机构调整', labelEn: 'Reorganization', starts: [], stops: [], basis: local, weight: 'tells' },
  undoImport: { noun: 'import-withdrawals', from: statuses, to: 'archived', who: ['system@system'], label: '撤销导入', labelEn: 'Undo the import', starts: [], stops: [], basis: local, weight: 'legal' },
  statePrevention: { noun: 'preventions', from: [...outcomes, 'closureSubmitted', ...ended], to: null, who: [...closing, ...hands], label: '记防止激化', labelEn: 'State what was prevented', starts: [], stops: [], basis: '人民调解统计：防止民转刑、防止群体性上访', weight: 'plain' },
  remind: { noun: 'reminders', from: open, to: null, who: [...desk, 'supervisor@receivingCenter'], label: '催办', labelEn: 'Remind', starts: [], stops: [], basis: '13710：跟踪到底', weight: 'tells' },
} as const satisfies Record<string, Step>;

export const stepNames = Object.keys(procedure) as StepName[];

export const stepOf = (name: StepName): Step => procedure[name];

export const statusLabels: Record<Status, { zh: string; en: string; resident: string }> = {
  registered: { zh: '已登记', en: 'Registered', resident: '已经登记，正在看由谁办' },
  declined: { zh: '不予受理', en: 'Declined', resident: '这件事要到别处办，已告诉您去哪里、最晚什么时候' },
  accepted: { zh: '已受理', en: 'Accepted', resident: '已经受理，正在确定办理单位' },
  dispatched: { zh: '已分流', en: 'Dispatched', resident: '已经转给办理单位，等他们接手' },
  routingDisputed: { zh: '派单裁定中', en: 'Dispatch disputed', resident: '正在重新确定由哪个单位办' },
  inMediation: { zh: '调处中', en: 'In mediation', resident: '正在调解' },
  linked: { zh: '合并办理', en: 'Handled together', resident: '和另一件同样的事一起办' },
  settled: { zh: '已达成协议', en: 'Settled', resident: '已经达成协议' },
  mediationFailed: { zh: '没调成', en: 'Mediation failed', resident: '没有调成，可以走别的路' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', resident: '您已撤回' },
  terminated: { zh: '已终止', en: 'Terminated', resident: '调解已经终止' },
  closureSubmitted: { zh: '待审核', en: 'Closure submitted', resident: '办理单位说办完了，中心正在核对' },
  closed: { zh: '已办结', en: 'Closed', resident: '已经办完，会来问您满不满意' },
  struckOff: { zh: '已销号', en: 'Struck off', resident: '已经办完' },
  archived: { zh: '已归档', en: 'Archived', resident: '已经办完，材料已归档' },
};
