import type { BackupConfig } from '../backups/backupConfig.ts';
import type { Keeper } from '../backups/keeper.ts';
import { listBackups } from '../backups/manifest.ts';
import { folderPlace } from '../backups/place.ts';
import type { Actor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Gate } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { refuse } from '../platform/refusal.ts';
import { type JobRun, startJob } from '../platform/startJob.sql.ts';
import { fingerprintOf, signingKey } from '../signing/signingKey.ts';
import { backupChecks } from './checkBackups.ts';
import { type BriefingMeans, briefingCheck } from './checkBriefing.sql.ts';
import { databaseChecks } from './checkDatabase.sql.ts';
import { machineChecks } from './checkMachine.ts';
import { readWork, secondFactorCheck, viewWork, type WorkLine, workChecks } from './checkWork.sql.ts';
import { listOpenJumps } from './clockJumps.sql.ts';
import { examine, type Finding } from './finding.ts';
import { releaseRoutes } from './releases.routes.ts';
import { listOpenRestorations } from './restorations.sql.ts';

export type UpkeepDeps = Deps & {
  readonly gate: Gate;
  readonly keeper: Keeper;
  readonly backup: BackupConfig;
  /** The recurring work, and since when this server does it. */
  readonly lines: readonly WorkLine[];
  readonly up: Date;
  counties(): readonly string[];
  reference: BriefingMeans['reference'];
};

const tags = ['运行 upkeep'];

/** Everything that the doctor looks at, from inside the running house. */
const examineHouse = ({ config, backup, db, lines, up, counties, reference, now }: UpkeepDeps): Promise<Finding[]> =>
  examine([
    ...backupChecks(config.dataDir, backup, now),
    ...workChecks({ db, lines, up, now, counties: counties() }),
    briefingCheck({ db, reference, now }),
    secondFactorCheck(db, config.mode === 'production'),
    ...databaseChecks(db, now),
    ...machineChecks(config, backup),
  ]);

const lineOf = ({
  name,
  startedAt,
  endedAt,
  database,
  files,
  proof,
}: Awaited<ReturnType<typeof listBackups>>[number]) => ({
  ...{ name, startedAt, endedAt, files, bytes: database?.bytes ?? 0, withDatabase: database !== undefined },
  proof: proof ?? null,
});

/** Runs as a job, so that it tells how far it is and can be stopped. A failure is the job's sentence. */
function perform({ keeper }: UpkeepDeps, verb: 'backup' | 'rehearse') {
  return async (run: JobRun): Promise<{ said: string }> => {
    if (keeper.busy() !== undefined) refuse('conflict', 'keeperBusy', '正在备份或演练，等它做完。');
    const stop = new AbortController();
    const told = (done: number, total: number) => void run.step(done, total).catch(() => stop.abort());
    const ended = await keeper.run({ verb }, told, stop.signal);
    await run.step(1, 1);
    if (ended.outcome !== 'done') refuse('conflict', verb === 'backup' ? 'notBackedUp' : 'notRehearsed', ended.said);
    return { said: ended.said };
  };
}

/** The administrator's page: how the house stands, what it does by itself, its backups, and two acts. */
export function upkeepRoutes(app: Http, deps: UpkeepDeps): void {
  const { gate, backup, db, lines, up, now, keeper, secrets } = deps;
  const { publicKey } = signingKey(secrets.masterKey);
  releaseRoutes(app, deps);
  app.get('/api/upkeep', { schema: { tags, summary: '运行：查一遍，备份，自己做的事' } }, async (request) => {
    await gate.requireKeeper(request);
    const backups = await listBackups(folderPlace(backup.places[0])).catch(() => []);
    return {
      findings: await examineHouse(deps),
      work: viewWork(lines, await readWork(db), up, now()),
      clockJumps: await plainly(db, listOpenJumps),
      restorations: await plainly(db, listOpenRestorations),
      backups: backups.toReversed().map(lineOf),
      places: backup.places,
      scheduled: backup.scheduled,
      keepDays: backup.keepDays,
      busy: keeper.busy() ?? null,
      signing: { publicKey, fingerprint: fingerprintOf(publicKey) },
    };
  });
  const act = async (actor: Actor, verb: 'backup' | 'rehearse', log: (error: unknown) => void) => {
    const { countyCode, postId } = actor;
    const started = { kind: verb, countyCode, owner: `p:${postId}`, input: {} };
    return jobView(await startJob(deps, actor, started, perform(deps, verb), log));
  };
  app.post('/api/backups', { schema: { tags, summary: '现在备份' } }, async (request, reply) => {
    const actor = await gate.requireKeeper(request);
    return reply.code(202).send(await act(actor, 'backup', (error) => request.log.error(error)));
  });
  app.post('/api/backup-rehearsals', { schema: { tags, summary: '现在演练' } }, async (request, reply) => {
    const actor = await gate.requireKeeper(request);
    return reply.code(202).send(await act(actor, 'rehearse', (error) => request.log.error(error)));
  });
}
