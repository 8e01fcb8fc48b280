export interface FileRule {
  /** Stands after 是, 不是, 收: a Latin beginning keeps its space. */
  zh: string;
  mime: string;
  /** The first is the one given to stored files. */
  extensions: readonly [string, ...string[]];
  maxBytes: number;
  image?: true;
}

const MB = 1_048_576;

/** What may be uploaded. Sizes are of what comes in. */
const rules = {
  jpeg: { zh: ' JPG 照片', mime: 'image/jpeg', extensions: ['.jpg', '.jpeg', '.jfif'], maxBytes: 25 * MB, image: true },
  png: { zh: ' PNG 图片', mime: 'image/png', extensions: ['.png'], maxBytes: 25 * MB, image: true },
  webp: { zh: ' WebP 图片', mime: 'image/webp', extensions: ['.webp'], maxBytes: 25 * MB, image: true },
  pdf: { zh: ' PDF', mime: 'application/pdf', extensions: ['.pdf'], maxBytes: 50 * MB },
  docx: {
    zh: ' Word 文档',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['.docx'],
    maxBytes: 25 * MB,
  },
  xlsx: {
    zh: ' Excel 表格',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['.xlsx'],
    maxBytes: 25 * MB,
  },
  mp3: { zh: ' MP3 录音', mime: 'audio/mpeg', extensions: ['.mp3'], maxBytes: 100 * MB },
  m4a: { zh: ' M4A 录音', mime: 'audio/mp4', extensions: ['.m4a', '.mp4'], maxBytes: 100 * MB },
  wav: { zh: ' WAV 录音', mime: 'audio/wav', extensions: ['.wav'], maxBytes: 100 * MB },
  amr: { zh: ' AMR 录音', mime: 'audio/amr', extensions: ['.amr'], maxBytes: 25 * MB },
  mp4: { zh: ' MP4 录像', mime: 'video/mp4', extensions: ['.mp4', '.m4v'], maxBytes: 100 * MB },
  text: { zh: '纯文本', mime: 'text/plain; charset=utf-8', extensions: ['.txt', '.csv'], maxBytes: 2 * MB },
} as const satisfies Record<string, FileRule>;

export type FileKind = keyof typeof rules;

export const fileKinds: Readonly<Record<FileKind, FileRule>> = rules;

/** Media types as the detector names them. */
export const kindByMime: Readonly<Record<string, FileKind>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  [fileKinds.docx.mime]: 'docx',
  [fileKinds.xlsx.mime]: 'xlsx',
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/amr': 'amr',
  'video/mp4': 'mp4',
  'video/x-m4v': 'mp4',
};

const archive = '压缩包看不到内容，不收。解压后把里面的文件逐个上传。';
const heic =
  '这是苹果手机的 HEIC 照片，别的电脑多半打不开。在手机「设置 › 相机 › 格式」里选「兼容性最佳」重拍，或截屏后上传截图。';

/** Kinds that people do bring, each with its way out. */
export const refusedKinds: Readonly<Record<string, string>> = {
  'image/heic': heic,
  'image/heif': heic,
  'image/heic-sequence': heic,
  'application/x-cfb': '这是旧版 Word 或 Excel 文件（.doc、.xls），可能带宏。另存为 .docx、.xlsx 或 PDF 后上传。',
  'application/zip': archive,
  'application/x-rar-compressed': archive,
  'application/x-7z-compressed': archive,
  'application/vnd.ms-word.document.macroenabled.12': '这个 Word 文件带宏，不收。另存为 .docx 或 PDF 后上传。',
  'application/vnd.ms-excel.sheet.macroenabled.12': '这个 Excel 文件带宏，不收。另存为 .xlsx 后上传。',
  'application/x-msdownload': '这是可以运行的程序，不收。',
};
