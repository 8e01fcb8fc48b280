import { type Browser, chromium, type Page } from 'playwright-core';
import { emptyParty } from '../src/intake/party.ts';
import { demoPassword } from '../src/people/demoLogins.ts';
import { newId } from '../src/platform/ids.ts';
import { findChromium } from '../src/platform/testing/chromium.ts';
import { noDanger } from '../src/routing/testing/noDanger.ts';
import { typistAt } from '../src/web/testing/typist.ts';
import { official, type Play, Unexpected } from './client.ts';

/** Keystroke-level model (Card, Moran, Newell): a key of an average typist, and a moment of thought before a unit of work. */
const K = 0.28;
const M = 1.35;
const MS_A_KEY = 200;

export type Measured = {
  readonly task: string;
  readonly keys: number;
  readonly mostKeys: number;
  readonly typed: number;
  readonly seconds: number;
  readonly mostSeconds: number;
};

type Targets = { readonly keys: number; readonly seconds: number; readonly reading?: number };

/** Counts what the hands do; a thought before whatever is written and before each command, none before Enter. */
export function handsOn(page: Page) {
  const typist = typistAt(page);
  let thoughts = 0;
  const isCommand = (key: string) => /\+|^F\d|^[a-zA-Z0-9/]$/.test(key);
  return {
    isAt: typist.isAt,
    async write(text: string) {
      thoughts += 1;
      await typist.write(text);
    },
    async press(...keys: string[]) {
      thoughts += keys.filter(isCommand).length;
      await typist.press(...keys);
    },
    async pick(initials: string, expected: string) {
      thoughts += 1;
      await typist.pick(initials, expected);
    },
    measured(task: string, { keys, seconds, reading = 0 }: Targets): Measured {
      const all = Math.round((typist.seconds * 1000) / MS_A_KEY);
      const took = all * K + thoughts * M + reading;
      return {
        task,
        keys: typist.navigationKeys,
        mostKeys: keys,
        typed: all - typist.navigationKeys,
        seconds: took,
        mostSeconds: seconds,
      };
    },
  };
}

export async function desk(browser: Browser, url: string, login: string, path: string): Promise<Page> {
  const viewport = { width: 1366, height: 650 };
  const context = await browser.newContext({ baseURL: url, viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  context.setDefaultTimeout(20_000);
  const answer = await context.request.post('/api/sessions', { data: { login, password: demoPassword } });
  if (!answer.ok()) throw new Unexpected(`${login} cannot log in: ${answer.status()}`);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const part = (page: Page, name: string) => page.getByRole('region', { name });
const calling = (page: Page) => part(page, '叫号');

/** Sixty characters and a card that a reader types; everything else by the hands. */
export async function walkIn(page: Page): Promise<Measured> {
  const who = part(page, '来的是谁');
  await calling(page)
    .getByText(/后面 \d+ 人/)
    .waitFor();
  const hands = handsOn(page);
  await hands.press('F2');
  await calling(page).getByText(/^已叫/).waitFor();
  await hands.isAt(who.getByLabel('姓名'));
  await hands.write('郭秀兰');
  await hands.press('Enter');
  await hands.write('13800004412');
  await hands.press('Enter');
  await page.keyboard.insertText('11010519491231002X');
  await hands.press('Enter', 'Enter');
  await hands.pick('ll', '邻里');
  await hands.isAt(page.getByLabel(/^经过/));
  await hands.write('楼上卫生间漏水，泡坏天花板，找过两次没结果。');
  await hands.press('Enter');
  await hands.write('修好赔钱');
  await hands.press('Enter');
  await hands.isAt(part(page, '对方').getByLabel('姓名'));
  await hands.write('任建军');
  await hands.press('Enter', 'Enter');
  await hands.pick('yzjd', '迎泽街道');
  await hands.write('3号楼2单元');
  await hands.press('Enter');
  await hands.write('8000');
  await hands.press('Enter', '1');
  await hands.press('Control+Enter');
  await page.getByRole('heading', { name: /^已登记/ }).waitFor();
  return hands.measured('登记一件来访纠纷 · walk-in dispute', { keys: 45, seconds: 90 });
}

async function consultation(page: Page): Promise<Measured> {
  const hands = handsOn(page);
  await calling(page)
    .getByText(/后面 \d+ 人/)
    .waitFor();
  await hands.press('F2');
  await calling(page).getByText(/^已叫/).waitFor();
  await hands.press('Control+Shift+Enter');
  await hands.isAt(page.getByRole('checkbox', { name: /^●?咨询$/ }));
  await hands.press('Enter');
  await hands.write('问续证');
  await hands.press('Control+Enter');
  await page.getByText('已记下一次接待，没有立纠纷。').waitFor();
  return hands.measured('只是咨询 · consultation only', { keys: 10, seconds: 15 });
}

async function find(page: Page, how: string, typed: string, code: string): Promise<Measured> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const hands = handsOn(page);
  await hands.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').waitFor();
  await hands.write(typed);
  const options = dialog.getByRole('option');
  await options.first().waitFor();
  await page.waitForTimeout(700);
  const texts = await options.allTextContents();
  const shown = `${code.slice(8, 14)}-${code.slice(14)}`;
  const at = texts.slice(0, 5).findIndex((text) => text.includes(shown));
  if (at < 0)
    throw new Unexpected(`${how}「${typed}」: ${shown} is not among the first five: ${texts.slice(0, 5).join(' / ')}`);
  for (let step = 0; step < at; step += 1) await hands.press('ArrowDown');
  await hands.press('Enter');
  await page.waitForURL(`**/disputes/${code}`);
  return hands.measured(`找到并打开：${how} · find by ${typed}`, { keys: 8, seconds: 5 });
}

/** The cursor stands on the row, as it does when one works from the top; the letter is the one printed on its button. */
export async function rowOf(page: Page, code: string): Promise<string> {
  const shown = `${code.slice(8, 14)}-${code.slice(14)}`;
  const row = page.getByRole('listitem').filter({ hasText: shown }).first();
  await row.waitFor();
  await row.getByRole('link').first().focus();
  return ((await row.locator('[data-act]').getAttribute('data-act')) ?? '').toLowerCase();
}

async function dispatch(page: Page, code: string): Promise<Measured> {
  const letter = await rowOf(page, code);
  const hands = handsOn(page);
  await hands.press(letter);
  await page.getByRole('region', { name: '按下之后会发生什么' }).waitFor();
  await hands.press('Control+Enter');
  await page
    .getByText(/已分流给/)
    .first()
    .waitFor();
  return hands.measured('待办里按建议分流 · dispatch as suggested', { keys: 6, seconds: 20, reading: 8 });
}

async function acknowledgeAndReport(page: Page, code: string): Promise<Measured> {
  const letter = await rowOf(page, code);
  const hands = handsOn(page);
  await hands.press(letter);
  await page.waitForURL('**/disputes/*act=acknowledge*');
  await page.getByRole('region', { name: '按下之后会发生什么' }).waitFor();
  await hands.press('Control+Enter');
  const report = page.getByRole('button', { name: /^写反馈/ }).first();
  await report.waitFor();
  const key = ((await report.locator('kbd').textContent()) ?? 'F').trim().toLowerCase();
  await hands.press(key);
  await page.getByRole('textbox').first().waitFor();
  await hands.write('今天下午到现场看过，漏点在地漏，双方愿意谈，约周四再来。');
  await hands.press('Control+Enter');
  await page
    .getByText(/今天下午到现场看过/)
    .first()
    .waitFor();
  return hands.measured('签收并写一次反馈 · acknowledge and report', { keys: 5, seconds: 40 });
}

/** A dispute of its own, brought over HTTP to where a task begins. */
async function broughtTo(play: Play, ready: 'triaged' | 'dispatched'): Promise<string> {
  const mute: Play = { ...play, chapters: [{ zh: '', en: '', exchanges: [] }], log: () => {} };
  const jiaMin = await official(mute, 'jiamin', '贾敏');
  const input = {
    parties: [
      { ...emptyParty, name: '龚巧珍', idNumber: '11010519491231002X', phone: '13800009531' },
      { ...emptyParty, side: 'respondent', name: '阮长河' },
    ],
    categoryCode: '02',
    source: 'walkIn',
    regionCode: '140106004004',
    address: '示例苑11号楼1单元',
    title: ready === 'triaged' ? '阳台封窗挡了采光' : '暖气管滴水泡了地板',
    facts: '双方说过两次，没有结果，来窗口要求处理。',
    demands: '',
    occurredOn: null,
    peopleInvolved: 2,
    amountCents: 300_000,
    willing: 'yes',
    headCount: 1,
    restriction: null,
    uploads: [],
    creditCodeConfirmed: false,
    commandId: newId(),
  };
  const { code } = await jiaMin.post('/api/disputes', input, '', '', { status: 201 });
  const liNa = await official(mute, 'lina', '李娜');
  await liNa.post(`/api/disputes/${code}/acceptances`, {}, '', '');
  const grades = {
    difficulty: 'simple',
    urgency: 'medium',
    gravity: 'low',
    safety: noDanger,
    toldWhom: '',
    reason: '',
  };
  await liNa.post(`/api/disputes/${code}/triages`, grades, '', '');
  const to = { leadUnitId: '140106004-center', supportingUnitIds: [], message: '' };
  if (ready === 'dispatched') await liNa.post(`/api/disputes/${code}/dispatches`, to, '', '');
  return code;
}

const mark = (value: number, most: number): string => (value <= most ? '✓' : '✗');
const line = ({ task, keys, mostKeys, typed, seconds, mostSeconds }: Measured): string =>
  `| ${task} | ${keys} | ≤ ${mostKeys} ${mark(keys, mostKeys)} | ${typed} | ${seconds.toFixed(1)} | ≤ ${mostSeconds} ${mark(seconds, mostSeconds)} |`;

function table(tasks: readonly Measured[]): string[] {
  return [
    '| 任务 · task | 键 · keys | 目标 · target | 内容键 · typed | 秒 · seconds | 目标 · target |',
    '|---|---:|---:|---:|---:|---:|',
    ...tasks.map(line),
  ];
}

export const notes = [
  `按键模型（KLM）：每键 ${K} 秒，每打一段话、每按一个命令键前想 ${M} 秒，回车到下一项不算想；拼音按全拼加选词算。`,
  '证件号由读卡器读入，不算按键。分流另加 8 秒看清后果。光标从那一行开始。真人用多久，要在试点里量。',
  '',
  `Keystroke-level model: ${K} s a key, ${M} s of thought before each unit that is written and each command; pinyin in full plus a key for each word. The paper's number comes from a reader. Dispatching includes 8 s of reading. People are timed in pilots, not here.`,
];

/** The tasks of the counter and of those behind it, in a real browser, with the hands on the keys. */
export async function measureTasks(play: Play): Promise<void> {
  play.log('\n量按键和时间');
  const [triaged, dispatched] = [await broughtTo(play, 'triaged'), await broughtTo(play, 'dispatched')];
  const { executable, env } = findChromium();
  const browser = await chromium.launch({ executablePath: executable, env, args: ['--disable-dev-shm-usage'] });
  const tasks: Measured[] = [];
  const failed: string[] = [];
  // What one task cannot do keeps no other from being measured; the run still ends as failed.
  const measure = async (name: string, work: () => Promise<Measured>) => {
    try {
      tasks.push(await work());
      play.log(`  ✓ ${name}`);
    } catch (error) {
      failed.push(`${name}: ${(error as Error).message}`);
      play.log(`  ✗ ${name}`);
    }
  };
  try {
    const mute: Play = { ...play, chapters: [{ zh: '', en: '', exchanges: [] }], log: () => {} };
    const clerk = await official(mute, 'jiamin', '贾敏');
    for (let index = 0; index < 3; index += 1)
      await clerk.post('/api/tickets', { prefix: 'A', priority: null }, '', '', { status: 201 });
    const counter = await desk(browser, play.url, 'jiamin', '/reception');
    await measure('登记', () => walkIn(counter));
    await measure('咨询', async () => consultation(await desk(browser, play.url, 'jiamin', '/reception')));
    for (const [how, typed] of [
      ['两个字', '封窗'],
      ['首字母', 'gqz'],
      ['后四位', '9531'],
    ] as const)
      await measure(how, async () => find(await desk(browser, play.url, 'jiamin', '/work'), how, typed, triaged));
    await measure('分流', async () => dispatch(await desk(browser, play.url, 'lina', '/work'), triaged));
    const handler = await desk(browser, play.url, 'gaojianguo', '/work');
    await measure('签收、反馈', () => acknowledgeAndReport(handler, dispatched));
  } finally {
    await browser.close();
  }
  const lines = table(tasks);
  play.log(`\n${lines.join('\n')}\n`);
  if (failed.length > 0) throw new Unexpected(failed.join('\n'));
  const text = [...lines, '', ...notes];
  play.chapters.push({ zh: '量出来的：按键和时间', en: 'What was measured.', exchanges: [], text });
}
