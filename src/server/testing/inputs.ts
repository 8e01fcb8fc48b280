import type { StepName } from '../../disputes/procedure.ts';
import { noDanger } from '../../routing/testing/noDanger.ts';

const reason = '写明理由';
const someone = '0190a000-0000-7000-8000-0000000000bb';
const inputs: Record<StepName, object> = {
  accept: {},
  decline: { ground: 'elsewhere', reason, goTo: '小店区综治中心' },
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
  inviteUnit: { unitId: '140106-health', task: '一起到现场' },
  report: { text: '去过现场' },
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
  settle: { form: 'oral', terms: '退还多收的物业费。', effectiveOn: '2026-10-14', totalCents: null, items: [] },
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
  strikeOff: {},
  archive: {},
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
