import type { StepName } from '../disputes/procedure.ts';
import type { Sight } from '../disputes/views.ts';
import { aClaimant } from './testing/inputs.ts';

/**
 * Who stands where to one dispute of Yingze that housing leads, justice supports and civil affairs had before: received at
 * the counter of the county's center, taken by one handler, not restricted. Written by hand from access.md.
 */
export const outsiders = [
  'otherReceptionist',
  'otherDispatcher',
  'otherLeader',
  'otherSupervisor',
  'otherUnitHead',
  'idleHandler',
  'streetReceptionist',
  'streetMediator',
  'courtClerk',
  'arbitrator',
  'reconsiderationOfficer',
  'notary',
  'legalAidOfficer',
  'communityOfficer',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'farGridWorker',
] as const;

export const insiders = [
  'receptionist',
  'dispatcher',
  'referee',
  'approver',
  'centerLeader',
  'closer',
  'supervisor',
  'secondReceptionist',
  'cityDispatcher',
  'cityLeader',
  'citySupervisor',
  'leadHead',
  'handler',
  'appointedMediator',
  'formerMediator',
  'supportHead',
  'formerHead',
  'politicalLegalMember',
  'informationOfficer',
  'gridWorker',
] as const;

export type Insider = (typeof insiders)[number];
export type Outsider = (typeof outsiders)[number];
export type Person = Insider | Outsider;

/**
 * Who sees its twin that the leader restricted, naming the closer and an officer of the beat: those two, the leader, who mediates,
 * and in whose hands it is and was first. All of them see the whole of it; what they may do is as in the other.
 */
export const named: readonly Person[] = [
  'receptionist',
  'handler',
  'appointedMediator',
  'centerLeader',
  'closer',
  'communityOfficer',
];

/** How much each of those who see it at all sees of it. Everybody else is told that there is no such dispute. */
export const sights: Record<Insider, Sight> = {
  receptionist: 'full',
  secondReceptionist: 'full',
  dispatcher: 'full',
  referee: 'full',
  approver: 'full',
  centerLeader: 'full',
  closer: 'full',
  supervisor: 'ledger',
  cityDispatcher: 'superior',
  cityLeader: 'superior',
  citySupervisor: 'ledger',
  leadHead: 'full',
  handler: 'full',
  appointedMediator: 'full',
  formerMediator: 'former',
  supportHead: 'support',
  formerHead: 'former',
  politicalLegalMember: 'ledger',
  informationOfficer: 'place',
  gridWorker: 'place',
};

const counter = ['receptionist', 'secondReceptionist', 'dispatcher', 'centerLeader'] as const;
const desk = ['dispatcher', 'centerLeader'] as const;
const hands = ['leadHead', 'handler', 'appointedMediator'] as const;
const closing = ['closer', 'centerLeader'] as const;
const approval = ['approver', 'centerLeader'] as const;

const keepers = [...counter, 'closer', ...hands] as const;

/** Past the door of each step's address; every other insider is told who can, every outsider that there is nothing. */
export const stepDoors: Record<StepName, readonly Insider[]> = {
  accept: counter,
  merge: [...counter, 'cityDispatcher', 'cityLeader'],
  split: [...counter, 'cityDispatcher', 'cityLeader'],
  closeLinked: [],
  follow: [],
  decline: approval,
  reconsider: approval,
  triage: desk,
  dispatch: desk,
  undoDispatch: desk,
  acknowledge: ['leadHead', 'handler'],
  sendBack: ['leadHead', 'handler'],
  rule: ['referee', 'centerLeader'],
  transfer: desk,
  escalate: hands,
  assign: ['leadHead'],
  appointMediator: [...desk, 'leadHead'],
  declareTie: ['appointedMediator'],
  objectToMediator: [...counter, ...hands],
  acceptMediator: [...counter, 'leadHead', 'handler'],
  releaseMediator: [...desk, 'leadHead'],
  formTaskForce: [...desk, 'leadHead'],
  endTaskForce: [...desk, 'leadHead'],
  inviteUnit: [...desk, 'leadHead'],
  report: [...hands, 'supportHead'],
  recordInquiry: [...counter, ...hands, 'supportHead'],
  requestMaterial: hands,
  decidePause: approval,
  receiveMaterial: [...hands, 'receptionist', 'secondReceptionist'],
  expireMaterial: [],
  requestWait: hands,
  endWait: [...counter, ...hands],
  requestExtension: hands,
  decideExtension: approval,
  startStatutory: [...desk, ...hands],
  stopStatutory: [...desk, ...hands],
  changeStatutory: [...desk, ...hands],
  interruptLimitation: [...counter, ...hands],
  remindLimit: [],
  tellLimit: [...counter, ...hands],
  addClaimants: [...counter, ...hands],
  changeClaim: [...counter, ...hands],
  leaveClaimant: [...counter, ...hands],
  rejoinClaimant: [...counter, ...hands],
  chooseRepresentatives: [...counter, ...hands],
  draftAgreement: hands,
  lockAgreement: hands,
  draftGroup: hands,
  lockGroup: hands,
  signAgreement: [...counter, ...hands],
  signOnPaper: [...counter, ...hands],
  voidSignature: hands,
  objectAtSigning: [...counter, ...hands],
  answerObjection: hands,
  attestAgreement: [...counter, ...hands],
  fileScans: [...counter, ...hands],
  unfileScan: [...counter, ...hands],
  settle: hands,
  fail: hands,
  withdraw: [...counter, ...hands],
  terminate: hands,
  submitClosure: [...desk, ...hands],
  returnClosure: closing,
  verifyClosure: closing,
  recordReturnVisit: [...counter, 'closer'],
  rate: ['receptionist', 'secondReceptionist'],
  contest: ['receptionist', 'secondReceptionist'],
  reopen: closing,
  keepClosed: ['centerLeader'],
  strikeOff: [...closing, 'supervisor'],
  archive: ['receptionist', 'secondReceptionist', ...closing],
  recordPayment: keepers,
  recordDeed: keepers,
  changePromises: keepers,
  waivePromises: keepers,
  stateDefault: keepers,
  remindPayer: keepers,
  hearDoor: [],
  undoPayment: keepers,
  amend: [...counter, ...hands],
  restrict: ['centerLeader'],
  addFile: [...counter, ...hands, 'supportHead'],
  message: [...counter, ...hands],
  reassign: [...counter, ...hands],
  undoReassign: [...counter, ...hands],
  reorganize: [],
  undoImport: [],
  statePrevention: [...closing, ...hands],
  remind: [...desk, 'supervisor'],
};

/** Who sees the whole of it, and who reads what it is about besides. */
const inFull: readonly Insider[] = [
  ...(['receptionist', 'secondReceptionist', 'dispatcher', 'referee', 'approver', 'centerLeader', 'closer'] as const),
  ...hands,
];
const readers: readonly Insider[] = [...inFull, 'cityDispatcher', 'cityLeader', 'supportHead'];

const absent = '01890000-0000-7000-8000-000000000000';

type Reading = {
  endpoint: string;
  body?: object;
  open: readonly Insider[];
  closedToNamed?: true;
  /** What whoever gets in is answered, where it is no plain success. */
  status?: number;
};

/**
 * Reading, printing and revealing, beside the steps. `open` get in; of the restricted one, also the officer whom the leader
 * named, except where a post of another kind is asked for.
 */
const fullOnes = [
  ...counter,
  ...(['referee', 'approver', 'closer', 'leadHead', 'handler', 'appointedMediator'] as const),
];
const openers: readonly Insider[] = [...counter, ...hands];
const aDoor = { way: 'judicialConfirmation', applicantIds: [':party'] };
export const readings: readonly Reading[] = [
  { endpoint: 'GET /api/disputes/:code', open: insiders },
  { endpoint: 'GET /api/disputes/:code/looks', open: insiders },
  {
    endpoint: 'GET /api/disputes/:code/agreements/:agreement/agreement.pdf',
    open: [
      'receptionist',
      'secondReceptionist',
      'dispatcher',
      'referee',
      'approver',
      'centerLeader',
      'closer',
      'leadHead',
      'handler',
      'appointedMediator',
    ],
  },
  { endpoint: 'GET /api/disputes/:code/agreement-groups', open: readers },
  { endpoint: `GET /api/disputes/:code/agreement-groups/${absent}`, open: readers, status: 404 },
  { endpoint: 'GET /api/disputes/:code/agreements/:agreement', open: readers },
  // Signed paper that came back: what stands in the file is read as the file is; where a page goes is asked by who may put it there.
  { endpoint: 'GET /api/disputes/:code/filed-papers', open: readers },
  { endpoint: 'GET /api/disputes/:code/paper-places', open: [...counter, ...hands], closedToNamed: true },
  {
    // Names, strokes and sums of all who sign: only who has the dispute in hand, and its center.
    endpoint: 'GET /api/disputes/:code/signing',
    open: fullOnes,
  },
  { endpoint: 'GET /api/disputes/:code/signing/:agreement/:party', open: fullOnes },
  // Every form of the file, with a subject of its own where it has one.
  // The file is whole or not at all: who looks on from above, helps, or had it before, sees none of it.
  { endpoint: 'GET /api/disputes/:code/dossier', open: fullOnes },
  { endpoint: 'GET /api/disputes/:code/papers', open: fullOnes },
  { endpoint: 'GET /api/disputes/:code/papers/acceptance.pdf', open: fullOnes },
  { endpoint: 'GET /api/disputes/:code/papers/acceptance.docx', open: fullOnes },
  // A tablet on the table: who hosts the signing gives it, sees it and takes it back.
  { endpoint: 'GET /api/disputes/:code/tables', open: fullOnes },
  { endpoint: 'POST /api/disputes/:code/table-passes', open: fullOnes, status: 201 },
  { endpoint: 'POST /api/disputes/:code/table-ends', open: fullOnes, status: 201 },
  { endpoint: 'GET /api/disputes/:code/agreements/:agreement/proof.tar', open: fullOnes },
  {
    endpoint: 'GET /api/disputes/:code/agreements',
    open: [
      'receptionist',
      'secondReceptionist',
      'dispatcher',
      'referee',
      'approver',
      'centerLeader',
      'closer',
      'cityDispatcher',
      'cityLeader',
      'leadHead',
      'handler',
      'appointedMediator',
      'supportHead',
    ],
  },
  { endpoint: 'GET /api/disputes/:code/tasks', open: readers },
  // The ways that remain are read by whoever reads the facts; a door is opened by whoever has the dispute in hand.
  { endpoint: 'GET /api/disputes/:code/doors', open: readers },
  { endpoint: 'GET /api/disputes/:code/path', open: readers },
  { endpoint: 'GET /api/disputes/:code/path.pdf', open: readers },
  { endpoint: 'POST /api/disputes/:code/doors', body: aDoor, open: openers, closedToNamed: true, status: 409 },
  { endpoint: 'POST /api/disputes/:code/door-previews', body: aDoor, open: openers, closedToNamed: true, status: 409 },
  { endpoint: 'GET /api/disputes/:code/claimants', open: readers },
  { endpoint: 'GET /api/disputes/:code/claimants.xlsx', open: readers },
  // Where money goes, and lists with everybody's number in clear, are for whoever handles it.
  {
    endpoint: 'POST /api/disputes/:code/account-reveals',
    body: { partyId: ':party', purpose: '核对打款账号' },
    open: inFull,
  },
  { endpoint: 'POST /api/disputes/:code/claimant-sheets', body: {}, open: inFull, status: 422 },
  { endpoint: 'POST /api/disputes/:code/claimant-checks', body: { claimants: [aClaimant] }, open: inFull },
  {
    endpoint: 'POST /api/disputes/:code/faulty-claimants.xlsx',
    body: { rows: [{ claimant: aClaimant, wrong: '' }] },
    open: inFull,
  },
  { endpoint: 'GET /api/codes/:code', open: insiders },
  { endpoint: 'GET /api/disputes/:code/links', open: insiders },
  { endpoint: 'GET /api/disputes/:code/alike', open: insiders },
  { endpoint: 'GET /api/disputes/:code/sittings', open: insiders },
  {
    endpoint: 'POST /api/disputes/:code/sitting-previews',
    body: {
      ...{ form: 'joint', day: '2026-10-20', from: '19:00', to: '20:00', roomIds: [], place: '社区', agenda: '' },
      ...{ bring: '', partyIds: [':party'], postIds: [], unitIds: [], leadingUnitId: null, shared: [] },
      otherCodes: [],
    },
    open: [...counter, ...hands],
    closedToNamed: true,
  },
  {
    endpoint: 'GET /api/disputes/:code/mediator-proposals',
    open: ['dispatcher', 'centerLeader', 'leadHead'],
    closedToNamed: true,
  },
  {
    endpoint: 'GET /api/disputes/:code/progress-sheet.pdf',
    open: [
      'receptionist',
      'secondReceptionist',
      'dispatcher',
      'referee',
      'approver',
      'centerLeader',
      'closer',
      'cityDispatcher',
      'cityLeader',
      'leadHead',
      'handler',
      'appointedMediator',
      'supportHead',
    ],
  },
  {
    endpoint: 'POST /api/disputes/:code/slips',
    body: { partyId: ':party', largePrint: false },
    open: [
      'receptionist',
      'secondReceptionist',
      'dispatcher',
      'referee',
      'approver',
      'centerLeader',
      'closer',
      'leadHead',
      'handler',
      'appointedMediator',
    ],
  },
  {
    endpoint: 'POST /api/disputes/:code/reveals',
    body: { partyId: ':party', field: 'phone', purpose: '联系当事人核实情况' },
    open: [
      'receptionist',
      'secondReceptionist',
      'dispatcher',
      'referee',
      'approver',
      'centerLeader',
      'closer',
      'cityDispatcher',
      'cityLeader',
      'leadHead',
      'handler',
      'appointedMediator',
    ],
  },
  {
    endpoint: 'POST /api/disputes/:code/supervision-notice-previews',
    body: {
      unitIds: ['140106-housing'],
      clockId: null,
      reason: '群众再次来访',
      ask: '到现场核对',
      replyBy: '2026-10-20',
      urgency: 'none',
      cosignerIds: [],
    },
    open: ['centerLeader', 'supervisor', 'cityLeader', 'citySupervisor', 'politicalLegalMember'],
    closedToNamed: true,
  },
];
