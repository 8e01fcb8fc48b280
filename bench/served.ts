import { readConfig } from '../src/platform/config.ts';
import { appUrl } from '../src/platform/migrate.ts';
import { loadSecrets } from '../src/platform/secrets.ts';
import { startServer } from '../src/server/main.ts';

// The real server in a process of its own, as people run it; tells its parent where it listens.
const config = readConfig({ PORT: '0', DATA_DIR: process.env.DATA_DIR });
const adminUrl = process.env.ADMIN_URL ?? '';
const urls = { adminUrl, appUrl: appUrl(adminUrl) };
const { address } = await startServer({ config, secrets: loadSecrets(config.dataDir), ...urls, log: console.error });
process.send?.(address);
