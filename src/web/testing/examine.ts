import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoSeriousAxeViolations } from '../../platform/testing/browser.ts';

/** Keys as they are printed on buttons, kinds of files, the way to the English twin, and what devices are called. */
const known = new Set(
  'alt ctrl shift enter esc tab space english excel xlsx word docx pdf jpg png chrome chromium linux test'.split(' '),
);

/** Words a Chinese reader should not meet: what stands on the page, and what is read out for those who do not see it. */
async function englishWords(page: Page): Promise<string[]> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is drawn, without what is hidden
  const seenText = await page.locator('body').innerText();
  const texts = await page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)]
        .filter((element) => element.closest('[lang=en],[aria-hidden=true],.skip-link') === null)
        .map((element) => element.getAttribute(name) ?? ''),
    );
    return { spoken, foreign: [...document.querySelectorAll('[lang=en]')].map(({ textContent }) => textContent) };
  });
  const seen = texts.foreign.reduce((text, words) => text.replaceAll(words, ' '), seenText);
  // Log-in names and addresses are not language.
  const plain = [seen, ...texts.spoken].join('\n').replace(/\S*[.@/\d]\S*/g, ' ');
  const words = plain.match(/[A-Za-z]{3,}/g) ?? [];
  return [...new Set(words)].filter((word) => !known.has(word.toLowerCase()));
}

/** What only the house itself calls things by: keys of viewers and units, names of acts and fields, ids, paths of files. */
const keys = [
  /(?<![\w.])[cuphr]:[\w-]{3,}(?:#\w+)?/g,
  /(?<![\w-])\d{6,12}-[a-z][a-z-]+/g,
  /(?<![\w./@-])[a-z]+(?:[A-Z][a-z]+)+(?![\w./-])/g,
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/g,
  /(?<![\w:/.])[a-z-]{3,}\/[\w-]+(?:\/|\.)[\w.-]+/g,
  /(?<!\w)(?:undefined|null|NaN|\[object)(?!\w)/g,
];

/** None of these is for people, in no language. */
export async function rawKeys(page: Page): Promise<string[]> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is drawn, without what is hidden
  const seen = await page.locator('body').innerText();
  const spoken = await page.evaluate(() =>
    ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    ),
  );
  // A folder on a disk may be called anything.
  const text = [seen, ...spoken].join('\n').replaceAll(/\S*\/\S*/g, '');
  return [...new Set(keys.flatMap((key) => text.match(key) ?? []))];
}

/** Elements that stick out on the right, unless they can be scrolled to in a box whose first column stays. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const screen = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > screen) found.push(`the page: ${document.documentElement.scrollWidth}`);
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    for (const box of document.querySelectorAll('body *')) {
      if (box.scrollWidth <= box.clientWidth + 1 || !scrolls(box)) continue;
      const cells = [...box.querySelectorAll('tr > :first-child')];
      if (cells.length > 0 && cells.every((cell) => getComputedStyle(cell).position === 'sticky')) continue;
      if (box.matches('textarea, input')) continue;
      found.push(`${box.tagName} ${box.getAttribute('aria-label') ?? box.className} ${box.scrollWidth}`);
    }
    return found;
  });
}

/** Fields too narrow to read what one types in them. */
async function tooNarrow(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.field input[type=text], .field input:not([type]), .field textarea')]
      // A chooser's own line for typing grows as one types.
      .filter((box) => box.offsetParent !== null && !box.closest('.ant-select') && box.offsetWidth < 70)
      .map((box) => `${box.id} ${box.offsetWidth}`),
  );
}

/** What stands in the color of the one act of a screen; a dialog is a screen of its own. */
async function primaryActs(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const dialogs = [...document.querySelectorAll('[role=dialog]')].filter((one) => (one as HTMLElement).offsetParent);
    const screen = dialogs.at(-1) ?? document.body;
    return [...screen.querySelectorAll<HTMLElement>('button, a, [role=button]')]
      .filter((act) => act.offsetParent !== null && getComputedStyle(act).backgroundColor === 'rgb(21, 84, 95)')
      .map((act) => act.textContent);
  });
}

/** As tall as it is: bars that stay while one scrolls lie over nothing, so that everything is looked at as it is met. */
async function unrolled(page: Page, work: () => Promise<void>): Promise<void> {
  const before = page.viewportSize() ?? { width: 0, height: 0 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > before.height) await page.setViewportSize({ ...before, height });
  await work();
  if (height > before.height) await page.setViewportSize(before);
}

/** What every page owes its readers, as far as a machine sees it. */
export async function examine(page: Page): Promise<void> {
  await unrolled(page, () => expectNoSeriousAxeViolations(page));
  expect(await page.title()).toMatch(/\p{Script=Han}/u);
  expect(await tooWide(page), 'wider than the screen').toEqual([]);
  expect(await tooNarrow(page), 'too narrow to type in').toEqual([]);
  expect(await englishWords(page), 'English').toEqual([]);
  expect(await rawKeys(page), 'raw keys').toEqual([]);
  const primary = await primaryActs(page);
  expect(primary.length, `primary: ${primary.join('、')}`).toBeLessThanOrEqual(1);
  expect(await page.getByText(/暂无数据|操作成功|系统异常/).count()).toBe(0);
}
