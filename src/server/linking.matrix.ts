import { randomUUID } from 'node:crypto';
import { emptyParty } from '../intake/party.ts';
import { type EndpointRow, only } from '../people/endpoints.matrix.ts';

const blank = { categoryCode: '', regionCode: '', address: '', title: '', facts: '', occurredOn: null };
const party = {
  side: 'applicant',
  kind: 'person',
  name: '郭秀兰',
  idKind: 'idCard',
  idNumber: '',
  phone: '13800001234',
};
const registration = {
  parties: [{ ...emptyParty, name: '郭秀兰', idKind: 'none', idException: '没带' }],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004',
  address: '',
  title: '',
  facts: '楼上漏水。',
  demands: '',
  occurredOn: null,
  peopleInvolved: 1,
  amountCents: null,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
  creditCodeConfirmed: false,
};

/** Who registers people compares and links; the list 可能重复 is the desk's. What is about one dispute: access.matrix.ts. */
const counter = (status: number) => only({ receptionist: status, dispatcher: status, centerLeader: status });
const desk = (status: number) => only({ dispatcher: status, centerLeader: status });

export const linkingEndpoints: readonly EndpointRow[] = [
  ['POST /api/linking/same-matters', counter(200), () => ({ ...blank, parties: [party], draftId: randomUUID() })],
  ['POST /api/linking/dismissals', counter(404), () => ({ draftId: randomUUID(), code: ':dispute' })],
  ['POST /api/disputes/:dispute/joiners', counter(404), () => ({ ...registration, commandId: randomUUID() })],
  ['GET /api/linking/pairs', desk(200)],
  ['POST /api/linking/pair-decisions', desk(404), () => ({ code: ':dispute', otherCode: ':dispute', different: true })],
];
