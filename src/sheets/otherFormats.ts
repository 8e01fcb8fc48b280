import { refuse } from '../platform/refusal.ts';
import { locked } from './bookSentences.ts';

const anew = '用 WPS 或 Excel 打开它，点「文件」—「另存为」，类型选「Excel 工作簿（*.xlsx）」，再传存好的那一份';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The name of the stream in which Office keeps a workbook under a password. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

const spelled: readonly (readonly [RegExp, string])[] = [
  [/^%PDF/, 'PDF 不是表格，读不出行和列。找原来的 Excel 文件传。'],
  [
    /^\s*(<!doctype html|<html|<table|<meta|<head)/i,
    `这是网页，不是 Excel 文件：有些系统导出的 .xls 就是这样。${anew}。`,
  ],
  [/^\s*<\?xml/i, `这是 XML 表格，不是 .xlsx。${anew}。`],
];
/** Parts by which an archive that is no .xlsx is known. */
const archives: readonly (readonly [RegExp, string])[] = [
  [/^(content\.xml|mimetype)$/, `这是 .ods 表格。${anew}。`],
  [/^xl\/workbook\.bin$/, `这是二进制的 .xlsb 表格。${anew}。`],
  [/^word\//, '这是 Word 文件，不是表格。把里面的表复制到 Excel 里，存成 .xlsx 再传。'],
];

/** Says what a file is that is no workbook of ours, and how to make one of it; nothing where it may be one. */
export function refuseOther(start: Buffer): void {
  if (start.subarray(0, 4).equals(OLE.subarray(0, 4))) {
    if (start.includes(LOCKED)) locked();
    refuse('invalid', 'sheetOldFormat', `这是老格式的表（.xls，或者 WPS 的 .et）。${anew}。`);
  }
  const text = start.toString('utf8', 0, 1000).replace(/^\uFEFF/, '');
  for (const [rule, sentence] of spelled) if (rule.test(text)) refuse('invalid', 'sheetNotExcel', sentence);
}

export function refuseArchive(names: readonly string[]): void {
  for (const [rule, sentence] of archives)
    if (names.some((name) => rule.test(name))) refuse('invalid', 'sheetNotExcel', sentence);
}
