import { extname } from 'node:path';

/** The name for lists and downloads; direction marks go too, they make 「gpj.exe」 look like a photo. */
export function safeFileName(fileName: string, extension: string): string {
  const base = fileName.normalize('NFC').replace(/^.*[/\\]/s, '');
  const stem = base.slice(0, base.length - extname(base).length).replace(/^\.\w+$/, '');
  const clean = stem.replace(/^\.+|[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  return `${Array.from(clean).slice(0, 100).join('') || '未命名'}${extension}`;
}
