import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Play, Unexpected } from '../scenarios/client.ts';
import * as construction30 from '../scenarios/construction-30.ts';
import * as counterDay from '../scenarios/counter-day.ts';
import { openEyes } from '../scenarios/eyes.ts';
import * as firstDispute from '../scenarios/first-dispute.ts';
import * as keyboardLife from '../scenarios/keyboard-life.ts';
import * as leadersMorning from '../scenarios/leaders-morning.ts';
import * as supervisedClocks from '../scenarios/supervised-clocks.ts';
import { Sameness, walkthrough } from '../scenarios/transcript.ts';
import * as wage90 from '../scenarios/wage-90.ts';
import { repositoryRoot } from '../src/platform/config.ts';
import { throwAwayDemo } from './throwAwayDemo.ts';

type Scenario = {
  play(play: Play): Promise<void>;
  title: string;
  intro: readonly string[];
  file: string;
  /** Sixty visitors would stay in anybody's demonstration: without an address it starts one of its own. */
  ownDemo?: true;
  /** It lives in a time of its own, and starts its house itself. */
  ownHouse?: true;
};

const scenarios: Readonly<Record<string, Scenario>> = {
  'supervised-clocks': {
    ...supervisedClocks,
    play: supervisedClocks.supervisedClocks,
    file: 'docs/walkthrough-clocks.md',
  },
  'counter-day': { ...counterDay, play: counterDay.counterDay, file: 'docs/walkthrough-counter-day.md', ownDemo: true },
  'keyboard-life': {
    ...keyboardLife,
    play: keyboardLife.keyboardLife,
    file: 'docs/walkthrough-keyboard.md',
    ownDemo: true,
  },
  'leaders-morning': {
    ...leadersMorning,
    play: leadersMorning.leadersMorning,
    file: 'docs/walkthrough-morning.md',
    ownHouse: true,
  },
  'construction-30': {
    ...construction30,
    play: construction30.constructionThirty,
    file: 'docs/walkthrough-construction-30.md',
    ownHouse: true,
  },
  'wage-90': { ...wage90, play: wage90.wageNinety, file: 'docs/walkthrough-wage-90.md', ownDemo: true },
  'first-dispute': { ...firstDispute, play: firstDispute.firstDispute, file: 'docs/walkthrough.md' },
};

async function run(name: string, url: string): Promise<void> {
  const scenario = scenarios[name];
  if (!scenario) throw new Unexpected(`有这些：${Object.keys(scenarios).join('、')}。There is no scenario ${name}.`);
  const eyes = values.browser && !scenario.ownHouse ? await openEyes(url, name) : undefined;
  const play: Play = { url, same: new Sameness(), chapters: [], log: console.log, browser: values.browser, eyes };
  await scenario.play(play).finally(() => eyes?.close());
  writeFileSync(
    join(repositoryRoot, scenario.file),
    walkthrough(scenario.title, scenario.intro, play.chapters, play.same),
  );
  const count = play.chapters.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  console.log(`\n${count} 步都对，写在 ${scenario.file}。All ${count} answers were as expected.`);
}

/** Against the address given, or against a demo that is thrown away afterwards. */
async function runOwn(name: string, url: string | undefined): Promise<void> {
  if (scenarios[name]?.ownHouse || url !== undefined || !scenarios[name]?.ownDemo) return run(name, url ?? usual);
  const demo = await throwAwayDemo(name);
  await run(name, demo.address).finally(demo.stop);
}

const { values, positionals } = parseArgs({
  options: { url: { type: 'string' }, browser: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const usual = `http://127.0.0.1:${process.env.PORT ?? '8610'}`;
const url = values.url?.replace(/\/+$/, '');
try {
  await runOwn(positionals[0] ?? 'first-dispute', url);
} catch (error) {
  const lost = error instanceof TypeError && error.message === 'fetch failed';
  console.error(
    lost ? `连不上 ${url ?? usual}。先启动：npm start。Nothing answers at ${url ?? usual}.` : (error as Error).message,
  );
  if (!lost && !(error instanceof Unexpected)) console.error((error as Error).stack);
  process.exitCode = 1;
}
