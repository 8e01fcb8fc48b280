import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { keep } from '../bin/screenshots/keep.ts';
import { findChromium } from '../src/platform/testing/chromium.ts';
import { type Play, type Someone, Unexpected } from './client.ts';

export const sizes = {
  desktop: { viewport: { width: 1440, height: 900 } },
  tablet: { viewport: { width: 1180, height: 820 }, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

export type Look = {
  /** Of the picture in docs/screenshots. */
  readonly name: string;
  readonly who: Someone;
  readonly path: string;
  readonly size: keyof typeof sizes;
  /** What stands on the page when it is right. */
  readonly reads: string | RegExp;
  /** What the person does there, before the picture is taken. */
  act?(page: Page): Promise<void>;
};

export type Eyes = {
  look(look: Look): Promise<void>;
  /** Somebody who brings no log-in along: a tablet with its pass. */
  visit(path: string, act: (page: Page, picture: (name: string) => Promise<void>) => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

const PATIENCE_MS = 20_000;

async function cut(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 1) throw new Unexpected(`${page.url()} is ${wide} px wider than the screen`);
}

/** A real browser beside the requests: whoever pressed also sees the page, and it says what it should. `now`: the time of the house. */
export async function openEyes(baseURL: string, scenario: string, now?: () => Date): Promise<Eyes> {
  const { executable, env } = findChromium();
  const browser = await chromium.launch({ executablePath: executable, env, args: ['--font-render-hinting=none'] });

  async function within(size: keyof typeof sizes, cookies: string[], work: (page: Page) => Promise<void>) {
    const around = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' as const };
    const context: BrowserContext = await browser.newContext({ baseURL, ...sizes[size], ...around });
    const own = cookies.map((pair) => ({ name: pair.split('=')[0] ?? '', value: pair.slice(pair.indexOf('=') + 1) }));
    await context.addCookies(own.map((each) => ({ ...each, url: baseURL, httpOnly: true, sameSite: 'Strict' })));
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    if (now) await page.clock.install({ time: now() });
    try {
      await work(page);
    } finally {
      await context.close();
    }
  }
  const picture = async (page: Page, name: string, size: keyof typeof sizes) => {
    await page.waitForLoadState('networkidle');
    await cut(page);
    await keep(await page.screenshot(), `${scenario}-${name}-${size}`);
  };
  return {
    look: ({ name, who, path, size, reads, act }) =>
      within(size, who.cookies(), async (page) => {
        await page.goto(path);
        await page.getByText(reads).first().waitFor();
        await act?.(page);
        await picture(page, name, size);
      }),
    visit: (path, act) =>
      within('tablet', [], async (page) => {
        await page.goto(path);
        await act(page, (name) => picture(page, name, 'tablet'));
      }),
    close: () => browser.close(),
  };
}

/** Somebody looks at a page, where the run has eyes (`--browser`). */
export async function looks({ eyes, log }: Play, look: Look): Promise<void> {
  if (!eyes) return;
  await eyes.look(look);
  log(`  👁 ${look.who.who}：${look.path}`);
}

/** A name, written with a finger. */
export async function writeWithFinger(page: Page): Promise<void> {
  const box = await page.getByRole('img', { name: '请在这里签名' }).boundingBox();
  if (!box) throw new Unexpected('there is no field to sign in');
  const touch = await page.context().newCDPSession(page);
  const at = (x: number, y: number) => ({ x: box.x + box.width * x, y: box.y + box.height * y });
  const strokes = [
    [0.2, 0.35, 0.35, 0.35],
    [0.27, 0.2, 0.27, 0.8],
    [0.45, 0.3, 0.62, 0.3],
    [0.62, 0.3, 0.5, 0.75],
    [0.7, 0.25, 0.8, 0.7],
  ] as const;
  for (const [fromX, fromY, toX, toY] of strokes) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(fromX, fromY)] });
    for (let step = 1; step <= 6; step += 1) {
      const along = (from: number, to: number) => from + ((to - from) * step) / 6;
      const touchPoints = [at(along(fromX, toX), along(fromY, toY))];
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
      // A finger takes its time; faster than any, the browser takes it for a fling and swallows the next tap.
      await page.waitForTimeout(15);
    }
    await page.waitForTimeout(120);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForTimeout(120);
  }
}
