import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleEndpoints } from '../people/endpoints.matrix.ts';
import { attendanceEndpoints } from './attendance.matrix.ts';
import { bookingEndpoints } from './bookings.matrix.ts';
import { clueEndpoints } from './clues.matrix.ts';
import { deliveryEndpoints } from './delivery.matrix.ts';
import { doorEndpoints } from './doors.matrix.ts';
import { dossierEndpoints } from './dossier.matrix.ts';
import { importEndpoints } from './imports.matrix.ts';
import { ledgerEndpoints } from './ledger.matrix.ts';
import { linkingEndpoints } from './linking.matrix.ts';
import { mediationEndpoints } from './mediation.matrix.ts';
import { networkEndpoints } from './network.matrix.ts';
import { reassigningEndpoints } from './reassigning.matrix.ts';
import { receptionEndpoints } from './reception.matrix.ts';
import { reportEndpoints } from './reports.matrix.ts';
import { scanEndpoints } from './scans.matrix.ts';
import { searchEndpoints } from './search.matrix.ts';
import { settingsEndpoints } from './settings.matrix.ts';
import { sittingEndpoints } from './sittings.matrix.ts';
import { supervisionEndpoints } from './supervision.matrix.ts';
import { taskEndpoints } from './tasks.matrix.ts';
import { templateEndpoints } from './templates.matrix.ts';
import { type TestApp, testApp } from './testing/app.ts';
import { type Operation, operationsOf } from './testing/described.ts';

let it: TestApp;
let text = '';
let operations: readonly Operation[] = [];

beforeAll(async () => {
  it = await testApp(new Date());
  // Whatever is sent gets past the schemas: what answers then is the door.
  it.app.setValidatorCompiler(() => (value) => ({ value }));
  text = (await it.app.inject('/api/openapi.json')).body;
  operations = operationsOf(JSON.parse(text));
}, 60_000);
afterAll(() => it?.close());

const matrices = [
  ...[
    peopleEndpoints,
    attendanceEndpoints,
    clueEndpoints,
    deliveryEndpoints,
    importEndpoints,
    ledgerEndpoints,
    templateEndpoints,
  ],
  ...[linkingEndpoints, networkEndpoints, reassigningEndpoints, receptionEndpoints, reportEndpoints, searchEndpoints],
  ...[
    mediationEndpoints,
    settingsEndpoints,
    supervisionEndpoints,
    bookingEndpoints,
    dossierEndpoints,
    taskEndpoints,
    doorEndpoints,
    sittingEndpoints,
    scanEndpoints,
  ],
];
const fits = (address: string, endpoint: string): boolean =>
  new RegExp(`^${address.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(endpoint);

const without = (holds: (operation: Operation) => unknown): string[] =>
  operations.filter((each) => !holds(each)).map(({ address }) => address);

test('every address has a name of its own, a group and a sentence', () => {
  expect(operations.length).toBeGreaterThan(330);
  expect(without(({ said }) => said.operationId && said.summary && said.tags?.length === 1)).toEqual([]);
  expect(new Set(operations.map(({ said }) => said.operationId)).size).toBe(operations.length);
});

test('no two addresses differ only in what they call a part of it', () => {
  const shapes = Object.keys(JSON.parse(text).paths).map((path) => path.replace(/\{\w+\}/g, '{}'));
  expect(shapes.filter((shape, index) => shapes.indexOf(shape) !== index)).toEqual([]);
});

test('every address says what it answers, and in which format', () => {
  const answered = ({ answers }: Operation) =>
    answers.length > 0 && answers.every(({ status, content }) => status === '204' || Object.keys(content).length > 0);
  expect(without(answered)).toEqual([]);
});

test('papers and workbooks are described as what they are', () => {
  const media = (ending: string) =>
    operations
      .filter(({ address }) => address.endsWith(ending))
      .map(({ answers }) => answers.flatMap(({ content }) => Object.keys(content)).join());
  expect(new Set(media('.pdf'))).toEqual(new Set(['application/pdf']));
  expect(new Set(media('.xlsx'))).toEqual(
    new Set(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']),
  );
});

test('every refusal is told in one shape', () => {
  const refused = ({ said, open }: Operation) => {
    const expected = open ? ['429', 'default'] : ['401', '403', '429', 'default'];
    return expected.every((status) => said.responses?.[status]?.$ref?.startsWith('#/components/responses/'));
  };
  expect(without(refused)).toEqual([]);
});

/** Names that a schema, or one inside it, asks for though it would fill them in. */
function askedInVain(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { required = [], properties = {} } = node as { required?: string[]; properties?: Record<string, object> };
  const own = Array.isArray(required) ? required.filter((name) => 'default' in (properties[name] ?? {})) : [];
  return [...own, ...Object.values(node).flatMap(askedInVain)];
}

test('what may be left out is not described as required, in an address or a body', () => {
  const wrong = operations.flatMap(({ address, said: { parameters = [], requestBody } }) => {
    const inAddress = parameters.filter(({ required, schema }) => required && schema && 'default' in schema);
    return [...inAddress.map(({ name }) => name), ...askedInVain(requestBody)].map((name) => `${address} ${name}`);
  });
  expect(wrong).toEqual([]);
});

test('every part of an address is explained', () => {
  expect(
    operations.flatMap(({ address, said }) =>
      (said.parameters ?? []).filter(({ description }) => !description).map(({ name }) => `${address} ${name}`),
    ),
  ).toEqual([]);
});

test('what is uploaded is described as a file', () => {
  const uploads = operations.filter(({ said }) => said.requestBody?.content?.['multipart/form-data']);
  expect(uploads.map(({ address }) => address).toSorted()).toEqual([
    'POST /api/calendar/{year}/imports',
    'POST /api/disputes/{code}/claimant-sheets',
    'POST /api/imports',
    'POST /api/network/{sheet}/imports',
    'POST /api/paper-templates/{form}/drafts',
    'POST /api/post-imports',
    'POST /api/report-forms',
    'POST /api/report-forms/{id}/versions',
    'POST /api/scans',
    'POST /api/uploads',
  ]);
});

test('who is not logged in is told so exactly where the description asks for a log-in', async () => {
  const wrong: string[] = [];
  for (const { address, open } of operations) {
    const [method = '', path = ''] = address.split(' ');
    const url = path.replace(/\{\w+\}/g, 'x');
    const { statusCode } = await it.app.inject({
      method: method as 'GET',
      url,
      ...(method !== 'GET' && { payload: {} }),
    });
    if ((statusCode !== 401) !== open) wrong.push(`${address} ${statusCode}`);
  }
  expect(wrong).toEqual([]);
});

test('who may ask without a log-in is who the access matrix lets in', () => {
  const wrong = matrices.flat().flatMap(([endpoint, { nobody }]) => {
    const described = operations.find(({ address }) => fits(address, endpoint.replace(/\?.*/, '')));
    // A wrong password is 401 as well.
    if (!described || endpoint === 'POST /api/sessions') return [];
    return described.open === (nobody !== 401) ? [] : [endpoint];
  });
  expect(wrong).toEqual([]);
  const open = operations.filter((each) => each.open).map(({ address }) => address);
  const listed = matrices.flat().map(([endpoint]) => endpoint);
  expect(open.filter((address) => !listed.some((endpoint) => fits(address, endpoint)))).toEqual([]);
});

test('an independent linter has nothing to say', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: text, absoluteRef: '/openapi.json', config });
  expect(
    problems.map(
      ({ severity, ruleId, message, location }) => `${severity} ${ruleId} ${message} ${location[0]?.pointer}`,
    ),
  ).toEqual([]);
});
