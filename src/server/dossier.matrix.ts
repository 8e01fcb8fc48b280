import { type EndpointRow, everyone } from '../people/endpoints.matrix.ts';

const dossier = '/api/disputes/140106269999994/dossier';
const absent = '01890000-0000-7000-8000-000000000000';
const words = { committee: '', title: '测试', number: '', mediators: '', boundBy: '', checkedBy: '', remark: '' };
const chosen = { fileIds: [], leftOutIds: [], identityReason: '', retention: null, retentionReason: '' };
const cover = { ...words, mediatedFrom: null, mediatedUntil: null, boundOn: null };

/** access.md for files 卷宗: nobody finds that of a dispute which does not exist; who keeps which is asked in dossier.test.ts. */
export const dossierEndpoints: readonly EndpointRow[] = [
  [`GET ${dossier}`, everyone(404)],
  [`PUT ${dossier}`, everyone(404), () => ({ version: 0, cover, situation: '', ...chosen })],
  [`POST ${dossier}/bindings`, everyone(404), () => ({})],
  [`POST ${dossier}/paper-prints`, everyone(404), () => ({ forms: ['agreement'], as: 'pdf' })],
  [`GET ${dossier}/files/${absent}/0`, everyone(404)],
];
