import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../src/platform/testing/chromium.ts';
import { official, type Play, Unexpected } from './client.ts';
import { desk, handsOn, type Measured, notes, rowOf, walkIn } from './measuredTasks.ts';

export const title = '一件纠纷，全用键盘 · One dispute lived by keyboard';
export const intro = [
  '由 `npm run scenario -- keyboard-life` 在一个新的演示库里，从登记到归档，每个岗位自己登录，手不离键盘，走一遍写成。',
  'Written by `npm run scenario -- keyboard-life`: from the counter to the archive in a throw-away demo, each post with its own log-in, with the hands on the keys alone.',
];

type Hands = ReturnType<typeof handsOn>;
type Stage = {
  name: string;
  login: string;
  /** Its letter on the matter's page, where the row of my work begins with something else. */
  letter?: string;
  /** What has no letter and is owed by nobody: found by what is typed, then reached by Tab. */
  found?: { by: string; button: string };
  /** What is typed into the form; a form that asks nothing needs one key more than its letter. */
  fill?: (hands: Hands, page: Page) => Promise<void>;
  /** Seconds for reading what pressing will do. */
  reading: number;
};

const READING = 4;

/** Tab until the field with this name has the focus; in a text Enter breaks the line. */
async function tabTo(hands: Hands, page: Page, id: string): Promise<void> {
  for (let tabs = 0; tabs < 12; tabs += 1) {
    await hands.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.id ?? '')) === id) return;
  }
  throw new Unexpected(`${id}: not reached by Tab`);
}
const next = (hands: Hands, times = 1) => hands.press(...Array<string>(times).fill('Enter'));

const stages: readonly Stage[] = [
  { name: '受理 · accept', login: 'lina', reading: READING },
  {
    name: '研判 · triage',
    login: 'lina',
    reading: READING,
    fill: async (hands) => {
      await hands.press('1', 'Enter', '2', 'Enter', '2');
    },
  },
  { name: '分流 · dispatch', login: 'lina', reading: 8 },
  { name: '签收 · acknowledge', login: 'gaojianguo', reading: READING },
  {
    name: '写反馈 · report',
    login: 'gaojianguo',
    letter: 'f',
    reading: READING,
    fill: async (hands, page) => {
      await hands.write('到现场看过，漏点在地漏。');
      await tabTo(hands, page, 'f-forResident');
      await hands.write('已经去看过，周四再谈。');
    },
  },
  {
    name: '记结果：达成协议 · agreement',
    login: 'gaojianguo',
    letter: 'c',
    reading: 8,
    fill: async (hands, page) => {
      // What came of it, then the form of the agreement.
      await next(hands);
      await hands.press('1', 'Enter');
      await hands.write('十日内修好漏点，赔八千元。');
      await tabTo(hands, page, 'f-items-0-obligation');
      await hands.write('任建军付钱');
      await next(hands, 3);
      await hands.isAt(page.locator('#f-mediatedBy'));
      await hands.press('1');
    },
  },
  {
    name: '提交办结 · submit closure',
    login: 'gaojianguo',
    letter: 'b',
    reading: READING,
    fill: (hands) => hands.write('协议签了，漏点修好。'),
  },
  {
    name: '通过办结 · approve closure',
    login: 'wangfang',
    reading: 8,
    fill: (hands) => hands.write('材料齐，同意。'),
  },
  {
    name: '记回访 · return visit',
    login: 'jiamin',
    reading: READING,
    fill: async (hands) => {
      await next(hands);
      await hands.press('1', 'Enter', '1', 'Enter', '1', 'Enter');
      await hands.write('修好了，满意。');
    },
  },
  {
    name: '评价（窗口代记） · rating',
    login: 'jiamin',
    reading: READING,
    found: { by: '4412', button: '评价' },
    fill: async (hands) => {
      await hands.press('1', 'Enter');
      await hands.pick('gx', '郭秀兰');
    },
  },
  { name: '销号 · strike off', login: 'wangfang', reading: 8, fill: (hands) => hands.write('协议另外盯着。') },
  {
    name: '归档 · archive',
    login: 'wangfang',
    reading: 8,
    found: { by: '4412', button: '归档' },
    fill: (hands) => hands.write('协议另外盯着。'),
  },
];

async function tabToButton(hands: Hands, page: Page, name: string): Promise<void> {
  const at = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await hands.press('Tab');
    if ((await at()).startsWith(name)) return hands.press('Enter');
  }
  throw new Unexpected(`${name}: not reached by Tab`);
}

/** From my work to the form, by the letter of the row, the letter of the page, or by searching. */
async function open(hands: Hands, page: Page, code: string, { letter, found }: Stage): Promise<void> {
  if (found) {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await hands.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await hands.write(found.by);
    const shown = `${code.slice(8, 14)}-${code.slice(14)}`;
    const options = page.getByRole('dialog').getByRole('option');
    await options.filter({ hasText: shown }).first().waitFor();
    const at = (await options.allTextContents()).findIndex((text) => text.includes(shown));
    await hands.press(...Array<string>(at).fill('ArrowDown'), 'Enter');
    await page.getByRole('heading', { name: '现在该做' }).waitFor();
    return tabToButton(hands, page, found.button);
  }
  const owed = await rowOf(page, code);
  await hands.press(letter ? 'Enter' : owed);
  await page.waitForURL(`**/disputes/${code}*`);
  if (!letter) return;
  await page.getByRole('heading', { name: '现在该做' }).waitFor();
  await hands.press(letter);
}

async function codeOf(page: Page): Promise<string> {
  const text = await page.locator('main').innerText();
  const code = /\d{6} \d{2} \d{6} \d/.exec(text)?.[0].replaceAll(' ', '');
  if (!code) throw new Unexpected('登记以后没有看到编号。The page does not show the code.');
  return code;
}

/** Said once it is done; the strip has the focus. */
const doneStrip = (page: Page) => page.locator('.strip-done:focus-within, .strip-done:focus').first();

async function live(browser: Browser, play: Play, code: string, stage: Stage): Promise<Measured> {
  const page = await desk(browser, play.url, stage.login, '/work');
  const hands = handsOn(page);
  await open(hands, page, code, stage);
  if (stage.letter || stage.found) await page.waitForURL('**/*act=*');
  await page.locator('[data-walk=form]').first().waitFor();
  // Where there is something to fill in, the first field has the focus.
  if (stage.fill) await page.locator('[data-walk=form] :focus').waitFor();
  await stage.fill?.(hands, page);
  await hands.press('Control+Enter');
  await doneStrip(page)
    .waitFor()
    .catch(async () => {
      const said = await page.getByRole('alert').allInnerTexts();
      throw new Unexpected(
        `${stage.name}: ${said.join(' / ') || (await page.locator('main').innerText()).slice(0, 1500)}`,
      );
    });
  await page.context().close();
  return hands.measured(stage.name, { keys: 99, seconds: 999, reading: stage.reading });
}

const figures = ({ task, keys, typed, seconds }: Measured): string =>
  `| ${task} | ${keys} | ${typed} | ${seconds.toFixed(1)} |`;

export async function keyboardLife(play: Play): Promise<void> {
  const { executable, env } = findChromium();
  const browser = await chromium.launch({ executablePath: executable, env, args: ['--disable-dev-shm-usage'] });
  const lived: Measured[] = [];
  try {
    const mute: Play = { ...play, chapters: [{ zh: '', en: '', exchanges: [] }], log: () => {} };
    const clerk = await official(mute, 'jiamin', '贾敏');
    await clerk.ask('PUT', '/api/hall/counter', { counter: 3 }, { zh: '', en: '', status: 204 });
    const { waiting } = await clerk.get('/api/hall', '', '');
    for (const { id } of waiting) await clerk.post(`/api/tickets/${id}/departures`, {}, '', '');
    for (let tickets = 0; tickets < 2; tickets += 1)
      await clerk.post('/api/tickets', { prefix: 'A', priority: null }, '', '', { status: 201 });
    const counter = await desk(browser, play.url, 'jiamin', '/reception');
    lived.push({ ...(await walkIn(counter)), task: '登记 · register' });
    const code = await codeOf(counter);
    for (const stage of stages) {
      lived.push(await live(browser, play, code, stage));
      play.log(figures(lived.at(-1) as Measured));
    }
  } finally {
    await browser.close();
  }
  const sum = (of: (one: Measured) => number) => lived.reduce((total, one) => total + of(one), 0);
  const text = [
    '| 一步 · step | 键 · keys | 内容键 · typed | 秒 · seconds |',
    '|---|---:|---:|---:|',
    ...lived.map(figures),
    `| **合计 · in all** | ${sum(({ keys }) => keys)} | ${sum(({ typed }) => typed)} | ${sum(({ seconds }) => seconds).toFixed(1)} |`,
    '',
    ...notes,
  ];
  play.chapters.push({ zh: '每一步的按键和时间', en: 'Keys and seconds of each step.', exchanges: [], text });
}
