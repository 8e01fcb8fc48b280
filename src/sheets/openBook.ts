import excel from 'exceljs';
import { refuse } from '../platform/refusal.ts';
import { Broken, brokenBook, MOST_INFLATED_SMALL, MOST_ROWS_OF_EXCEL, tooBig, tooManyMerges } from './bookSentences.ts';
import type { RawCell } from './cellIn.ts';
import { refuseArchive, refuseOther } from './otherFormats.ts';
import { type Attributes, readXml, type XmlReader } from './readXml.ts';
import { columnOf, rowOf } from './references.ts';
import { isZip, openZip, type ZipEntry, type ZipFile } from './zipFile.ts';

const MOST_COLUMNS_OF_EXCEL = 16_384;
/** exceljs walks through each cell under a merged one. */
const MOST_MERGED_CELLS = 200_000;
/** What a form is not read for, and what exceljs takes apart cell by cell. */
const ignoreNodes = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'hyperlinks',
  'drawing',
  'tableParts',
  'picture',
];

function areaOf(ref = ''): number {
  const [from = '', to = from] = ref.split(':');
  const area = (columnOf(to) - columnOf(from) + 1) * (rowOf(to) - rowOf(from) + 1);
  if (!Number.isFinite(area) || area < 1) throw new Broken(`merged over ${ref}`);
  return area;
}

/** What a sheet says of its size, before exceljs believes it. */
function sizeReader(): XmlReader {
  let merged = 0;
  const looks: Readonly<Record<string, (its: Attributes) => void>> = {
    mergeCell(its) {
      merged += areaOf(its.ref);
      if (merged > MOST_MERGED_CELLS) tooManyMerges();
    },
    col({ min, max }) {
      if (!(Number(min) >= 1 && Number(max) <= MOST_COLUMNS_OF_EXCEL))
        refuse('invalid', 'sheetTooWide', '这个文件里的列太多，Excel 也放不下。在 Excel 里打开，另存一份再传。');
    },
    c({ r }) {
      if (r !== undefined && (columnOf(r) >= MOST_COLUMNS_OF_EXCEL || rowOf(r) > MOST_ROWS_OF_EXCEL))
        throw new Broken(`a cell at ${r}`);
    },
    row({ r }) {
      if (r !== undefined && !(Number(r) >= 1 && Number(r) <= MOST_ROWS_OF_EXCEL)) throw new Broken(`row ${r}`);
    },
  };
  return { open: (name, its) => looks[name]?.(its), close() {} };
}

/** Inflates each part once and reads what is XML, so that exceljs is given nothing that grows in its hands. */
async function survey(zip: ZipFile): Promise<void> {
  let inflated = 0;
  const counted = async function* (entry: ZipEntry) {
    for await (const part of zip.stream(entry)) {
      inflated += part.length;
      if (inflated > MOST_INFLATED_SMALL) tooBig();
      yield part;
    }
  };
  for (const entry of zip.entries)
    if (/\.(xml|rels)$/.test(entry.name)) await readXml(counted(entry), sizeReader());
    else for await (const _ of counted(entry));
}

/** A blank form, with all that it looks like. Tables are read by `openedBook`, which holds one row at a time. */
export async function openBook(file: Buffer): Promise<excel.Workbook> {
  refuseOther(file);
  if (!isZip(file)) refuse('invalid', 'sheetNotExcel', '这不是能读的 Excel 文件（.xlsx）。');
  const zip = await openZip(file, MOST_INFLATED_SMALL);
  refuseArchive(zip.entries.map(({ name }) => name));
  await survey(zip);
  const book = new excel.Workbook();
  try {
    // exceljs names a Buffer type of its own, older than Node's.
    await book.xlsx.load(file as unknown as Parameters<typeof book.xlsx.load>[0], { ignoreNodes });
  } catch {
    throw brokenBook();
  }
  return book;
}

export type CellRead = { raw: RawCell } | { error: string };

/** What a person sees in the cell: a formula's last result, a link's text, rich text without its looks. */
export function seen(value: excel.CellValue): CellRead {
  if (value === null || value === undefined) return { raw: null };
  if (typeof value !== 'object' || value instanceof Date) return { raw: value };
  if ('error' in value) return { error: `单元格里是错误 ${value.error}` };
  if ('richText' in value) return { raw: value.richText.map(({ text }) => text).join('') };
  if ('hyperlink' in value) return seen(value.text as excel.CellValue);
  if (value.result === undefined) return { error: '公式还没有结果；在 Excel 里打开，保存一次再传' };
  return seen(value.result);
}
