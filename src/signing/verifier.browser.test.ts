import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sm2, sm3 } from 'sm-crypto-v2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoSeriousAxeViolations, openBrowser, type TestBrowser } from '../platform/testing/browser.ts';
import { verifierPage } from './makeProof.sql.ts';
import { canonical, type Manifest } from './manifest.ts';
import { signingKey } from './signingKey.ts';

const masterKey = Buffer.alloc(32, 5);
const { privateKey, publicKey } = signingKey(masterKey);
const secrets = { masterKey, qrSecret: masterKey, cookieSecret: masterKey };
const pdf = Buffer.from('%PDF-1.7\n协议书\n%%EOF\n');
const manifest: Manifest = {
  ...{ format: 'fengqiao-agreement-manifest/1', number: '〔2026〕迎人调字第12号', version: 1 },
  ...{ textDigest: 'ab'.repeat(32), pdfDigest: sm3(pdf), pdfBytes: pdf.length, missing: 0 },
  signatures: [
    { party: 'a', signer: 'a', how: 'screen', at: '2026-10-14T02:00:00.000Z', strokes: 'b' },
    { party: 'c', signer: 'c', how: 'paper', at: '2026-10-14T02:10:00.000Z', strokes: null },
  ],
  madeAt: '2026-10-14T03:00:00.000Z',
};
const signature = sm2.doSignature(canonical(manifest), privateKey, { hash: true, der: true });
const json = JSON.stringify({ manifest, publicKey, signature });

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

test('离线核对页从文件直接打开：真的说真，改过的 PDF、改过的清单都看得出来，一次网也不上', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verifier-'));
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const address = pathToFileURL(file('verifier.html', verifierPage({ secrets })));
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address.href);
  await page.getByText(publicKey).waitFor();
  const choose = (...paths: string[]) => page.getByLabel('选文件').setInputFiles(paths);
  const paper = file('agreement.pdf', pdf);
  const list = file('manifest.json', json);

  await choose(paper);
  await page.getByText('还没有放签名清单（manifest.json）。', { exact: false }).waitFor();
  await choose(paper, list);
  await page.getByText('✓ 清单是真的', { exact: false }).waitFor();
  await page.getByText('✓ 文件没有改过', { exact: false }).waitFor();
  await page.getByText('✓ 〔2026〕迎人调字第12号，第1稿，2 个签名。').waitFor();
  await expectNoSeriousAxeViolations(page);

  await choose(file('altered.pdf', Buffer.from(pdf.toString().replace('协议书', '协议树'))), list);
  await page.getByText('✗ 文件不一样', { exact: false }).waitFor();
  await page.getByText('✓ 清单是真的', { exact: false }).waitFor();

  await choose(paper, file('altered.json', json.replace('第12号', '第13号')));
  await page.getByText('✗ 清单不对', { exact: false }).waitFor();
  expect(await page.getByText('文件没有改过', { exact: false }).count()).toBe(0);

  await choose(paper, file('other.json', '{}'));
  await page.getByText('✗ 清单读不出来', { exact: false }).waitFor();
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
});
