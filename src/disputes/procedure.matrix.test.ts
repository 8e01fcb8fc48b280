import { expect, test } from 'vitest';
import { roles } from '../platform/actor.ts';
import type { Matrix } from '../procedures/testing/matrix.ts';
import { procedure, type Status, type Step, statuses, stepNames, type Who } from './procedure.ts';
import { differences, firstDifference, gaps } from './testing/matrix.ts';

// Written by hand from access.md and the regulation, never from procedure.ts: where the two differ, one of them is wrong.
const beforeOutcome = 'registered accepted dispatched routingDisputed inMediation';
const outcomes = 'settled mediationFailed withdrawn terminated';
const ended = 'closed struckOff archived';
const open = `${beforeOutcome} ${outcomes} closureSubmitted`;
const unlinked = `${open} ${ended} declined`;
const always = `${unlinked} linked`;

const desk = 'dispatcher@receivingCenter centerLeader@receivingCenter';
const frontDesk = `receptionist@receivingCenter ${desk}`;
const leadHead = 'unitHead@leadUnit centerLeader@leadUnit';
const signers = `handler@leadUnit dispatcher@leadUnit ${leadHead}`;
const hands = `handler@assigned mediator@assigned mediator@appointed ${leadHead}`;
const helpers = 'unitHead@supportingUnit centerLeader@supportingUnit';
const approvers = 'approver@receivingCenter centerLeader@receivingCenter';
const closers = 'closer@receivingCenter centerLeader@receivingCenter';
const keepers = `${frontDesk} closer@receivingCenter informationOfficer@receivingCenter ${hands}`;
// An agreement is owed on whatever became of the dispute, handled anew as well; before there is one there is nothing.
const afterAgreeing = `dispatched inMediation ${outcomes} closureSubmitted ${ended}`;
const resident = 'party@party';
const clerk = 'receptionist@receivingCenter';
const joiners = `${frontDesk} dispatcher@superiorCenter centerLeader@superiorCenter`;

// biome-ignore format: one action a line is how a clerk checks it
const matrix: Matrix = {
  accept:            { at: 'registered', by: frontDesk, why: '首问负责: whoever stands at the door takes it in' },
  decline:           { at: 'registered', by: approvers, why: 'turning somebody away is decided, not done in passing' },
  reconsider:        { at: 'declined', by: approvers, why: 'declined stays reviewable' },
  triage:            { at: 'accepted', by: desk, why: 'a person of the desk decides, the machine proposes' },
  dispatch:          { at: 'accepted', by: desk, why: '综治中心负责程序性推进' },
  undoDispatch:      { at: 'dispatched', by: desk, why: 'who sent it may take it back until it is signed for' },
  acknowledge:       { at: 'dispatched', by: signers, why: '13710: signed for on the day, by the unit itself' },
  sendBack:          { at: 'dispatched inMediation', by: signers, why: 'the unit says on what basis it is not its own' },
  rule:              { at: 'routingDisputed', by: 'referee@receivingCenter centerLeader@receivingCenter', why: '裁定岗; the leader where a center has no referee' },
  transfer:          { at: 'dispatched inMediation', by: desk, why: 'units do not pass matters among themselves' },
  escalate:          { at: 'inMediation', by: hands, why: 'whoever tried says that it is too hard here' },
  assign:            { at: 'inMediation', by: leadHead, why: '定人定岗定责' },
  appointMediator:   { at: 'accepted dispatched inMediation', by: `${desk} ${leadHead}`, why: '人民调解法 19: the center or the unit in charge appoints, or writes down whom the parties chose' },
  declareTie:        { at: 'accepted dispatched inMediation', by: 'mediator@appointed', why: 'only he can say what ties him' },
  objectToMediator:  { at: 'accepted dispatched inMediation', by: `${resident} ${frontDesk} ${hands}`, why: '人民调解法 23: a party says so, to whoever is there' },
  acceptMediator:    { at: 'accepted dispatched inMediation', by: `${frontDesk} handler@assigned ${leadHead}`, why: 'whoever heard the parties, but never a mediator about himself' },
  formTaskForce:     { at: 'accepted dispatched inMediation', by: `${desk} ${leadHead}`, why: 'the center or the unit in charge calls people of several units together' },
  endTaskForce:      { at: `${open} ${ended}`, by: `${desk} ${leadHead}`, why: 'who calls together sends home' },
  releaseMediator:   { at: open, by: `${desk} ${leadHead}`, why: 'who appoints changes' },
  inviteUnit:        { at: 'dispatched inMediation', by: `${desk} ${leadHead}`, why: '多部门联调' },
  report:            { at: `inMediation ${outcomes}`, by: `${helpers} ${hands}`, why: '13710: 3天反馈; a supporting unit on its own task' },
  recordInquiry:     { at: 'accepted dispatched inMediation', by: `${helpers} ${frontDesk} ${hands}`, why: 'who looks into it asks; at the desk as well' },
  requestMaterial:   { at: 'inMediation', by: hands, why: 'who works on it knows what is missing' },
  decidePause:       { at: 'inMediation', by: approvers, why: 'two people stop a clock' },
  receiveMaterial:   { at: 'inMediation', by: `${resident} ${clerk} ${hands}`, why: 'handed in anywhere, it counts' },
  expireMaterial:    { at: 'inMediation', by: 'system@system', why: 'a pause ends by itself at its limit' },
  requestWait:       { at: 'inMediation', by: hands, why: 'who works on it knows whom it waits for' },
  endWait:           { at: 'inMediation', by: `${frontDesk} ${hands}`, why: 'the paper that was waited for may come in at the counter' },
  requestExtension:  { at: `dispatched inMediation ${outcomes}`, by: hands, why: '13710: 解决不了的，拿出时间节点和方案' },
  decideExtension:   { at: `dispatched inMediation ${outcomes}`, by: approvers, why: 'two people move a date' },
  startStatutory:    { at: `${open} closed`, by: `${desk} ${hands}`, why: 'a limit of law begins when its event happens, also after closing' },
  stopStatutory:     { at: `${open} ${ended}`, by: `${desk} ${hands}`, why: 'and ends when it ends, whatever became of the dispute' },
  changeStatutory:   { at: `${open} ${ended}`, by: `${desk} ${hands}`, why: 'what a court or another body decided is written down by whoever reads its paper' },
  interruptLimitation: { at: `${open} ${ended} declined linked`, by: `${frontDesk} ${hands}`, why: '诉讼时效规定 12: whoever is told keeps the fact, declined or not' },
  remindLimit:       { at: always, by: 'system@system', why: 'a right runs out whatever became of the dispute; the house watches the days' },
  tellLimit:         { at: always, by: `${frontDesk} ${hands}`, why: 'who has no phone is told by whoever meets him' },
  addClaimants:      { at: beforeOutcome, by: `${frontDesk} ${hands}`, why: 'whoever meets the people writes them down; once there is an outcome the list stands' },
  changeClaim:       { at: open, by: `${frontDesk} ${hands}`, why: 'who talks with him keeps his claim and account right, until it is closed' },
  leaveClaimant:     { at: open, by: `${frontDesk} ${hands}`, why: '人民调解法 23: told to whoever is there' },
  rejoinClaimant:    { at: open, by: `${frontDesk} ${hands}`, why: 'and he may come back' },
  chooseRepresentatives: { at: open, by: `${frontDesk} ${hands}`, why: '劳动争议调解仲裁法 7: the claimants choose, whoever heard it writes it down' },
  draftAgreement:    { at: 'inMediation', by: hands, why: '人民调解法 28, 29: who mediates writes it down' },
  lockAgreement:     { at: 'inMediation', by: hands, why: 'what will be signed is fixed by who wrote it' },
  draftGroup:        { at: 'inMediation', by: hands, why: 'as one agreement, for many at once' },
  lockGroup:         { at: 'inMediation', by: hands, why: 'as one agreement, for many at once' },
  signAgreement:     { at: 'inMediation settled', by: `${frontDesk} ${hands}`, why: '人民调解法 29: the desk helps where ninety queue; who mediates is there' },
  signOnPaper:       { at: 'inMediation settled', by: `${frontDesk} ${hands}`, why: 'whoever has the paper before him' },
  voidSignature:     { at: 'inMediation settled', by: hands, why: 'taking away what somebody signed is for who mediates' },
  objectAtSigning:   { at: 'inMediation settled', by: `${frontDesk} ${hands}`, why: '人民调解法 23: said to whoever holds the tablet' },
  answerObjection:   { at: 'inMediation settled', by: hands, why: 'only who mediates can clear it up' },
  fileScans:         { at: `${open} ${ended}`, by: `${frontDesk} ${hands}`, why: '人民调解法 27: a signed paper may come back when everything is over' },
  unfileScan:        { at: `${open} ${ended}`, by: `${frontDesk} ${hands}`, why: 'who sees that it lies in the wrong file takes it out' },
  attestAgreement:   { at: `inMediation settled closureSubmitted ${ended}`, by: `${frontDesk} ${hands}`, why: '人民调解法 29: signature and seal are on the paper; the seal may come later' },
  settle:            { at: 'inMediation', by: hands, why: '人民调解法 28–30' },
  fail:              { at: 'inMediation', by: hands, why: '人民调解法 26' },
  withdraw:          { at: beforeOutcome, by: `${frontDesk} ${hands}`, why: '人民调解法 23: told to whoever is there' },
  terminate:         { at: 'inMediation', by: hands, why: '人民调解法 17, 26' },
  submitClosure:     { at: outcomes, by: `${desk} ${hands}`, why: 'the unit submits; the desk where no unit had it' },
  returnClosure:     { at: 'closureSubmitted', by: closers, why: 'the center verifies' },
  verifyClosure:     { at: 'closureSubmitted', by: closers, why: 'the center verifies' },
  recordReturnVisit: { at: 'closed struckOff', by: `${frontDesk} informationOfficer@receivingCenter closer@receivingCenter`, why: '首问 asks afterwards, and any registrar can be first contact' },
  rate:              { at: 'closed struckOff', by: `${resident} ${clerk}`, why: '群众评: the resident, or the counter on her behalf' },
  contest:           { at: ended, by: `${resident} ${clerk}`, why: '"not settled" is hers to say, at any time' },
  reopen:            { at: ended, by: closers, why: 'the center decides' },
  keepClosed:        { at: ended, by: 'centerLeader@receivingCenter', why: 'saying no to her is the leader\'s' },
  strikeOff:         { at: 'closed', by: `${closers} supervisor@receivingCenter`, why: '13710: 销号 from the supervision list' },
  archive:           { at: 'struckOff declined', by: `${clerk} ${closers}`, why: '人民调解法 27' },
  merge:             { at: beforeOutcome, by: joiners, why: 'beyond #8: whoever receives people sees first that two came about one matter; the center above sees across' },
  split:             { at: 'linked', by: `${joiners} system@system`, why: 'reversible by the same people; the house, when the leading one is withdrawn' },
  follow:            { at: 'linked', by: 'system@system', why: 'it follows the leading one, which people act on' },
  closeLinked:       { at: 'linked', by: 'system@system', why: 'closed when the leading one is, never by hand' },
  recordPayment:     { at: afterAgreeing, by: keepers, why: '人民调解法 31: whoever hears of it writes it down, also after the archive' },
  recordDeed:        { at: afterAgreeing, by: keepers, why: '人民调解法 31' },
  changePromises:    { at: afterAgreeing, by: keepers, why: 'both sides agreed; whoever heard them writes it down' },
  waivePromises:     { at: afterAgreeing, by: keepers, why: 'whom it is owed said so' },
  stateDefault:      { at: afterAgreeing, by: keepers, why: '人民调解法 31, 32: who is owed learns of the ways' },
  hearDoor:          { at: always, by: 'system@system', why: 'a door of law is a matter of its own; the house writes what became of it' },
  remindPayer:       { at: afterAgreeing, by: `${keepers} system@system`, why: '人民调解法 31: 督促履行; the house the day after, people whenever' },
  undoPayment:       { at: afterAgreeing, by: keepers, why: 'what was written down wrongly is put right by the same people' },
  amend:             { at: `${open} linked`, by: `${frontDesk} ${hands}`, why: 'who talks with the parties keeps the facts right' },
  restrict:          { at: unlinked, by: 'centerLeader@receivingCenter', why: 'minors, violence, secrets: whenever it is noticed' },
  addFile:           { at: always, by: `${resident} ${frontDesk} ${hands} ${helpers}`, why: 'a paper is never refused' },
  message:           { at: always, by: `${resident} ${frontDesk} ${hands}`, why: 'she can always say something, declined or not' },
  reassign:          { at: `${open} closed struckOff`, by: `${frontDesk} ${hands}`, why: 'one hands over what is one’s own, a leader what the own people have' },
  undoReassign:      { at: `${open} closed struckOff`, by: `${frontDesk} ${hands} handler@handing mediator@handing`, why: 'who handed over may take back, the same day' },
  undoImport:        { at: always, by: 'system@system', why: 'what an import brought is taken back as a whole, from the import' },
  reorganize:        { at: always, by: 'system@system', why: 'a unit that ends leaves nothing behind; nobody does it by hand' },
  statePrevention:   { at: `${outcomes} closureSubmitted ${ended}`, by: `${closers} ${hands}`, why: 'who settled it, or who verified it, can say what it kept from happening' },
  remind:            { at: open, by: `${desk} supervisor@receivingCenter`, why: '13710: 跟踪到底' },
};

test('for every action, status, role and place the guard says what access.md says', () => {
  expect(differences(matrix, procedure)).toEqual([]);
});

test('the table names every action and every status, and nothing that does not exist', () => {
  expect(gaps(matrix)).toEqual([]);
});

test('an action, status or role that the table forgets is noticed', () => {
  const { accept: _forgotten, ...rest } = matrix;
  expect(gaps(rest)).toEqual(['action accept has no line']);
  expect(gaps({ ...matrix, fly: { at: 'flying', by: 'pilot@sky', why: '' } })).toEqual([
    'fly is no action',
    'flying is no status',
    'pilot@sky is no role at a place',
  ]);
  const never = Object.fromEntries(Object.entries(matrix).map(([name, row]) => [name, { ...row, at: 'accepted' }]));
  expect(gaps(never).filter((gap) => gap.startsWith('status'))).toHaveLength(statuses.length - 1);
});

test.each(stepNames)('changing the row of %s in any one way is noticed', (name) => {
  const step: Step = procedure[name];
  const missing = statuses.filter((status) => !step.from.includes(status)).slice(0, 1);
  const stranger: Who = 'notary@leadUnit';
  const copies: Step[] = [
    ...step.from.map((gone) => ({ ...step, from: step.from.filter((status) => status !== gone) })),
    ...missing.map((status) => ({ ...step, from: [...step.from, status] })),
    ...step.who.map((gone) => ({ ...step, who: step.who.filter((who) => who !== gone) })),
    { ...step, who: [...step.who, stranger] },
  ];
  for (const copy of copies) expect(firstDifference(matrix, name, copy)).toContain(`${name} × `);
});

test('nobody but the roles of access.md stands in the procedure, and the three administrators nowhere', () => {
  const named = new Set(stepNames.flatMap((name) => procedure[name].who.map((who) => who.split('@')[0])));
  expect(
    [...named].filter((role) => role !== 'party' && role !== 'system' && !roles.some((each) => each === role)),
  ).toEqual([]);
  for (const role of ['systemAdmin', 'securityAdmin', 'auditAdmin']) expect(named.has(role)).toBe(false);
});

test('every status but the last can be left, and every status but the first is reached', () => {
  const targets = new Set<Status>(
    stepNames.flatMap((name): readonly Status[] => {
      const { to }: Step = procedure[name];
      return to === null ? [] : typeof to === 'string' ? [to] : to;
    }),
  );
  const leaving = new Set<Status>(
    stepNames.flatMap((name): readonly Status[] => (procedure[name].to === null ? [] : procedure[name].from)),
  );
  expect(statuses.filter((status) => !targets.has(status))).toEqual([]);
  expect(statuses.filter((status) => !leaving.has(status))).toEqual([]);
});
