import sharp from 'sharp';
import { expect, test } from 'vitest';
import { jpegSize } from './jpegSize.ts';

test.each([
  [1654, 2339, false],
  [120, 80, true],
])('a picture of %i by %i dots says so', async (width, height, progressive) => {
  const create = { width, height, channels: 3 as const, background: '#fff' };
  const jpeg = await sharp({ create }).jpeg({ progressive }).withMetadata({ density: 200 }).toBuffer();
  expect(jpegSize(jpeg)).toEqual({ width, height });
});

test('anything else is refused', () => {
  expect(() => jpegSize(Buffer.from('%PDF-1.7 nothing'))).toThrow('no JPEG');
});
