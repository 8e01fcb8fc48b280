import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderPlace, readWhole, writeWhole } from './place.ts';
import { sftpPlace } from './sftpPlace.ts';
import { startSftpServer } from './testing/sftpServer.ts';

const folder = mkdtempSync(join(tmpdir(), 'fengqiao-sftp-'));
const keyFile = join(folder, 'key');
let server: Awaited<ReturnType<typeof startSftpServer>>;
beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  writeFileSync(keyFile, privateKey);
  server = await startSftpServer(join(folder, 'there'), privateKey);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const open = (hostKey: string | undefined) =>
  sftpPlace(`sftp://keeper@127.0.0.1:${server.port}/house`, { keyFile, hostKey });

test('the first time nobody is trusted: the fingerprint is told, to be compared and written down', async () => {
  await expect(open(undefined)).rejects.toThrow(`BACKUP_SFTP_HOST_KEY=${server.fingerprint}`);
  await expect(open('SHA256:another')).rejects.toThrow(/的指纹变了/);
});

test('a second place over SFTP behaves as a folder does', async () => {
  const far = await open(server.fingerprint);
  for (const place of [far, folderPlace(join(folder, 'near'))]) {
    expect(await place.list('base')).toEqual([]);
    expect(await place.has('base/a/manifest.json')).toBe(false);
    await expect(place.get('base/a/manifest.json')).rejects.toMatchObject({ code: 'ENOENT' });
    await writeWhole(place, 'base/a/manifest.json', '一');
    await place.put('base/a/large', Readable.from([Buffer.alloc(300_000, 7), Buffer.alloc(300_000, 8)]));
    await writeWhole(place, 'base/a/manifest.json', '二');
    expect((await readWhole(place, 'base/a/manifest.json')).toString()).toBe('二');
    expect((await place.list('base/a')).map(({ name, size }) => [name, size]).sort()).toEqual([
      ['large', 600_000],
      ['manifest.json', 3],
    ]);
    expect(await place.folders('base')).toEqual(['a']);
    await place.remove('base/a');
    expect(await place.folders('base')).toEqual([]);
    await place.remove('base/a');
  }
  await far.close();
});

test('what broke off on its way never bears its name', async () => {
  const far = await open(server.fingerprint);
  const broken = async function* () {
    yield Buffer.from('half');
    throw new Error('broken off');
  };
  await expect(far.put('wal/piece', Readable.from(broken()))).rejects.toThrow('broken off');
  await far.close();
  const again = await open(server.fingerprint);
  expect(await again.has('wal/piece')).toBe(false);
  expect(await again.list('wal')).toEqual([]);
  await again.close();
});
