import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, testPassword } from '../people/testing/signedIn.ts';
import { repositoryRoot } from '../platform/config.ts';
import { type TestApp, testApp } from './testing/app.ts';

const client = join(repositoryRoot, 'client');
let it: TestApp;
let address = '';

/** As somebody else's machine would: what is run knows nothing of our sources. */
const run = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, args, { cwd: client })).stdout;

beforeAll(async () => {
  it = await testApp(new Date());
  address = await it.app.listen({ host: '127.0.0.1', port: 0 });
  await run('node_modules/openapi-typescript/bin/cli.js', `${address}/api/openapi.json`, '-o', 'description.ts');
});
afterAll(() => it?.close());

test('a client generated from the description alone type-checks, and knows wrong bodies before they are sent', async () => {
  expect(await run('node_modules/typescript/bin/tsc', '-p', '.').catch(({ stdout }) => stdout)).toBe('');
});

test('it logs in, uploads, registers once, reads what it registered, and is refused in words it can show', async () => {
  const { login } = await addPerson(it.db, '演示接待', [{ role: 'receptionist', unitId: '140106-center' }]);
  const said = JSON.parse(await run('register.ts', address, login, testPassword));
  expect(said).toMatchObject({
    name: '演示接待',
    files: ['天花板.png'],
    registeredOnce: true,
    title: '楼上漏水赔偿',
    parties: ['演示甲', '演示乙'],
    refusal: { status: 422, kind: 'invalid', code: 'invalidInput', fields: { facts: expect.any(String) } },
  });
});
