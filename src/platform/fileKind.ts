import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { type FileKind, fileKinds, kindByMime, refusedKinds } from './fileKinds.ts';
import { safeFileName } from './fileName.ts';
import { cleanImage } from './imageFile.ts';
import { refuse } from './refusal.ts';

export interface AcceptedFile {
  kind: FileKind;
  /** Safe to send as Content-Type, together with nosniff. */
  mime: string;
  /** With the dot, fitting the content. */
  extension: string;
  /** The given name without path and control characters, at most 100 characters, with the fitting extension. */
  name: string;
  /** What is to be stored: images anew without metadata, text as UTF-8, everything else as it came. */
  bytes: Buffer;
  /** Of the bytes as they came: a note for evidence, since photos are stored anew. */
  originalSha256: string;
  width?: number;
  height?: number;
}

/**
 * Judges an uploaded file by its content, never by its name or the browser's word, and makes it safe to keep.
 * Refuses (422) with fileEmpty, fileTooLarge, fileKindNotAllowed, fileKindMismatch or fileBroken.
 */
export async function acceptFile(
  bytes: Buffer,
  fileName: string,
  allowed?: readonly FileKind[],
): Promise<AcceptedFile> {
  if (bytes.length === 0) refuse('invalid', 'fileEmpty', '这个文件是空的。');
  const extension = extname(fileName).toLowerCase();
  const kind = await kindOf(bytes, extension);
  const rule = fileKinds[kind];
  if (allowed && !allowed.includes(kind)) refuse('invalid', 'fileKindNotAllowed', `这里不收${rule.zh}。`);
  if (bytes.length > rule.maxBytes)
    refuse('invalid', 'fileTooLarge', `这是${rule.zh}，最大 ${rule.maxBytes / 1_048_576} MB，这个文件超过了。`);
  // A photo saved from a chat is often WebP named .jpg; it is written anew anyway, so among images any name will do.
  const names = rule.image ? imageExtensions : rule.extensions;
  if (extension !== '' && !names.includes(extension))
    refuse('invalid', 'fileKindMismatch', `这个文件的内容是${rule.zh}，与扩展名 ${extension} 不符。`);
  const common = {
    kind,
    mime: rule.mime,
    extension: rule.extensions[0],
    name: safeFileName(fileName, rule.extensions[0]),
  };
  const originalSha256 = createHash('sha256').update(bytes).digest('hex');
  if (rule.image) return { ...common, ...(await cleanImage(kind, bytes)), originalSha256 };
  return { ...common, bytes: kind === 'text' ? asUtf8(bytes) : bytes, originalSha256 };
}

const imageExtensions: readonly string[] = Object.values(fileKinds).flatMap((rule) =>
  rule.image ? rule.extensions : [],
);

async function kindOf(bytes: Buffer, extension: string): Promise<FileKind> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = found && kindByMime[found.mime];
  if (kind) return kind;
  // Plain text has no signature; only a file that claims to be text may pass as text.
  if (!found && fileKinds.text.extensions.includes(extension) && decodeText(bytes) !== undefined) return 'text';
  const known = found && refusedKinds[found.mime];
  if (known) refuse('invalid', 'fileKindNotAllowed', known);
  const allowed = '能传照片（JPG、PNG、WebP）、PDF、Word、Excel、录音、录像和纯文本。';
  if (extension in claims)
    refuse(
      'invalid',
      'fileKindMismatch',
      `这个文件的内容不是${claims[extension]}，与扩展名 ${extension} 不符。${allowed}`,
    );
  return refuse('invalid', 'fileKindNotAllowed', `这种文件不收。${allowed}`);
}

const claims: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(fileKinds).flatMap((rule) => rule.extensions.map((extension) => [extension, rule.zh])),
);

/** UTF-8, or GB 18030 as written by office computers; nothing when it is neither or holds control characters. */
function decodeText(bytes: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binaries from text
      return /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) ? undefined : text;
    } catch {
      // not in this encoding
    }
  }
  return undefined;
}

function asUtf8(bytes: Buffer): Buffer {
  return Buffer.from(decodeText(bytes) ?? '');
}
