import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, official, type Play, type Someone } from '../scenarios/client.ts';
import { Sameness } from '../scenarios/transcript.ts';
import { wageNinety } from '../scenarios/wage-90.ts';
import { seedDemo } from '../seeds/seed.ts';
import { readConfig } from '../src/platform/config.ts';
import { appUrl } from '../src/platform/migrate.ts';
import { loadSecrets } from '../src/platform/secrets.ts';
import { memoryOf, served } from './processes.ts';
import { scene } from './scene.ts';

// What the papers of the ninety workers cost (scenarios/wage-90.ts): all agreements in one lot, and the whole file bound. Seconds,
// size, and the memory (PSS) of the server and of the processes apart: before, at most, and when it has been at rest again.
const { adminUrl, dataDir, close } = await scene();
const config = readConfig({ PORT: '0', DATA_DIR: dataDir });
await seedDemo({ config, secrets: loadSecrets(dataDir), log: () => {}, adminUrl, appUrl: appUrl(adminUrl) });
const { server, base } = await served(adminUrl, dataDir);
const AT_REST_MS = 60_000;
const play: Play = { url: base, same: new Sameness(), chapters: [], log: () => {} };

const say = (when: string) => {
  const { own, all, apart } = memoryOf(server);
  console.log(`${when.padEnd(44)} server ${own.toFixed(0)} MiB, with ${apart} apart ${all.toFixed(0)} MiB`);
};

/** A job from its press to its end; answers the file that is left. */
async function worked(who: Someone, label: string, at: string, noun: string, body: object): Promise<Buffer> {
  const from = performance.now();
  const started = await who.silently(`${at}/dossier/${noun}`, body);
  let [mostOwn, most] = [0, 0];
  let job: Answer = started;
  while (job.state === 'running') {
    const { own, all } = memoryOf(server);
    [mostOwn, most] = [Math.max(mostOwn, own), Math.max(most, all)];
    await pause(100);
    job = await who.quietly(`/api/jobs/${started.id}`);
  }
  if (job.state !== 'done') throw new Error(`${label}: ${job.state} ${job.problem}`);
  const seconds = (performance.now() - from) / 1000;
  const file = await who.file(`${at}/dossier/files/${job.result.id}/0`);
  const size = (file.length / 1_000_000).toFixed(1);
  console.log(
    `${label}: ${job.result.rows} rows, ${seconds.toFixed(1)} s, ${size} MB; at most ${mostOwn.toFixed(0)} MiB the server, ${most.toFixed(0)} MiB with the processes apart`,
  );
  return file;
}

try {
  await wageNinety(play);
  const jia = await official(play, 'jiamin', '贾敏');
  const registered = play.chapters[0]?.exchanges.find(({ request }) => request === 'POST /api/disputes');
  if (!registered) throw new Error('nobody registered it');
  const { code } = registered.answer as Answer;
  const at = `/api/disputes/${code}`;
  say('at rest, before');
  await worked(jia, 'ninety agreements, one print', at, 'paper-prints', { forms: ['agreement'], as: 'pdf' });
  await worked(jia, 'all papers, a ZIP of files', at, 'paper-prints', {
    ...{
      forms: ['application', 'acceptance', 'rights', 'invitation', 'minutes', 'agreement', 'receipt', 'closing'],
      as: 'zip',
    },
  });
  await worked(jia, 'the whole file, bound', at, 'bindings', {});
  say('afterwards');
  await pause(AT_REST_MS);
  say('at rest, a minute later');
} finally {
  server.kill('SIGTERM');
  await close();
}
