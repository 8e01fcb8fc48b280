import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { registerDispute } from '../../disputes/registerDispute.sql.ts';
import { emptyParty } from '../../intake/party.ts';
import { recordUpload, storeUpload } from '../../matters/uploads.sql.ts';
import type { Actor } from '../../platform/actor.ts';
import { readConfig } from '../../platform/config.ts';
import { command, openDatabase } from '../../platform/db.ts';
import { placeData } from '../../platform/embedded/places.ts';
import { startEmbeddedPostgres } from '../../platform/embedded-postgres.ts';
import { newId } from '../../platform/ids.ts';
import { appUrl, migrate } from '../../platform/migrate.ts';
import { now } from '../../platform/now.ts';
import { loadSecrets } from '../../platform/secrets.ts';
import { startEngine } from '../../server/engine.ts';
import { makeDeps } from '../../server/main.ts';
import { loadReferenceData } from '../../server/referenceData.ts';
import { readBackupConfig } from '../backupConfig.ts';
import type { Keeping } from '../keepHouse.sql.ts';

const center = '140106-center';

/** The folder with everything of a house, and its database where that lies elsewhere. */
export function removeData(dataDir: string): void {
  const data = placeData(dataDir);
  rmSync(data.startsWith(dataDir) ? data : dirname(data), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

async function receptionist(admin: pg.Client): Promise<Actor> {
  const [userId, postId] = [newId(), newId()];
  await admin.query(`insert into app_user (id, login, name, created_at) values ($1, 'counter', '甲', now())`, [userId]);
  await admin.query(
    `insert into post (id, user_id, unit_id, role, region_code, county_code, valid_from, created_at)
     values ($1, $2, $3, 'receptionist', '140106', '140106', '2026-01-01', now())`,
    [postId, userId, center],
  );
  const viewers = [`p:${postId}`, `c:${center}`, `c:${center}#receptionist`];
  const place = { unitId: center, centerId: center, regionCode: '140106', countyCode: '140106', counties: ['140106'] };
  return { userId, postId, name: '甲', role: 'receptionist', viewers, ...place };
}

const PHONE = '13800001234';

/** A house on its own durable database, with somebody at the counter who registers, and uploads papers. */
export async function openHouse(env: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-house-'));
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir });
  const backup = readBackupConfig(config, { BACKUP_DIR: join(dataDir, 'backup'), ...env });
  const secrets = loadSecrets(dataDir, {});
  const server = await startEmbeddedPostgres({ dataDir });
  const adminUrl = server.adminUrl();
  await migrate(adminUrl);
  await loadReferenceData(adminUrl);
  const admin = new pg.Client({ connectionString: adminUrl });
  admin.on('error', () => {});
  await admin.connect();
  const actor = await receptionist(admin);
  const db = openDatabase(appUrl(adminUrl), 4);
  const { engine, cache } = await startEngine(makeDeps(config, secrets, db));
  const keeping: Keeping = { config, backup, secrets, adminUrl, now, told: () => {} };
  const upload = async (text: string) => {
    const stored = await storeUpload(engine, { name: '说明.txt', bytes: Buffer.from(text) });
    return command(db, actor, async (tx) => recordUpload(engine, tx, actor, `p:${actor.postId}`, stored));
  };
  const register = async (title: string, uploads: readonly string[] = []) => {
    const parties = [
      { ...emptyParty, name: '甲某', idNumber: '11010519491231002X', phone: PHONE },
      { ...emptyParty, side: 'respondent' as const, name: '乙某', phone: '13800005678' },
    ];
    const facts = `${title}：楼上卫生间漏水，天花板泡坏，找过两次没有结果。`;
    const rest = {
      categoryCode: '02',
      source: 'walkIn' as const,
      regionCode: '140106004',
      address: '3号楼',
      demands: '赔偿',
    };
    const told = { occurredOn: null, peopleInvolved: 2, amountCents: null, willing: 'yes' as const, headCount: 1 };
    const ids = { restriction: null, creditCodeConfirmed: false, commandId: newId(), uploads: [...uploads] };
    return registerDispute(engine, actor, { parties, title, facts, ...rest, ...told, ...ids });
  };
  const close = async () => {
    cache.close();
    await db.close();
    await admin.end().catch(() => {});
    await server.stop();
  };
  return { dataDir, config, backup, keeping, admin, adminUrl, engine, upload, register, close, phone: PHONE };
}
export type OpenHouse = Awaited<ReturnType<typeof openHouse>>;
