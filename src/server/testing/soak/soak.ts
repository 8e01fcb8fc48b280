import type { ChildProcess } from 'node:child_process';
import pg from 'pg';
import { newId } from '../../../platform/ids.ts';
import { chanceOf } from '../fuzz/chance.ts';
import { importLedger, reorganize, undoImport } from './beside.ts';
import { compareAll } from './compare.ts';
import { type SoakHouse, soakHouse } from './house.ts';
import { killFolder, killInFold, startFolder } from './kills.ts';
import { type Walk, walkOf } from './walk.ts';

export type SoakAsk = {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly seed: number;
  readonly steps: number;
  /** How often everything is compared, beside once after each thing that happens once. */
  readonly looks: number;
  readonly log?: (line: string) => void;
};
export type SoakReport = {
  steps: number;
  comparisons: number;
  differences: string[];
  taken: ReadonlyMap<string, number>;
  known: number;
};

type Soak = SoakAsk & { house: SoakHouse; walk: Walk; folder: ChildProcess };

/** The registration that was under way when the database went is pressed again, and acts once. */
async function killAll(soak: Soak): Promise<void> {
  const { walk, adminUrl } = soak;
  const commandId = newId();
  let cut: Promise<unknown> = Promise.resolve();
  await killInFold(adminUrl, { database: true, folder: soak.folder }, async () => {
    await walk.register();
    cut = walk.register(commandId).catch(() => false);
  });
  await cut;
  for (let turn = 0; !(await walk.register(commandId)); turn += 1)
    if (turn === 50) throw new Error('the house does not come back');
  soak.folder = startFolder(soak.appUrl, soak.house.engine.reference().counties);
}

/** What happens once each in a walk, by how far it has come. */
function eventsOf(soak: Soak): [at: number, what: string, act: () => Promise<unknown>][] {
  const { house, walk, adminUrl } = soak;
  let run = '';
  return [
    [0.2, 'an old ledger comes in', async () => (run = await importLedger(house, 60, 1))],
    [
      0.3,
      'the folding server is killed in a fold',
      async () => {
        await killInFold(adminUrl, { database: false, folder: soak.folder }, () => walk.register());
        soak.folder = startFolder(soak.appUrl, house.engine.reference().counties);
      },
    ],
    [0.4, 'the import is taken back', () => undoImport(house, run)],
    [0.5, 'database and folding server are killed in a fold', () => killAll(soak)],
    [0.6, 'another old ledger comes in', () => importLedger(house, 40, 2)],
    [0.7, 'a unit goes into another', () => reorganize(house)],
    [
      0.8,
      'the database is killed in a fold',
      () => killInFold(adminUrl, { database: true, folder: undefined }, () => walk.register()),
    ],
  ];
}

/**
 * A seeded walk over the whole engine beside a second server that folds, while the two are killed and started again: every
 * figure in two ways. It stops at the first difference.
 */
export async function soakFigures(ask: SoakAsk): Promise<SoakReport> {
  const { seed, steps, looks, log = () => {}, adminUrl, appUrl } = ask;
  const house = await soakHouse(appUrl);
  const [chance, compares] = [chanceOf(seed), chanceOf(seed + 1)];
  const soak: Soak = {
    ...ask,
    house,
    walk: walkOf(house, chance),
    folder: startFolder(appUrl, house.engine.reference().counties),
  };
  const events = eventsOf(soak);
  const report: SoakReport = { steps: 0, comparisons: 0, differences: [], taken: soak.walk.taken, known: 0 };

  async function look(): Promise<void> {
    // As autovacuum does: lists of a few hundred disputes are planned by what is there.
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query('analyze');
    await admin.end();
    const { times, differences } = await compareAll(house, compares);
    report.comparisons += times;
    report.differences.push(...differences);
    log(`${report.steps}: ${times} comparisons, ${differences.length} differences`);
  }

  try {
    for (let tries = 0; report.steps < steps && report.differences.length === 0; tries += 1) {
      if (tries > steps * 4) throw new Error('the walk stands still');
      if (!(await soak.walk.step())) continue;
      report.steps += 1;
      if (soak.folder.connected) soak.folder.send(house.clock.now.getTime());
      if (report.steps % 100 === 0) await soak.walk.night();
      const [next] = events;
      if (next && report.steps >= next[0] * steps) {
        events.shift();
        log(`${report.steps}: ${next[1]}`);
        await next[2]();
        await look();
      } else if (report.steps % Math.ceil(steps / looks) === 0) await look();
    }
  } finally {
    await killFolder(soak.folder);
    await house.close();
  }
  return { ...report, known: soak.walk.known.length };
}
