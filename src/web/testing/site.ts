import type { Page } from 'playwright-core';
import type { PostRole } from '../../people/roles.ts';
import { addPerson, signIn, testPassword } from '../../people/testing/signedIn.ts';
import { openBrowser, type PageOptions, type TestBrowser } from '../../platform/testing/browser.ts';
import { builtWeb } from '../../platform/testing/database.ts';
import type { ServerEngine } from '../../server/engine.ts';
import { type TestApp, testApp } from '../../server/testing/app.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are read by the tests that know their shape
type Answer = any;

export type Clerk = {
  readonly name: string;
  readonly login: string;
  /** What the person asks the product over HTTP, to bring a matter where a test begins. */
  get(path: string): Promise<Answer>;
  post(path: string, body: object): Promise<Answer>;
  /** A browser of the person's own, already logged in, at this address of the workbench. */
  open(path: string, options?: PageOptions): Promise<Page>;
};

/** The whole product on a port of its own, and one Chromium; everybody lives in the time of `it.clock.now`. */
export type Site = {
  readonly it: TestApp;
  readonly baseURL: string;
  clerk(name: string, role: PostRole, unitId: string): Promise<Clerk>;
  /** A browser in which nobody is logged in. */
  visit(path: string, options?: PageOptions): Promise<Page>;
  /** The log-in form as a person fills it in, wherever it stands. */
  logIn(page: Page, login: string): Promise<void>;
  close(): Promise<void>;
};

async function newPage(browser: TestBrowser, site: { it: TestApp; baseURL: string }, options: PageOptions) {
  const page = await browser.newPage({ baseURL: site.baseURL, ...options });
  // The browser lives in the same time: it flows on from there.
  if (options.javaScriptEnabled !== false) await page.clock.install({ time: site.it.clock.now });
  page.on('pageerror', (error) => console.error(`${page.url()} ${error.stack}`));
  return page;
}

function overHttp(baseURL: string, cookie: string) {
  return async (method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> => {
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(baseURL + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 600)}`);
    return text === '' ? undefined : JSON.parse(text);
  };
}

export async function openSite(now: Date): Promise<Site> {
  await builtWeb();
  const it = await testApp(now);
  const baseURL = await it.app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await openBrowser();
  const at = { it, baseURL };

  async function clerk(name: string, role: PostRole, unitId: string): Promise<Clerk> {
    const person = await addPerson(it.db, name, [{ role, unitId }]);
    const cookie = await signIn(it.db, person, it.clock.now);
    await (it.engine as ServerEngine).cache.refresh();
    const ask = overHttp(baseURL, cookie);
    return {
      name,
      login: person.login,
      get: (path) => ask('GET', path),
      post: (path, body) => ask('POST', path, body),
      async open(path, options = {}) {
        const page = await newPage(browser, at, options);
        const [cookieName = '', value = ''] = cookie.split('=');
        await page
          .context()
          .addCookies([{ name: cookieName, value, url: baseURL, httpOnly: true, sameSite: 'Strict' }]);
        await page.goto(path);
        return page;
      },
    };
  }
  return {
    ...at,
    clerk,
    async visit(path, options = {}) {
      const page = await newPage(browser, at, options);
      await page.goto(path);
      return page;
    },
    async logIn(page, login) {
      const form = page.locator('form').filter({ has: page.getByLabel('登录名') });
      if (await form.getByLabel('登录名').isEditable()) await form.getByLabel('登录名').fill(login);
      await form.getByLabel('密码', { exact: true }).fill(testPassword);
      await form.getByLabel('密码', { exact: true }).press('Enter');
    },
    async close() {
      await browser.close();
      await it.close();
    },
  };
}
