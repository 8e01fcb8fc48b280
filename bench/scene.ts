import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { emptyParty } from '../src/intake/party.ts';
import type { RegisterInput } from '../src/intake/register.ts';
import type { Actor } from '../src/platform/actor.ts';
import { openDatabase } from '../src/platform/db.ts';
import { placeData } from '../src/platform/embedded/places.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { newId } from '../src/platform/ids.ts';
import { appUrl, migrate } from '../src/platform/migrate.ts';
import { testDeps } from '../src/platform/testing/deps.ts';
import { startEngine } from '../src/server/engine.ts';
import { loadReferenceData } from '../src/server/referenceData.ts';

export const center = '140106-center';

/** A product of its own on the embedded database, durable as in production (fsync on), and somebody at the counter. */
export async function scene() {
  const dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-bench-'));
  const server = await startEmbeddedPostgres({ dataDir });
  // Root keeps it elsewhere.
  const cluster = placeData(dataDir);
  const adminUrl = server.adminUrl();
  await migrate(adminUrl);
  await loadReferenceData(adminUrl);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const db = openDatabase(appUrl(adminUrl), 16);
  const { engine, cache } = await startEngine(testDeps(db, { now: new Date() }));
  const actor = await receptionist(admin);
  await cache.refresh();
  const close = async () => {
    cache.close();
    await db.close();
    await admin.end();
    await server.stop();
    rmSync(cluster, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { adminUrl, admin, db, dataDir, engine, actor, close };
}

async function receptionist(admin: pg.Client): Promise<Actor> {
  const [userId, postId] = [newId(), newId()];
  await admin.query(`insert into app_user (id, login, name, created_at) values ($1, 'bench', '测速', now())`, [userId]);
  await admin.query(
    `insert into post (id, user_id, unit_id, role, region_code, county_code, valid_from, created_at)
     values ($1, $2, $3, 'receptionist', '140106', '140106', '2026-01-01', now())`,
    [postId, userId, center],
  );
  const viewers = [`p:${postId}`, `c:${center}`, `c:${center}#receptionist`];
  return {
    userId,
    postId,
    name: '测速',
    role: 'receptionist',
    unitId: center,
    centerId: center,
    regionCode: '140106',
    countyCode: '140106',
    counties: ['140106'],
    viewers,
  };
}

export function registration(): RegisterInput {
  const facts = '9月20日起楼上卫生间漏水，天花板和家具泡坏，找过楼上两次没有结果，要求赔偿并修好漏点。'.repeat(3);
  return {
    parties: [
      { ...emptyParty, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' },
      { ...emptyParty, side: 'respondent', name: '任建军', phone: '13800005678' },
    ],
    categoryCode: '02',
    source: 'walkIn',
    regionCode: '140106004',
    address: '3号楼',
    title: '楼上漏水赔偿',
    facts,
    demands: '赔偿',
    occurredOn: null,
    peopleInvolved: 2,
    amountCents: 800_000,
    willing: 'yes',
    headCount: 1,
    restriction: null,
    uploads: [],
    creditCodeConfirmed: false,
    commandId: newId(),
  };
}

/** Calls a second of `clients` at once; bounded in time and count. */
export async function rate(clients: number, seconds: number, call: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const started = performance.now();
  const one = async () => {
    while (performance.now() < until && done < 200_000) {
      await call();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return done / ((performance.now() - started) / 1000);
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
