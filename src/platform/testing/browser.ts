import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from './chromium.ts';

export type PageOptions = {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** False: as a resident's old phone sees it. */
  readonly javaScriptEnabled?: boolean;
  readonly baseURL?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly storageState?: NonNullable<BrowserContextOptions['storageState']>;
};

export type TestBrowser = {
  /** A page in a context of its own: its own cookies, Chinese, Shanghai time. Closed with the browser. */
  newPage(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
};

export const desktop = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const scriptless = new WeakSet<Page>();

export async function launch(): Promise<Browser> {
  const { executable, env } = findChromium();
  return chromium.launch({
    executablePath: executable,
    env,
    // Containers give /dev/shm 64 MB, which a page full of Chinese glyphs outgrows.
    args: ['--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
}

/** One browser per test file: open in `beforeAll`, close in `afterAll`. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser = await launch();
  return {
    async newPage(options = {}) {
      const context = await browser.newContext({
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: desktop,
        ...options,
      });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      if (options.javaScriptEnabled === false) scriptless.add(page);
      return page;
    },
    close: () => browser.close(),
  };
}

function inWords(violation: axe.Result): string {
  const places = violation.nodes.slice(0, 5).map((node) => `    ${node.target.join(' ')}  ${node.html.slice(0, 160)}`);
  return [`${violation.impact} ${violation.id}: ${violation.help}`, ...places].join('\n');
}

/** axe needs timers, which a page without JavaScript does not have: it looks at the same page where only axe may run. */
async function withTimers<T>(page: Page, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = page.context().browser();
  if (!scriptless.has(page) || browser === null) return work(page);
  const storageState = await page.context().storageState();
  const twin = await browser.newPage({ viewport: page.viewportSize(), locale: 'zh-CN', storageState });
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'" };
  const body = await page.content();
  await twin.route(page.url(), (route) => route.fulfill({ headers, body }));
  try {
    await twin.goto(page.url());
    return await work(twin);
  } finally {
    await twin.close();
  }
}

async function violationsOn(page: Page): Promise<axe.Result[]> {
  // Evaluated, not added as a script element, which the page's own security policy would rightly refuse.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await runner.run(document, { runOnly: { type: 'tag', values: tags } })).violations;
  });
}

/** WCAG 2.2 AA as far as axe can see: nothing serious or critical on the page as it stands now. */
export async function expectNoSeriousAxeViolations(page: Page): Promise<void> {
  const violations = await withTimers(page, violationsOn);
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  if (serious.length > 0) expect.fail(`${page.url()}\n${serious.map(inWords).join('\n')}`);
}
