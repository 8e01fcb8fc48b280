import { expect, test } from 'vitest';
import { undrawable } from './coverage.ts';
import { type Printable, sheetFrame } from './printable.ts';
import { frame, sheetsOf } from './testing/pages.ts';
import { renderPdf } from './typst.ts';

const specimen = (text: string, more = {}): Printable => ({
  template: 'documents/specimen.typ',
  data: { ...sheetFrame(frame), text, ...more },
});

test('a sheet says when it was printed by the clock on the wall', () => {
  expect(sheetFrame(frame).printedAt).toBe('2026年9月29日 10:12');
});

test.each(['a4', 'a5'])('a test print on %s is one sheet, also in large print', async (paper) => {
  expect(await sheetsOf(specimen('郭秀兰与任建军', { paper }))).toBe(1);
  expect(await sheetsOf(specimen('郭秀兰与任建军', { paper, largePrint: true }))).toBe(1);
});

test('rare characters of names are drawn, and what no font draws becomes its number in a box instead of tofu', async () => {
  expect(await sheetsOf(specimen('㐂 䶮 㛃 𬸚 犇 喆 玥 龘'))).toBe(1);
  expect(await sheetsOf(specimen('𠮷家堡 \uE000 😀'))).toBe(1);
});

test('𠮷 and its like print as themselves, in a font that has them, on sheets and in lists', async () => {
  for (const name of ['郭𠮷', '𠀋 𡈽 𡌛 𡑮 𡢽 𠮟'])
    expect((await renderPdf(specimen(name), { pdfStandard: 'ua-1' })).toString('latin1')).toMatch(
      /FontName\s*\/\w+\+HanaMinB/,
    );
  expect((await renderPdf(specimen('郭吉'), { pdfStandard: 'ua-1' })).toString('latin1')).not.toContain('HanaMinB');
});

test('only characters that should be seen and cannot be are called missing', () => {
  const drawn = new Set(Array.from('吉家堡', (character) => character.codePointAt(0) ?? 0));
  expect(undrawable('𠮷家堡　\n\u200B𠮷\uFE0F', drawn)).toEqual(['𠮷']);
});

test('text that looks like a command to the printer is only text', async () => {
  expect(await sheetsOf(specimen('#panic() *x* $y$ ] } \\ #import "/platform/db.ts"'))).toBe(1);
});

test('half a character or a control character in a text does not stop the printer', async () => {
  expect(await sheetsOf(specimen('断\uD842开\u0007\u0000了'))).toBe(1);
});

test('a long text goes on to further sheets', async () => {
  expect(await sheetsOf(specimen('楼上漏水，天花板一直在滴。'.repeat(120)))).toBeGreaterThan(1);
});

test('a form that does not compile says which one and why', async () => {
  await expect(renderPdf({ template: 'documents/specimen.typ', data: sheetFrame(frame) })).rejects.toThrow(
    /documents\/specimen\.typ does not compile: .*text/,
  );
});
