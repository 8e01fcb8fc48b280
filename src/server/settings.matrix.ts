import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';

/** Four write, three let pass; nobody both in one draft. Written by hand from access.md. */
const drafters = (status: number) =>
  only({ systemAdmin: status, centerLeader: status, dispatcher: status, supervisor: status });
const publishers = (status: number) => only({ systemAdmin: status, centerLeader: status, closer: status });
const either = (status: number) =>
  only({ systemAdmin: status, centerLeader: status, dispatcher: status, supervisor: status, closer: status });

/** How the machine stands is for who keeps it; access.md. */
const keeper = (status: number) => only({ systemAdmin: status });

/** What the city's lawyer said of a sentence: entered and published in the county's center. */
const lawyers = (status: number) => only({ approver: status, centerLeader: status });
const nobodys = '01890000-0000-7000-8000-000000000000';
const review = {
  sentences: [{ id: 'words:unwilling', digest: '0'.repeat(64) }],
  ...{ reviewer: '测试律师', reviewedOn: '2026-01-01', validUntil: '2199-01-01', note: '' },
};

const written = { revision: 9999, value: {}, effectiveFrom: null, basis: '', note: '' };
const file = {
  format: 'something else',
  formatVersion: 1,
  countyCode: '140105',
  version: 1,
  effectiveFrom: '2026-01-01',
  basis: '测试',
  exportedAt: '',
  digest: '',
  value: {},
};
const nowhere = { countyCode: '140106', version: 99 };

/**
 * In the county's center. `:open` is a draft that is being written, `:gone` one that was withdrawn, `:job` a rehearsal that is
 * done: whoever is past the door is told what is wrong with the form or that it moved on, and nothing changes.
 */
export const settingsEndpoints: readonly EndpointRow[] = [
  ['GET /api/settings', everyone(200)],
  ['GET /api/settings/schema', everyone(200)],
  ['GET /api/settings/versions', everyone(200)],
  ['GET /api/settings/versions/140106/1', everyone(200)],
  ['GET /api/settings/versions/140100/1', everyone(200)],
  ['GET /api/settings/versions/140105/1', everyone(404)],
  ['GET /api/settings/versions/140106/1/file', drafters(200)],
  ['GET /api/settings/pins', everyone(200)],
  ['GET /api/settings/drafts?county=140106', everyone(200)],
  ['GET /api/settings/drafts/:open', everyone(200)],
  ['POST /api/settings/drafts', drafters(404), () => ({ county: '140106', from: 'version', version: nowhere })],
  ['POST /api/settings/drafts', everyone(403), () => ({ county: '140100', from: 'county' })],
  ['PUT /api/settings/drafts/:open', drafters(409), () => written],
  ['POST /api/settings/drafts/:open/submissions', drafters(422), () => ({})],
  ['POST /api/settings/drafts/:open/rebasings', drafters(409), () => ({})],
  ['POST /api/settings/drafts/:gone/withdrawals', drafters(409), () => ({})],
  ['POST /api/settings/drafts/:gone/returns', publishers(409), () => ({ reason: '写明理由' })],
  ['POST /api/settings/drafts/:gone/publications', publishers(409), () => ({ applyRun: null })],
  ['POST /api/settings/drafts/:open/previews', either(202), () => ({})],
  ['POST /api/settings/drafts/:open/rehearsals', either(202), () => ({ months: 1 })],
  ['GET /api/settings/drafts/:open/rehearsals', either(200)],
  ['GET /api/settings/rehearsals/:job/matters?what=late&side=draft', either(200)],
  ['GET /api/upkeep', keeper(200)],
  ['POST /api/restoration-releases', keeper(409), () => ({})],
  ['POST /api/backups', keeper(202), () => ({})],
  ['POST /api/backup-rehearsals', keeper(202), () => ({})],
  ['POST /api/clock-releases', keeper(409)],
  ['GET /api/legal-sentences', everyone(200)],
  ['GET /api/legal-sentences/unreviewed', everyone(200)],
  ['POST /api/legal-reviews', lawyers(422), () => ({ ...review, reviewedOn: '2199-01-01' })],
  ['POST /api/legal-reviews/publications', lawyers(404), () => ({ ids: [nobodys] })],
  ['POST /api/legal-reviews/withdrawals', lawyers(404), () => ({ ids: [nobodys], reason: '写明理由' })],
  ['POST /api/settings/imports', drafters(422), () => ({ county: '140106', file })],
];
