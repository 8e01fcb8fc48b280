import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { expect, test } from 'vitest';
import type { Agreement } from '../agreements/agreement.ts';
import { digestOfText } from '../agreements/digest.ts';
import { plainText, textOf } from '../agreements/textOf.ts';
import { groupDigest } from '../agreements/writeGroup.ts';
import { type Clock, untouched } from '../deadlines/clock.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { computeDue } from '../deadlines/due.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { type StepName, stepNames, stepOf } from '../disputes/procedure.ts';
import { clockRuleOf } from '../disputes/rules.ts';
import { aContext, aDispute, alone } from '../disputes/testing/aDispute.ts';
import { housing, justice, street, yingze } from '../disputes/testing/network.ts';
import { housingMediator, id, leader, otherHandler, wuZhiqiang } from '../disputes/testing/people.ts';
import { safetyItems } from '../routing/safety.ts';
import { aName } from '../signing/testing/aName.ts';
import { steps } from './steps.ts';

type Words = string;
const safety = Object.fromEntries(safetyItems.map(([item]) => [item, true]));
const request = {
  id: id(1),
  what: '郭秀兰的房产证',
  limitAt: new Date('2026-11-01'),
  askedByPostId: wuZhiqiang.postId,
  ground: 'material' as const,
  unitId: null,
};
const over = { ...request, state: 'approved' as const, limitAt: new Date('2026-09-01') };

function running(kind: string, rule: Partial<ClockRule> = {}): Clock {
  const context = aContext();
  const own = { ...clockRuleOf(context.rules, kind, 'ordinary'), ...rule };
  const { dueAt } = computeDue(own, context.calendar, context.now);
  return { ...untouched, id: id(7), kind, rule: own, startedAt: context.now, stoppedAt: null, dueAt };
}
const moreTime = running('handle', {
  extension: { length: 30, unit: 'naturalDay', times: 2, by: '中心', needsPlan: true },
});
const asked = {
  id: id(8),
  clockId: moreTime.id,
  length: 3,
  unit: 'naturalDay',
  reason: '郭秀兰住院',
  plan: '10月8日 郭秀兰出院后再谈',
  late: false,
  state: 'proposed',
  askedByPostId: wuZhiqiang.postId,
} as const;

const handed = { leadUnitId: housing, handlerPostId: wuZhiqiang.postId, restricted: true, receivingCenterId: yingze };
const lately = {
  id: id(10),
  runId: id(9),
  part: 'handling' as const,
  fromPostId: otherHandler.postId,
  toPostId: wuZhiqiang.postId,
  byPostId: leader.postId,
  at: aContext().now,
  version: 4,
  acknowledged: false,
};

const sides = { payerPartyId: id(102), payeePartyId: id(101) };
const owed = {
  ...{ id: id(90), settlementId: id(89), position: 0, obligation: '付第一笔', ...sides, part: 'principal' as const },
  ...{ amountCents: 1000, paidCents: 0, dueOn: '2026-09-01', defaultedAt: null, askedAt: null },
};
const unlocked = {
  ...{ id: id(7), number: null, version: 1, digest: '0'.repeat(64), locked: false, partyIds: [id(101)] },
  ...{ groupId: null, signedPartyIds: [] },
};
const onTable = { ...unlocked, locked: true };
const signed = { agreements: [{ ...onTable, signedPartyIds: [id(101)] }] };
const hand = { agreementId: id(7), digest: '0'.repeat(64), partyId: id(101), signerPartyId: id(101) };
const anAgreementOf = (words: string) => ({
  ...{ form: 'written', partyIds: [id(101), id(102)], facts: words, points: words, totalCents: null, costs: words },
  ...{ copies: 3, madeOn: '2026-10-14', place: words, committee: words, mediators: words },
  terms: [
    {
      ...{
        kind: 'pay',
        owesId: id(102),
        toId: id(101),
        text: words,
        amountCents: 1,
        dueOn: '2026-10-20',
        instalments: [],
      },
      ...{ how: 'cash', howNote: words, where: words, condition: words, after: null, ifNot: words },
    },
  ],
});
const digestOf = (words: string) =>
  digestOfText(plainText(textOf(anAgreementOf(words) as Agreement, aDispute().parties)));
const groupOf = (words: string) => {
  const { totalCents: _total, terms, ...rest } = anAgreementOf(words);
  const own = { own: true, shares: [], amountCents: null, owesId: id(102), toId: 'each' };
  return {
    ...{ ...rest, partyIds: [id(102)] },
    terms: terms.map(({ instalments: _none, ...term }) => ({ ...term, kind: 'pay', ...own })),
  };
};
const inGroup = { ...unlocked, id: id(7), groupId: id(9), partyIds: [id(101), id(102)] };
const sitting = { id: id(11), postId: housingMediator.postId, unitId: housing, state: 'appointed' as const };

/** What somebody may have typed into each step, and what else must be so for the step to be decided. */
type So = Partial<Dispute>;
/** Enough to choose one who speaks for all; the last of them has left. */
const many: So = {
  parties: [101, 102, 108, 120, 121, 122, 123, 124, 125, 126, 127, 128, 109].map((number) => ({
    ...{
      id: id(number),
      side: number === 102 ? ('respondent' as const) : ('applicant' as const),
      kind: 'person' as const,
    },
    ...{ name: '郭秀兰', minor: false, ...alone, left: number === 109 },
  })),
};
const typed: Record<StepName, [(words: Words) => Record<string, unknown>, (So | ((words: Words) => So))?]> = {
  merge: [(reason) => ({ leadCode: '140106250000019', reason })],
  split: [(reason) => ({ reason })],
  closeLinked: [() => ({})],
  follow: [(words) => ({ step: 'report', words })],
  undoImport: [() => ({})],
  recordPayment: [(said) => ({ ...sides, cents: 1000, paidOn: '2026-09-29', how: 'cash', said }), { promises: [owed] }],
  recordDeed: [
    (said) => ({ promiseId: owed.id, doneOn: '2026-09-29', said }),
    { promises: [{ ...owed, amountCents: null }] },
  ],
  changePromises: [
    (reason) => ({ promiseIds: [owed.id], dueOn: '2027-01-01', consent: 'spoken', reason }),
    { promises: [owed] },
  ],
  waivePromises: [(reason) => ({ promiseIds: [owed.id], saidBy: sides.payeePartyId, reason }), { promises: [owed] }],
  stateDefault: [(said) => ({ promiseIds: [owed.id], said, toldWays: true }), { promises: [owed] }],
  hearDoor: [
    () => ({
      ...{ doorCode: 'QR14010626000001', way: 'judicialConfirmation', status: 'decided', result: 'confirmed' },
      ...{ on: '2026-10-14', applicantIds: [], apart: false, title: 'confirmed', ends: [], again: [] },
    }),
    { promises: [owed] },
  ],
  remindPayer: [() => ({ promiseIds: [owed.id] }), { promises: [owed] }],
  undoPayment: [
    (reason) => ({ paymentId: id(91), reason }),
    { payments: [{ id: id(91), ...sides, cents: 1000, parts: [{ promiseId: owed.id, cents: 1000, kept: owed }] }] },
  ],
  accept: [(note) => ({ note })],
  decline: [(words) => ({ ground: 'inCourt', reason: words, goTo: words, way: 'none', startedOn: null })],
  reconsider: [(reason) => ({ reason })],
  triage: [
    (words) => ({ difficulty: 'simple', urgency: 'low', gravity: 'low', safety, toldWhom: words, reason: words }),
  ],
  dispatch: [
    (message) => ({ leadUnitId: housing, supportingUnitIds: [justice], message }),
    { difficulty: 'ordinary', leadUnitId: null },
  ],
  undoDispatch: [() => ({}), { dispatchUndoUntil: new Date('2027-01-01') }],
  acknowledge: [(plan) => ({ plan })],
  sendBack: [(words) => ({ reason: words, basis: words })],
  rule: [
    (words) => ({
      leadUnitId: justice,
      supportingUnitIds: [],
      reason: words,
      basis: words,
      dutyScope: 'county',
      dutyFrom: '2027-01-01',
    }),
  ],
  transfer: [(reason) => ({ leadUnitId: justice, reason })],
  escalate: [(reason) => ({ reason })],
  assign: [(note) => ({ postId: otherHandler.postId, note })],
  appointMediator: [() => ({ postIds: [housingMediator.postId], basis: 'chosen' })],
  declareTie: [(words) => ({ ties: ['other'], words }), { mediators: [{ ...sitting, postId: leader.postId }] }],
  objectToMediator: [(reason) => ({ mediatorId: sitting.id, reason, partyId: id(101) }), { mediators: [sitting] }],
  acceptMediator: [
    (how) => ({ mediatorId: sitting.id, agreed: true, how }),
    { mediators: [{ ...sitting, state: 'objected' }] },
  ],
  releaseMediator: [(reason) => ({ mediatorId: sitting.id, reason }), { mediators: [sitting] }],
  formTaskForce: [
    (words) => ({
      name: words.slice(0, 40),
      aim: words,
      leaderPostId: leader.postId,
      memberPostIds: [housingMediator.postId],
      until: '2026-11-30',
    }),
  ],
  endTaskForce: [
    (summary) => ({ summary }),
    { taskForce: { id: id(9), name: '专班', leaderPostId: leader.postId, memberPostIds: [], until: '2026-11-30' } },
  ],
  inviteUnit: [(task) => ({ unitId: street, task })],
  recordInquiry: [
    (words) => ({
      partyId: null,
      witness: words.slice(0, 60),
      relation: words.slice(0, 100),
      heldOn: '2026-09-28',
      place: words.slice(0, 100),
      others: words.slice(0, 200),
      words,
    }),
  ],
  report: [(words) => ({ text: words, forResident: words, taskDone: true })],
  requestMaterial: [(what) => ({ what, workingDays: 3 })],
  decidePause: [(reason) => ({ approve: true, reason }), { materials: [{ ...request, state: 'proposed' }] }],
  receiveMaterial: [(note) => ({ note }), { materials: [{ ...request, state: 'approved' }] }],
  expireMaterial: [() => ({}), { materials: [over] }],
  requestWait: [
    (what) => ({ ground: 'court', what, until: '2026-10-09' }),
    { clocks: [running('handle', { pauseGrounds: ['court'] })] },
  ],
  endWait: [(note) => ({ note }), { materials: [{ ...request, state: 'approved', ground: 'court' }] }],
  requestExtension: [
    (words) => ({ clockKind: 'handle', length: 3, reason: words, plan: [{ on: '2026-10-08', what: words }] }),
    { clocks: [moreTime] },
  ],
  decideExtension: [(reason) => ({ approve: true, reason }), { clocks: [moreTime], extensionRequests: [asked] }],
  startStatutory: [(note) => ({ kind: 'peopleMediation', day: '2026-09-28', note })],
  stopStatutory: [
    (note) => ({ kind: 'peopleMediation', day: '2026-09-29', note }),
    { clocks: [running('peopleMediation')] },
  ],
  changeStatutory: [
    (paper) => ({ kind: 'laborAward', change: 'extend', length: 15, day: '2026-09-29', paper }),
    { clocks: [{ ...running('laborAward'), binds: 'other' }] },
  ],
  interruptLimitation: [
    (words) => ({
      partyId: id(101),
      way: 'opponent',
      body: words,
      power: words,
      claim: words,
      day: '2026-09-28',
      paper: words,
    }),
  ],
  remindLimit: [
    () => ({ limits: [{ clockId: id(7), toTell: [] }] }),
    { clocks: [{ ...running('laborSuit'), binds: 'party' }] },
  ],
  tellLimit: [(how) => ({ how }), { clocks: [{ ...running('laborSuit'), binds: 'party', toTell: [id(101)] }] }],
  addClaimants: [
    (words) => ({
      claimants: [
        {
          ...{ name: words, idKind: 'none', idNumber: '', idException: words, phone: '', address: words },
          ...{ items: [], period: words, evidence: [], evidenceNote: words, bank: words, note: words, account: '' },
        },
      ],
    }),
  ],
  changeClaim: [
    (words) => ({
      ...{ partyId: id(101), items: [], period: words, evidence: [], evidenceNote: words, bank: words, note: words },
      reason: words,
    }),
  ],
  leaveClaimant: [(reason) => ({ partyId: id(101), ground: 'withdrew', reason })],
  rejoinClaimant: [(reason) => ({ partyId: id(109), reason }), many],
  chooseRepresentatives: [(how) => ({ chosenPartyId: id(101), byPartyIds: [id(108)], scope: 'special', how }), many],
  draftAgreement: [(words) => ({ agreementId: null, reason: words, agreement: anAgreementOf(words) })],
  lockAgreement: [() => ({ agreementId: id(7), digest: '0'.repeat(64) }), { agreements: [unlocked] }],
  draftGroup: [
    (words) => ({
      ...{ groupId: null, keep: [], reason: words, rows: [{ partyId: id(101), cents: 100, instalments: null }] },
      terms: groupOf(words),
    }),
  ],
  lockGroup: [() => ({ groupId: id(9), leaveOut: [], digest: groupDigest([inGroup]) }), { agreements: [inGroup] }],
  signAgreement: [
    (device) => ({ ...hand, strokes: aName, device, idChecked: true, authoritySeen: false }),
    { agreements: [onTable] },
  ],
  signOnPaper: [() => ({ signatures: [hand], paperSeen: true }), { agreements: [onTable] }],
  voidSignature: [(reason) => ({ agreementId: id(7), partyId: id(101), reason }), signed],
  objectAtSigning: [
    () => ({ agreementId: id(7), digest: '0'.repeat(64), partyId: id(101), what: 'amount' }),
    { agreements: [onTable] },
  ],
  answerObjection: [(answer) => ({ agreementId: id(7), partyId: id(101), answer }), { agreements: [onTable] }],
  fileScans: [
    () => ({ papers: [{ uploadId: id(8), form: 'evidence', subjectId: null, pages: 1, pageNumbers: [], scan: null }] }),
  ],
  unfileScan: [(reason) => ({ filedId: id(8), reason })],
  attestAgreement: [
    () => ({
      agreements: [{ agreementId: id(7), digest: '0'.repeat(64) }],
      ...{ what: 'seal', postId: null, onDay: '2026-09-29' },
    }),
    { agreements: [onTable] },
  ],
  settle: [
    (words) => ({
      form: 'oral',
      terms: words,
      effectiveOn: '2026-10-14',
      mediatedBy: 'committee',
      contains: [],
      totalCents: null,
      items: [{ obligation: words, amountCents: null, dueOn: null }],
      locked: { agreementId: id(7), agreement: anAgreementOf(words) },
      signedOnPaper: true,
    }),
    (words) => ({ agreements: [{ ...unlocked, locked: true, digest: digestOf(words) }] }),
  ],
  fail: [(reason) => ({ reason, toldRoutes: true })],
  withdraw: [(reason) => ({ reason })],
  terminate: [(reason) => ({ reason })],
  submitClosure: [(words) => ({ result: words, unfinished: words })],
  returnClosure: [(reason) => ({ reason })],
  verifyClosure: [(opinion) => ({ opinion })],
  recordReturnVisit: [(words) => ({ partyId: null, method: 'phone', outcome: 'notSettled', performed: 'none', words })],
  rate: [(words) => ({ score: 1, words, partyId: null, channel: 'web' }), { closedAt: new Date('2026-09-28') }],
  contest: [(reason) => ({ reason })],
  reopen: [(reason) => ({ reason })],
  keepClosed: [(reason) => ({ reason }), { contested: true }],
  strikeOff: [(note) => ({ note }), { returnVisited: true, rated: true }],
  archive: [(words) => ({ note: words, retention: 'long', retentionReason: words })],
  amend: [
    (words) => ({
      title: words,
      facts: words,
      demands: words,
      address: words,
      categoryCode: '02',
      amountCents: 1,
      peopleInvolved: 2,
      reason: words,
    }),
  ],
  restrict: [(reason) => ({ restricted: true, namedPostIds: [wuZhiqiang.postId], reason })],
  addFile: [() => ({ uploads: [id(7)], toResident: true })],
  message: [(text) => ({ text, toResident: true })],
  reassign: [(note) => ({ fromPostId: wuZhiqiang.postId, toPostId: otherHandler.postId, note }), handed],
  undoReassign: [() => ({ runId: id(9) }), { ...handed, version: 4, reassignments: [lately] }],
  reorganize: [() => ({ id: id(9), units: { [housing]: justice }, regions: {}, posts: {} })],
  statePrevention: [(reason) => ({ kind: 'criminal', people: 2, reason }), { outcome: 'settled' }],
  remind: [(text) => ({ text }), { status: 'dispatched' }],
};

function decide(name: StepName, words: Words) {
  const [input, more = {}] = typed[name];
  const so = typeof more === 'function' ? more(words) : more;
  const [status] = stepOf(name).from;
  const dispute = aDispute({ ...(status ? { status } : {}), ...so });
  const lead = aDispute({ id: id(111), openedAt: new Date('2026-09-01T01:00:00Z') });
  return steps[name].decide(dispute, input(words) as never, { ...aContext({ actor: leader }), other: lead });
}

const typedWords = fc
  .array(fc.constantFrom(...'秀兰任建军犇垚喆玥𠮷1390351'), { minLength: 6, maxLength: 30 })
  .map((signs) => `郭${signs.join('')}`);

test.each(stepNames)('what people type into %s never reaches the event, which nobody can erase', (name) => {
  fc.assert(
    fc.property(typedWords, (words) => {
      const { data = {}, type } = decide(name, words);
      expect(type).toBe(name);
      expect(JSON.stringify(data)).not.toContain(words);
      for (const party of ['郭秀兰', '任建军']) expect(JSON.stringify(data)).not.toContain(party);
    }),
    { numRuns: 30 },
  );
});

type Schema = TSchema & { properties?: Record<string, TSchema>; items?: TSchema; pattern?: string; format?: string };

/** Fields of a form that take whatever one types, wherever they stand in it. */
function freeText(schema: Schema, field = ''): string[] {
  if (schema.properties) return Object.entries(schema.properties).flatMap(([name, part]) => freeText(part, name));
  if (schema.items) return freeText(schema.items, field);
  const free =
    'type' in schema && schema.type === 'string' && !schema.pattern && !schema.format && !('const' in schema);
  return free ? [field] : [];
}

test.each(stepNames)('no field of %s in which one can type is left out here', (name) => {
  // Numbers of people are checked: a word in their place is refused.
  const coded = ['ground', 'categoryCode', 'idNumber', 'phone', 'account'];
  const fields = freeText(steps[name].input).filter((field) => !coded.includes(field));
  const [input] = typed[name];
  const filled = JSON.stringify(input('「漏水」'));
  for (const field of fields) expect(filled).toContain(`"${field}":"「漏水」"`);
  expect(filled.includes('「漏水」')).toBe(fields.length > 0);
});
