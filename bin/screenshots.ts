import { mkdirSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { demoPassword } from '../src/people/demoLogins.ts';
import { findChromium } from '../src/platform/testing/chromium.ts';
import { folder, keep } from './screenshots/keep.ts';
import { type Ready, type Shot, type Sight, shots } from './screenshots/shots.ts';
import { throwAwayDemo } from './throwAwayDemo.ts';

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
type Size = keyof typeof sizes;

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
const logins = new Map<string, Cookies>();

/** Everybody logs in once, as on any day: the lists of log-ins are pictures too. */
async function logIn(context: BrowserContext, login: string): Promise<void> {
  const before = logins.get(login);
  if (before) return context.addCookies(before);
  const answer = await context.request.post('/api/sessions', { data: { login, password: demoPassword } });
  if (!answer.ok()) throw new Error(`${login} cannot log in: ${answer.status()} ${await answer.text()}`);
  logins.set(login, await context.cookies());
}

async function take(browser: Browser, baseURL: string, shot: Shot, size: Size, sight: Sight): Promise<void> {
  const context = await browser.newContext({
    baseURL,
    viewport: sizes[size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    javaScriptEnabled: shot.who !== 'resident',
  });
  const page = await context.newPage();
  try {
    if (shot.who !== 'nobody' && shot.who !== 'resident') await logIn(context, shot.who);
    await page.goto(shot.path(sight));
    const ready: Ready = shot.ready(page);
    await ready.first().waitFor();
    await shot.act?.(page, sight);
    await page.waitForLoadState('networkidle');
    await keep(await page.screenshot(), `${shot.name}-${size}`);
  } finally {
    await context.close();
  }
}

async function takeAll(address: string, wanted: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { executable, env } = findChromium();
  const browser = await chromium.launch({ executablePath: executable, env, args: ['--font-render-hinting=none'] });
  try {
    const { findSights } = await import('./screenshots/sights.ts');
    const sight = await findSights(address);
    const chosen = shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    for (const shot of chosen)
      for (const size of Object.keys(sizes) as Size[]) await take(browser, address, shot, size, sight);
  } finally {
    await browser.close();
  }
}

// npm run screenshots [-- http://localhost:8610] [name …]
const [first = '', ...rest] = process.argv.slice(2);
const running = /^https?:/.test(first) ? first : undefined;
const wanted = running || first === '' ? rest : [first, ...rest];
const demo = running ? { address: running, stop: async () => {} } : await throwAwayDemo('screenshots');
try {
  await takeAll(demo.address, wanted);
} finally {
  await demo.stop();
}
