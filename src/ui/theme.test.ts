import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { colors, fontFamily, theme } from './theme.ts';

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const { ink, ink2, ink3, primary, primaryHover, white, paper, quiet, primaryTint } = colors;
const { ok, okTint, soon, soonTint, late, lateTint, paused, pausedTint, info, infoTint } = colors;

test.each([
  ...[ink, ink2, ink3, primary, primaryHover, late, soon].flatMap((text) => [
    [text, white],
    [text, paper],
    [text, quiet],
  ]),
  [ink, primaryTint],
  [ink2, primaryTint],
  [ink3, primaryTint],
  [ok, okTint],
  [soon, soonTint],
  [late, lateTint],
  [paused, pausedTint],
  [info, infoTint],
  [white, primary],
  [white, late],
] as [string, string][])('text of %s on %s can be read (4.5 to 1)', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ['border', colors.border, paper],
  ['focus', primary, paper],
  ['focus on a chosen row', primary, primaryTint],
  ['mark of what is soon due', colors.soonMark, white],
])('the %s of a control can be seen (3 to 1)', (_what, shape, ground) => {
  expect(contrast(shape, ground)).toBeGreaterThanOrEqual(3);
});

test('styles and components paint with the same colors and letters', () => {
  const css = readFileSync(join(import.meta.dirname, 'base.css'), 'utf8');
  for (const [name, hex] of Object.entries(colors)) {
    const variable = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(css, name).toContain(`--${variable}: ${hex.toLowerCase()};`);
  }
  const family = /--font:([^;]+);/.exec(css)?.[1]?.replace(/\s+/g, ' ').trim();
  expect(family).toBe(fontFamily.replaceAll(',', ', '));
});

test('nothing the theme leaves to the algorithm weakens what is read', () => {
  expect(theme.token).toMatchObject({
    colorTextPlaceholder: ink3,
    colorTextDescription: ink3,
    colorTextDisabled: ink3,
    colorBorder: colors.border,
    controlOutlineWidth: 3,
    lineWidthFocus: 3,
  });
});
