import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoSeriousAxeViolations, openBrowser, phone, type TestBrowser } from './browser.ts';

let browser: TestBrowser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><title>测试</title><main><h1>测试</h1>${body}</main></html>`;

test('Chinese is drawn as characters, each with a shape of its own, not as boxes', async () => {
  const tab = await browser.newPage({ viewport: phone });
  await tab.setContent(page('<canvas width="40" height="40"></canvas>'));
  const shapes = await tab.evaluate(() => {
    const canvas = document.querySelector('canvas') as HTMLCanvasElement;
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    return [...'枫桥迎泽犇垚'].map((character) => {
      pen.clearRect(0, 0, 40, 40);
      pen.font = '32px sans-serif';
      pen.fillText(character, 2, 34);
      return canvas.toDataURL();
    });
  });
  expect(new Set(shapes).size).toBe(6);
});

test('the browser speaks Chinese and lives in Shanghai time', async () => {
  const tab = await browser.newPage();
  const told = await tab.evaluate(() => [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone]);
  expect(told).toEqual(['zh-CN', 'Asia/Shanghai']);
});

test('a picture without words for those who cannot see it is reported, also with JavaScript off and a strict policy', async () => {
  const tab = await browser.newPage({ javaScriptEnabled: false });
  await tab.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': "default-src 'none'" },
      body: page(route.request().url().endsWith('good') ? '<p>好</p>' : '<img src="data:,">'),
    }),
  );
  await tab.goto('http://fengqiao.test/bad');
  await expect(expectNoSeriousAxeViolations(tab)).rejects.toThrow(/image-alt/);
  await tab.goto('http://fengqiao.test/good');
  await expectNoSeriousAxeViolations(tab);
});
