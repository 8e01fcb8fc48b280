import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import ssh2 from 'ssh2';

const { Server, utils } = ssh2;
const { STATUS_CODE, OPEN_MODE } = utils.sftp;

const attributes = (path: string) => {
  const { mode, uid, gid, size, atimeMs, mtimeMs } = statSync(path);
  return { mode, uid, gid, size, atime: Math.floor(atimeMs / 1000), mtime: Math.floor(mtimeMs / 1000) };
};

/** The handful of requests that a place makes, on a folder of this machine. */
function serve(sftp: ssh2.SFTPWrapper, home: string): void {
  const open = new Map<number, { file?: number; names?: string[]; path: string }>();
  let last = 0;
  const at = (path: string) => join(home, path);
  const known = (handle: Buffer) => open.get(handle.readUInt32BE(0));
  const give = (id: number, entry: { file?: number; names?: string[]; path: string }) => {
    last += 1;
    open.set(last, entry);
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(last);
    sftp.handle(id, handle);
  };
  const tried = (id: number, work: () => void) => {
    try {
      work();
      return true;
    } catch (error) {
      const absent = (error as NodeJS.ErrnoException).code === 'ENOENT';
      sftp.status(id, absent ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE);
      return false;
    }
  };
  const done = (id: number, work: () => void) => {
    if (tried(id, work)) sftp.status(id, STATUS_CODE.OK);
  };
  const told = (id: number, path: string) => tried(id, () => sftp.attrs(id, attributes(at(path))));
  sftp.on('OPEN', (id, path, flags) =>
    tried(id, () => give(id, { path: at(path), file: openSync(at(path), flags & OPEN_MODE.WRITE ? 'w' : 'r') })),
  );
  sftp.on('OPENDIR', (id, path) => tried(id, () => give(id, { path: at(path), names: readdirSync(at(path)) })));
  sftp.on('READDIR', (id, handle) => {
    const entry = known(handle);
    const names = entry?.names?.splice(0) ?? [];
    if (names.length === 0) return sftp.status(id, STATUS_CODE.EOF);
    sftp.name(
      id,
      names.map((filename) => {
        const attrs = attributes(join(entry?.path ?? '', filename));
        const kind = statSync(join(entry?.path ?? '', filename)).isDirectory() ? 'd' : '-';
        return { filename, longname: `${kind}rw------- 1 keeper keeper ${attrs.size} ${filename}`, attrs };
      }),
    );
  });
  sftp.on('READ', (id, handle, offset, length) => {
    const buffer = Buffer.alloc(length);
    const read = readSync(known(handle)?.file ?? -1, buffer, 0, length, offset);
    if (read === 0) sftp.status(id, STATUS_CODE.EOF);
    else sftp.data(id, buffer.subarray(0, read));
  });
  sftp.on('WRITE', (id, handle, offset, data) =>
    done(id, () => void writeSync(known(handle)?.file ?? -1, data, 0, data.length, offset)),
  );
  sftp.on('FSTAT', (id, handle) => tried(id, () => sftp.attrs(id, attributes(known(handle)?.path ?? ''))));
  sftp.on('CLOSE', (id, handle) =>
    done(id, () => {
      const entry = known(handle);
      if (entry?.file !== undefined) closeSync(entry.file);
      open.delete(handle.readUInt32BE(0));
    }),
  );
  sftp.on('STAT', told);
  sftp.on('LSTAT', told);
  sftp.on('MKDIR', (id, path) => done(id, () => mkdirSync(at(path))));
  sftp.on('RMDIR', (id, path) => done(id, () => rmdirSync(at(path))));
  sftp.on('REMOVE', (id, path) => done(id, () => unlinkSync(at(path))));
  sftp.on('FSETSTAT', (id) => sftp.status(id, STATUS_CODE.OK));
  sftp.on('SETSTAT', (id) => sftp.status(id, STATUS_CODE.OK));
  sftp.on('REALPATH', (id, path) => sftp.name(id, [{ filename: path, longname: path, attrs: attributes(home) }]));
  sftp.on('RENAME', (id, from, to) => done(id, () => renameSync(at(from), at(to))));
}

/** Another machine, for tests: an SSH server in this process that gives out one folder to the holder of one key. */
export async function startSftpServer(home: string, clientKey: string) {
  mkdirSync(join(home, 'house'), { recursive: true });
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const parsed = utils.parseKey(privateKey) as ssh2.ParsedKey;
  const digest = createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '');
  const welcome = utils.parseKey(clientKey) as ssh2.ParsedKey;
  const clients = new Set<ssh2.Connection>();
  const server = new Server({ hostKeys: [privateKey] }, (client) => {
    clients.add(client);
    // Its types do not know this method.
    (client as unknown as { setNoDelay(on: boolean): void }).setNoDelay(true);
    client.on('error', () => {});
    client.on('authentication', (context) => {
      if (context.method !== 'publickey' || !context.key.data.equals(welcome.getPublicSSH()))
        return context.reject(['publickey']);
      if (!context.signature || !context.blob) return context.accept();
      const good = welcome.verify(context.blob, context.signature, context.hashAlgo) === true;
      return good ? context.accept() : context.reject(['publickey']);
    });
    client.on('ready', () => {
      client.on('session', (accept) => accept().on('sftp', (take) => serve(take(), home)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const client of clients) client.end();
      server.close(() => resolve());
    });
  return { port, fingerprint: `SHA256:${digest}`, close };
}
