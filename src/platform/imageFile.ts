import sharp from 'sharp';
import type { FileKind } from './fileKinds.ts';
import { refuse } from './refusal.ts';

/** 120 million pixels: above the largest phone cameras, below what fills the memory (a decompression bomb). */
const MAX_PIXELS = 120_000_000;
/** An A4 page stays readable at 300 dpi. */
const MAX_SIDE = 4096;

/**
 * An image written anew: turned upright, at most 4096 pixels a side, sRGB, without EXIF, place or hidden tail.
 * Refuses fileBroken and fileTooLarge.
 */
export async function cleanImage(
  kind: FileKind,
  bytes: Buffer,
  maxPixels: number = MAX_PIXELS,
): Promise<{ bytes: Buffer; width: number; height: number }> {
  // Only the header is read here, so the size can be told without unpacking.
  const header = sharp(bytes, { limitInputPixels: false });
  const size = await header.metadata().catch(() => refuse('invalid', 'fileBroken', '这张照片打不开，可能没传完。'));
  if (size.width * size.height > maxPixels)
    refuse('invalid', 'fileTooLarge', `这张照片有 ${size.width}×${size.height} 个像素，太大了。缩小后再传。`);
  const upright = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .autoOrient()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true });
  const written = { png: () => upright.png(), webp: () => upright.webp({ quality: 85 }) }[kind as 'png' | 'webp'];
  const { data, info } = await (written?.() ?? upright.jpeg({ quality: 85 }))
    .timeout({ seconds: 30 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => refuse('invalid', 'fileBroken', '这张照片打不开，可能没传完。再选一次，或重拍一张。'));
  return { bytes: data, width: info.width, height: info.height };
}
