import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, readConfig } from '../config.ts';
import type { Db } from '../db.ts';
import type { Deps } from '../deps.ts';
import { makeFieldCrypto } from '../fieldCrypto.ts';
import { makeFileStore } from '../fileStore.ts';

/** The server's dependencies over a test database; the clock stands where the test puts it. */
export function testDeps(db: Db, clock: { now: Date }, env: Environment = {}): Deps {
  const key = Buffer.alloc(32, 7);
  // A folder of its own: the one of whoever develops here may hold a house that is running.
  const dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-files-'));
  return {
    db,
    config: readConfig({ PORT: '0', DATA_DIR: dataDir, ...env }),
    secrets: { masterKey: key, qrSecret: key, cookieSecret: key },
    crypto: makeFieldCrypto({ masterKey: key }),
    files: makeFileStore(join(dataDir, 'files')),
    now: () => clock.now,
  };
}
