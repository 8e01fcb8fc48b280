import { pinyin } from 'pinyin-pro';
import type { Locator, Page } from 'playwright-core';

const MS_A_KEY = 200;
const chinese = /\p{Script=Han}+/gu;

/** What an input method wants for Chinese: every letter of the pinyin, and a key for each word of two characters. */
function keysOf(text: string): number {
  const others = text.replace(chinese, '').length;
  const words = text.match(chinese) ?? [];
  const letters = words.flatMap((word) => pinyin(word, { toneType: 'none', type: 'array' })).join('').length;
  const choices = words.reduce((sum, word) => sum + Math.ceil(word.length / 2), 0);
  return others + letters + choices;
}

/**
 * Hands on the keyboard and nowhere else, from wherever the focus stands. Counts the keys of what is written and, apart
 * from them, the keys that only lead through the page (Enter, arrows, initials that choose, both keys of Ctrl+Enter).
 */
export function typistAt(page: Page) {
  const count = { content: 0, navigation: 0 };
  return {
    async write(text: string): Promise<void> {
      count.content += keysOf(text);
      // An input method hands over whole words; what is on the keys themselves comes key by key.
      for (const part of text.split(/(\p{Script=Han}+)/u)) {
        if (/\p{Script=Han}/u.test(part)) await page.keyboard.insertText(part);
        else await page.keyboard.type(part);
      }
    },
    async press(...keys: string[]): Promise<void> {
      for (const key of keys) {
        count.navigation += key.split('+').length;
        await page.keyboard.press(key);
      }
    },
    /** Initials or a number in a list that is searched, and Enter for the first that fits, which must be `expected`. */
    async pick(initials: string, expected: string): Promise<void> {
      count.navigation += initials.length + 1;
      await page.keyboard.type(initials);
      // Enter takes the option that is marked, which comes a moment after the list.
      await page
        .locator('.ant-select-item-option-active', { hasText: expected })
        .first()
        .waitFor({ state: 'attached' });
      await page.keyboard.press('Enter');
      // As long as the list is open the next keys are the list's.
      await page.locator(':focus[aria-expanded=true]').waitFor({ state: 'detached' });
    },
    /** Waits until the keys go where the person believes they go. */
    isAt: (field: Locator): Promise<void> => waitForFocus(field),
    get navigationKeys(): number {
      return count.navigation;
    },
    get seconds(): number {
      return ((count.content + count.navigation) * MS_A_KEY) / 1000;
    },
  };
}

async function waitForFocus(field: Locator): Promise<void> {
  await field.evaluate(
    (element) =>
      new Promise<void>((resolve, reject) => {
        if (document.activeElement === element) return resolve();
        const there = () => {
          clearTimeout(late);
          resolve();
        };
        element.addEventListener('focus', there, { once: true });
        const late = setTimeout(() => {
          const { id, tagName } = document.activeElement ?? document.body;
          reject(new Error(`the focus is at ${tagName} ${id}, not at ${element.id}`));
        }, 5000);
      }),
  );
}
