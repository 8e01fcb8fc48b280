import type { Environment } from '../../platform/config.ts';
import { type Db, openDatabase } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { buildHttp, type Http } from '../../platform/http.ts';
import { testDatabase } from '../../platform/testing/database.ts';
import { testDeps } from '../../platform/testing/deps.ts';
import { knowledgeOf } from '../../server/description.ts';
import { proveAnswers } from '../../server/testing/proveAnswers.ts';
import { peopleRoutes } from '../people.routes.ts';
import { addSmallNetwork } from './smallNetwork.ts';

export type PeopleApp = { app: Http; db: Db; deps: Deps; clock: { now: Date }; close(): Promise<void> };

/** The routes of this module over a database of their own. `clock.now` is the time everybody lives in. */
export async function peopleApp(env: Environment = {}): Promise<PeopleApp> {
  const database = await testDatabase();
  const db = openDatabase(database.appUrl, 4);
  await addSmallNetwork(db);
  const clock = { now: new Date('2026-10-14T06:32:00Z') };
  const deps = testDeps(db, clock, env);
  const knowledge = knowledgeOf(deps);
  const app = await buildHttp(deps, { knowledge });
  proveAnswers(app, knowledge);
  peopleRoutes(app, deps, () => undefined);
  const close = async () => {
    await app.close();
    await db.close();
    await database.drop();
  };
  return { app, db, deps, clock, close };
}
