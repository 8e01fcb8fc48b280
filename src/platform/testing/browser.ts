import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { findChromium } from './chromium.ts';

export type PageOptions = {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** False: as a resident's old phone sees it. */
  readonly javaScriptEnabled?: boolean;
  readonly baseURL?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Until the file has ended, not only this test. */
  readonly kept?: boolean;
};

export type TestBrowser = {
  /** As in a browser that nobody has used: Chinese, Shanghai time, nothing stored. Closed when the test has ended. */
  newPage(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
};

export const desktop = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;

const scriptless = new WeakSet<Page>();

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function launch(): Promise<Browser> {
  const { executable, env } = findChromium();
  return chromium.launch({
    executablePath: executable,
    env,
    args: [
      // Containers give /dev/shm 64 MB, which a page full of Chinese glyphs outgrows.
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      // A page is looked at for a second: what V8 compiles to be fast later is never used.
      '--js-flags=--no-opt --no-maglev',
    ],
  });
}

/** One Chromium for all files of a worker; it ends with the process. */
let running: Promise<Browser> | undefined;

async function forget(page: Page, origin: string): Promise<void> {
  await page.context().clearCookies();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
  await devtools.detach();
}

export async function openBrowser(): Promise<TestBrowser> {
  running ??= launch();
  const browser = await running;
  const contexts = new Set<BrowserContext>();
  // Those without a page, by what they were made for: another page in one finds the files of the site in its cache.
  const free = new Map<string, BrowserContext[]>();

  async function newContext(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
    context.setDefaultTimeout(15_000);
    contexts.add(context);
    return context;
  }

  return {
    async newPage({ viewport = desktop, kept = false, ...options } = {}) {
      const kind = JSON.stringify(options);
      const used = free.get(kind)?.pop();
      const context = used ?? (await newContext(options));
      const page = await context.newPage();
      await page.setViewportSize(viewport);
      if (used && options.baseURL) await forget(page, options.baseURL);
      if (options.javaScriptEnabled === false) scriptless.add(page);
      page.once('close', () => free.set(kind, [...(free.get(kind) ?? []), context]));
      if (!kept) onTestFinished(() => page.close());
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
    },
  };
}

function inWords(violation: axe.Result): string {
  const places = violation.nodes.slice(0, 5).map((node) => `    ${node.target.join(' ')}  ${node.html.slice(0, 160)}`);
  return [`${violation.impact} ${violation.id}: ${violation.help}`, ...places].join('\n');
}

type Twin = { readonly page: Page; url: string; body: string };
const twins = new WeakMap<BrowserContext, Twin>();

/** Shows what it is told to under the address of the original, but lets no script run except axe. */
async function newTwin(browser: Browser): Promise<Twin> {
  const twin: Twin = { page: await browser.newPage({ locale: 'zh-CN' }), url: '', body: '' };
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'" };
  await twin.page.route('**/*', (route) =>
    route.request().url() === twin.url ? route.fulfill({ headers, body: twin.body }) : route.continue(),
  );
  return twin;
}

/** axe needs timers, which a page without JavaScript does not have: it looks at its twin. */
async function withTimers<T>(page: Page, work: (page: Page) => Promise<T>): Promise<T> {
  const context = page.context();
  const browser = context.browser();
  if (!scriptless.has(page) || browser === null) return work(page);
  const twin = twins.get(context) ?? (await newTwin(browser));
  if (!twins.has(context)) context.once('close', () => void twin.page.context().close());
  twins.set(context, twin);
  twin.url = page.url();
  twin.body = await page.content();
  await twin.page.setViewportSize(page.viewportSize() ?? desktop);
  await twin.page.context().addCookies(await context.cookies());
  await twin.page.goto(twin.url);
  return work(twin.page);
}

/** Pages that axe has met. */
const met = new WeakSet<Page>();

/** Evaluated, not added as a script element, which the page's own security policy would rightly refuse. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  // Half a megabyte each time: who goes from screen to screen carries it along.
  if (met.has(page)) await page.addInitScript(axeSource);
  met.add(page);
  await page.evaluate(`${axeSource};0`);
}

async function violationsOn(page: Page): Promise<axe.Result[]> {
  await bringAxe(page);
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await runner.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }))
      .violations;
  });
}

/** WCAG 2.2 AA as far as axe can see: nothing serious or critical on the page as it stands now. */
export async function expectNoSeriousAxeViolations(page: Page): Promise<void> {
  const violations = await withTimers(page, violationsOn);
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  if (serious.length > 0) expect.fail(`${page.url()}\n${serious.map(inWords).join('\n')}`);
}
