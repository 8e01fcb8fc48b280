import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { sm2 } from 'sm-crypto-v2';
import { extract } from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPath } from '../agreements/agreementPaper.sql.ts';
import { between, leakInMediation, type Matter } from '../agreements/testing/leakInMediation.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { canonical, type SignedManifest } from './manifest.ts';
import { fingerprintOf, signingKey } from './signingKey.ts';
import type { SigningView } from './signingViews.ts';
import { aName } from './testing/aName.ts';
import { verify } from './verify.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let handler: Client;
let matter: Matter;
let agreementId: string;

const write = (place: string, id: string | null) =>
  handler.post(
    `/api/disputes/${matter.code}/agreements`,
    { agreementId: id, agreement: between(matter, { place }), reason: '' },
    200,
  );
async function lock(): Promise<void> {
  const { agreements } = await handler.get(`/api/disputes/${matter.code}/agreements`);
  const [{ id, digest }] = agreements;
  agreementId = id;
  await handler.post(`/api/disputes/${matter.code}/agreement-locks`, { agreementId: id, digest }, 200);
}
async function sign(): Promise<void> {
  const { places }: SigningView = await handler.get(`/api/disputes/${matter.code}/signing`);
  for (const { digest, partyId } of places) {
    const body = { agreementId, digest, partyId, signerPartyId: partyId, strokes: aName, device: '平板' };
    const checked = { idChecked: true, authoritySeen: false };
    await handler.post(`/api/disputes/${matter.code}/signatures`, { ...body, ...checked }, 200);
  }
}
const paperOf = (version: number) => checkPath(it.engine.secrets.qrSecret, '140106', agreementId, version);
const ask = (url: string) => it.app.inject({ url });

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  handler = await it.as('handler', '140106004-center');
  const [receptionist, dispatcher] = [
    await it.as('receptionist', '140106-center'),
    await it.as('dispatcher', '140106-center'),
  ];
  matter = await leakInMediation(it, { receptionist, dispatcher, handler });
  await write('中心', null);
  await lock();
});
afterAll(() => it?.close());

async function proof() {
  const answer = await handler.raw('GET', `/api/disputes/${matter.code}/agreements/${agreementId}/proof.tar`);
  expect(answer.statusCode).toBe(200);
  const files = new Map<string, Buffer>();
  const archive = extract();
  archive.end(answer.rawPayload);
  for await (const entry of archive) files.set(entry.header.name, await buffer(entry));
  const read = (name: string): Buffer => files.get(name) as Buffer;
  return { pdf: read('agreement.pdf'), text: String(read('manifest.json')), page: String(read('verifier.html')) };
}

test('the code of a paper says 还没有签齐, then 真实有效 with number and day, and after a change 已作废; no name in any of it', async () => {
  expect((await ask(paperOf(1))).body).toContain('还没有签齐');
  await sign();
  const page = await ask(paperOf(1));
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('真实有效');
  expect(page.body).toContain('〔2026〕迎人调字第1号');
  expect(page.body).toContain('签字日期：2026年10月14日');
  for (const secret of ['郭秀兰', '任建军', '漏水', '8,000', matter.code]) expect(page.body).not.toContain(secret);
});

test('the archive proves paper and signatures under the house key; an altered file, manifest or foreign key does not', async () => {
  const { pdf, text, page } = await proof();
  const { publicKey } = signingKey(it.engine.secrets.masterKey);
  const { manifest, signature } = JSON.parse(text) as SignedManifest;
  expect(manifest).toMatchObject({ number: '〔2026〕迎人调字第1号', version: 1, missing: 0 });
  expect(manifest.signatures).toHaveLength(2);
  expect(manifest.signatures[0]?.strokes).toMatch(/^[0-9a-f]{64}$/);
  expect(text).not.toContain('郭秀兰');
  expect(manifest.pdfDigest).toBe(createHash('sm3').update(pdf).digest('hex'));
  expect(verify(pdf, text, publicKey)).toMatchObject({ file: 'same', manifest: 'valid' });
  const altered = Uint8Array.from(pdf);
  altered[altered.length - 20] = (altered[altered.length - 20] ?? 0) ^ 1;
  expect(verify(altered, text, publicKey)).toMatchObject({ file: 'changed', manifest: 'valid' });
  expect(verify(pdf, text.replace('第1号', '第2号'), publicKey)).toMatchObject({ manifest: 'invalid' });
  const stranger = signingKey(Buffer.alloc(32, 201));
  expect(verify(pdf, text, stranger.publicKey)).toMatchObject({ manifest: 'invalid' });
  // Whoever signs anew with another key and puts that beside it is not believed.
  const forged = sm2.doSignature(canonical(manifest), stranger.privateKey, { hash: true, der: true });
  const said = JSON.stringify({ manifest, publicKey: stranger.publicKey, signature: forged });
  expect(verify(pdf, said, publicKey)).toMatchObject({ manifest: 'invalid' });
  expect(verify(pdf, 'not a manifest', publicKey)).toMatchObject({ manifest: 'unreadable' });
  expect(signature.length).toBeGreaterThan(100);
  expect(page).toContain(publicKey);
});

test('a changed text makes the old paper void, and the new one counts when it is signed', async () => {
  await write('海边街社区', agreementId);
  expect((await ask(paperOf(1))).body).toContain('有改动，已作废');
  await lock();
  expect((await ask(paperOf(2))).body).toContain('还没有签齐');
  await sign();
  expect((await ask(paperOf(2))).body).toContain('真实有效');
  expect((await ask(paperOf(1))).body).toContain('有改动，已作废');
});

test('a code that we did not print is 查无此件, and who tries many has to stop', async () => {
  const wrong = paperOf(2).replace(/s=./, 's=!');
  const first = await ask(wrong);
  expect(first.statusCode).toBe(404);
  expect(first.body).toContain('查无此件');
  for (let tries = 0; tries < 20; tries++) await ask(wrong);
  expect((await ask(wrong)).statusCode).toBe(429);
  // Not even the right one is answered now: what is true cannot be found out by trying.
  expect((await ask(paperOf(2))).statusCode).toBe(429);
});

test('the key is the same each time and another one for each house; people compare it by eye', () => {
  const key = signingKey(Buffer.alloc(32, 1));
  expect(signingKey(Buffer.alloc(32, 1))).toEqual(key);
  expect(signingKey(Buffer.alloc(32, 2)).publicKey).not.toBe(key.publicKey);
  expect(fingerprintOf(key.publicKey)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
});

test('the verifier that is kept is the one that its source makes, and asks no network for anything', async () => {
  const kept = readFileSync(new URL('./verifier/verifier.html', import.meta.url), 'utf8');
  const made = join(mkdtempSync(join(tmpdir(), 'verifier-')), 'verifier.html');
  const program = fileURLToPath(new URL('../../bin/verifier.ts', import.meta.url));
  execFileSync(process.execPath, [program, made], { env: { ...process.env, NODE_ENV: 'production' } });
  expect(readFileSync(made, 'utf8') === kept).toBe(true);
  expect(kept).not.toMatch(/(?:src|href)=|fetch\(|XMLHttpRequest|https?:\/\//);
});
