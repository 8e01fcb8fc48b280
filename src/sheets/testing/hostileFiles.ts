import { bombOf, type Packed, zipOf } from './zipOf.ts';

/** How a file comes in: as a roster or calendar, as an old ledger, as a superior's blank workbook or document. */
export type Door = 'sheet' | 'ledger' | 'form' | 'document';
export type Hostile = { name: string; doors: readonly Door[]; bytes: () => Buffer; sentence: RegExp };

const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relationship = (id: string, what: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${what}" Target="${target}"/>`;
const relations = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** A workbook of one sheet; what is named here stands instead of the plain part, or beside it. */
const book = (parts: Readonly<Record<string, Partial<Packed>>>): Buffer => {
  const plain: Record<string, Partial<Packed>> = {
    '[Content_Types].xml': {
      text: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    '_rels/.rels': { text: relations(relationship('rId1', 'officeDocument', 'xl/workbook.xml')) },
    'xl/workbook.xml': {
      text: `<workbook ${S} ${R}><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    'xl/_rels/workbook.xml.rels': {
      text: relations(
        relationship('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          relationship('rId2', 'sharedStrings', 'sharedStrings.xml'),
      ),
    },
    'xl/worksheets/sheet1.xml': { text: sheet(rows) },
  };
  return zipOf(Object.entries({ ...plain, ...parts }).map(([name, part]) => ({ name, ...part })));
};

const cells = (row: number, texts: readonly string[]) =>
  `<row r="${row}">${texts.map((text, at) => `<c r="${'ABCDEFG'[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const titles = ['名称', '登记日期', '申请人', '类别', '简要案情'];
const rows = cells(1, titles) + cells(2, ['甲', '2025-03-01', '测一', '邻里', '楼上漏水']);
const sheet = (inside: string, before = '', after = '') =>
  `<worksheet ${S}>${before}<sheetData>${inside}</sheetData>${after}</worksheet>`;
const sheetBook = (text: string) => book({ 'xl/worksheets/sheet1.xml': { text } });
/** A table whose rows go wrong below the first. */
const below = (inside: string) => sheetBook(sheet(rows + inside));

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const word = (inside: string, before = '') => {
  const text = `${before}<w:document ${W}><w:body>${inside}</w:body></w:document>`;
  return zipOf([
    { name: '[Content_Types].xml', text: '<Types/>' },
    { name: 'word/document.xml', text },
  ]);
};
const table = (cell: string) => `<w:tbl><w:tr>${cell}</w:tr></w:tbl>`;
const tc = (properties: string, text = '甲') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

const bomb = (mebibytes: number) => bombOf(`<sst ${S}><si><t>`, 'a', mebibytes, '</t></si></sst>');
const laughs =
  '<!DOCTYPE lolz [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const books: readonly Door[] = ['sheet', 'ledger', 'form'];
const every: readonly Door[] = [...books, 'document'];
const broken = /打不开|没有传完整/;
const tooBig = /展开后太大/;
const tooLong = /一格.*超过|行.*超过|太长/;

const inWorkbooks: readonly Hostile[] = [
  {
    name: 'one merged cell over a whole sheet',
    doors: ['form'],
    bytes: () => sheetBook(sheet(rows, '', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    sentence: /太大|合并/,
  },
  {
    name: 'a hundred thousand merged cells one over the other',
    doors: books,
    bytes: () =>
      sheetBook(sheet(rows, '', `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_001)}</mergeCells>`)),
    sentence: /合并/,
  },
  {
    name: 'a column a thousand million wide',
    doors: ['form'],
    bytes: () => sheetBook(sheet(rows, '<cols><col min="1" max="1000000000" width="9"/></cols>')),
    sentence: /列.*太/,
  },
  {
    name: 'texts that declare a kilobyte and hold 1.5 gigabytes',
    doors: books,
    bytes: () => book({ 'xl/sharedStrings.xml': { deflated: bomb(1500), says: { size: 1024 } } }),
    sentence: tooBig,
  },
  {
    name: 'texts that honestly say 1.5 gigabytes',
    doors: books,
    bytes: () => book({ 'xl/sharedStrings.xml': { deflated: bomb(1500), says: { size: 1500 * 1024 * 1024 } } }),
    sentence: tooBig,
  },
  {
    name: 'a sheet of two gigabytes of blanks',
    doors: books,
    bytes: () =>
      book({
        'xl/worksheets/sheet1.xml': {
          deflated: bombOf(`<worksheet ${S}><sheetData>`, ' ', 2000, '</sheetData></worksheet>'),
          says: { size: 1024 },
        },
      }),
    sentence: tooBig,
  },
  {
    name: 'another part of the archive, of two gigabytes, that nobody asked for',
    doors: ['form'],
    bytes: () => book({ 'xl/media/image1.xml': { deflated: bombOf('<a>', 'a', 2000, '</a>'), says: { size: 9 } } }),
    sentence: tooBig,
  },
  {
    name: 'cells that never close',
    doors: books,
    bytes: () => below(`<row r="3">${'<c>'.repeat(400_000)}`),
    sentence: broken,
  },
  {
    name: 'texts of cells that never close',
    doors: books,
    bytes: () => below(`<row r="3"><c t="inlineStr"><is>${'<t>'.repeat(400_000)}`),
    sentence: broken,
  },
  {
    name: 'shared texts that never close',
    doors: books,
    bytes: () => book({ 'xl/sharedStrings.xml': { text: `<sst ${S}>${'<si>a'.repeat(400_000)}` } }),
    sentence: broken,
  },
  {
    name: 'rows that never close, each with cells that do',
    doors: books,
    bytes: () => below('<row><c r="A1"><v>1</v></c>'.repeat(200_000)),
    sentence: broken,
  },
  {
    name: 'an opening mark a hundred thousand times',
    doors: books,
    bytes: () => below(`<row r="3">${'<c '.repeat(1_000_000)}`),
    sentence: /打不开|太大/,
  },
  {
    name: 'an attribute of twenty million letters',
    doors: books,
    bytes: () => below(`<row r="3" x="${'a'.repeat(20_000_000)}"/>`),
    sentence: /打不开|太大/,
  },
  {
    name: 'a cell of ten million letters',
    doors: books,
    bytes: () => below(`<row r="3"><c r="A3" t="inlineStr"><is><t>${'长'.repeat(10_000_000)}</t></is></c></row>`),
    sentence: /一格.*超过|打不开|太大/,
  },
  {
    name: 'one shared text of thirty thousand letters in each of a million cells',
    doors: books,
    bytes: () => {
      const wide = Array.from({ length: 190 }, () => '<c t="s"><v>0</v></c>').join('');
      const long = '长'.repeat(30_000);
      return book({
        'xl/sharedStrings.xml': { text: `<sst ${S}><si><t>${long}</t></si></sst>` },
        'xl/worksheets/sheet1.xml': { text: sheet(rows + `<row>${wide}</row>`.repeat(5_000)) },
      });
    },
    sentence: /超过|太大/,
  },
  {
    name: 'elements a hundred thousand deep',
    doors: books,
    bytes: () => below(`<row r="3">${'<x>'.repeat(100_000)}${'</x>'.repeat(100_000)}</row>`),
    sentence: broken,
  },
  {
    name: 'entities that laugh a billion times',
    doors: books,
    bytes: () => sheetBook(laughs + sheet(cells(1, titles) + cells(2, ['&c;', '&c;']))),
    sentence: broken,
  },
  {
    name: 'more rows than a sheet has',
    doors: books,
    bytes: () => below('<row><c><v>1</v></c></row>'.repeat(1_100_000)),
    sentence: /超过.*行|太大/,
  },
  {
    name: 'a million numbered rows, no two alike',
    doors: ['sheet', 'form'],
    bytes: () =>
      below(
        Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 3}"><c r="A${n + 3}"><v>${n}</v></c></row>`).join(
          '',
        ),
      ),
    sentence: /超过.*行|太大/,
  },
  {
    name: 'a shared text of thirty thousand letters, named by numbered cells',
    doors: books,
    bytes: () => {
      const cell = (row: number) => (column: string, at: number) =>
        `<c r="${column}${row}" s="${(row * at) % 89}" t="s"><v>0</v></c>`;
      const row = (n: number) => `<row r="${n}">${['A', 'B', 'C', 'D', 'E'].map(cell(n)).join('')}</row>`;
      return book({
        'xl/sharedStrings.xml': { text: `<sst ${S}><si><t>${'长'.repeat(30_000)}</t></si></sst>` },
        'xl/worksheets/sheet1.xml': {
          text: sheet(rows + Array.from({ length: 20_000 }, (_, n) => row(n + 3)).join('')),
        },
      });
    },
    sentence: /第3行超过|太大/,
  },
  {
    name: 'rows numbered backwards, beyond the end and not at all',
    doors: books,
    bytes: () => below('<row r="99999999999"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row><row r="-1"/>'),
    sentence: broken,
  },
];

const inArchives: readonly Hostile[] = [
  {
    name: 'a hundred thousand entries',
    doors: every,
    bytes: () => zipOf(Array.from({ length: 100_000 }, (_, n) => ({ name: `xl/${n}.xml` }))),
    sentence: broken,
  },
  {
    name: 'entries that all lie in one place',
    doors: every,
    bytes: () =>
      zipOf(
        ['xl/workbook.xml', 'word/document.xml', 'xl/a.xml', 'xl/b.xml'].map((name) => ({
          name,
          text: '<a/>',
          says: { at: 0 },
        })),
      ),
    sentence: broken,
  },
  {
    name: 'names that climb out of the archive',
    doors: every,
    bytes: () =>
      zipOf([
        { name: '../../etc/passwd', text: 'x' },
        { name: 'xl/workbook.xml', text: '<workbook/>' },
      ]),
    sentence: broken,
  },
  {
    name: 'a list that points beyond the end',
    doors: every,
    bytes: () => zipOf([{ name: 'xl/workbook.xml', text: '<a/>', says: { at: 4_000_000_000 } }]),
    sentence: broken,
  },
  {
    name: 'an archive that was cut off',
    doors: every,
    bytes: () => book({}).subarray(0, 400),
    sentence: broken,
  },
  {
    name: 'an archive with a password',
    doors: every,
    bytes: () =>
      zipOf(['xl/workbook.xml', 'word/document.xml'].map((name) => ({ name, text: 'x', says: { flags: 1 } }))),
    sentence: /密码/,
  },
  {
    name: 'a packing that nobody knows',
    doors: every,
    bytes: () =>
      zipOf(['xl/workbook.xml', 'word/document.xml'].map((name) => ({ name, text: 'x', says: { method: 99 } }))),
    sentence: broken,
  },
  {
    name: 'bytes that do not inflate',
    doors: every,
    bytes: () =>
      zipOf(
        ['xl/workbook.xml', 'word/document.xml'].map((name) => ({
          name,
          deflated: Buffer.alloc(500, 0xee),
          says: { size: 9 },
        })),
      ),
    sentence: /打不开|这是 Word 文件/,
  },
  {
    name: 'the first four bytes and nothing more',
    doors: every,
    bytes: () => Buffer.from('PK\x03\x04'),
    sentence: broken,
  },
];

const inTexts: readonly Hostile[] = [
  {
    name: 'a text of one endless line',
    doors: ['sheet', 'ledger'],
    bytes: () => Buffer.from(`名称,类别\n${'甲,'.repeat(4_000_000)}`),
    sentence: tooLong,
  },
  {
    name: 'a quotation that never ends',
    doors: ['sheet', 'ledger'],
    bytes: () => Buffer.from(`名称,类别\n"${'甲\n'.repeat(4_000_000)}`),
    sentence: tooLong,
  },
  {
    name: 'a first line of quotation marks',
    doors: ['sheet', 'ledger'],
    bytes: () => Buffer.from('"'.repeat(6_000_001)),
    sentence: tooLong,
  },
  {
    name: 'two bytes a letter, and one too many',
    doors: ['sheet', 'ledger'],
    bytes: () => Buffer.concat([Buffer.from('\uFEFF甲,乙\n', 'utf16le'), Buffer.alloc(6_000_001, 0x61)]),
    sentence: tooLong,
  },
  {
    name: 'an old .xls of twenty megabytes of nothing',
    doors: books,
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(19_000_000)]),
    sentence: /老格式/,
  },
];

const inDocuments: readonly Hostile[] = [
  {
    name: 'a cell ten million columns wide',
    doors: ['document'],
    bytes: () => word(table(tc('<w:gridSpan w:val="10000000"/>'))),
    sentence: /太大|列/,
  },
  {
    name: 'a table that begins ten million columns in',
    doors: ['document'],
    bytes: () => word(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="10000000"/></w:trPr>${tc('')}</w:tr></w:tbl>`),
    sentence: /太大|列/,
  },
  {
    name: 'cells merged downwards for ten thousand rows',
    doors: ['document'],
    bytes: () =>
      word(
        `<w:tbl>${`<w:tr>${Array.from({ length: 20 }, () => tc('<w:vMerge w:val="restart"/>')).join('')}</w:tr>`.repeat(10_000)}</w:tbl>`,
      ),
    sentence: /太大|行/,
  },
  {
    name: 'a document of two gigabytes that declares nine bytes',
    doors: ['document'],
    bytes: () =>
      zipOf([
        {
          name: 'word/document.xml',
          deflated: bombOf(
            `<w:document ${W}><w:body><w:p><w:r><w:t>`,
            'a',
            2000,
            '</w:t></w:r></w:p></w:body></w:document>',
          ),
          says: { size: 9 },
        },
      ]),
    sentence: tooBig,
  },
  {
    name: 'tables within tables, a hundred thousand deep',
    doors: ['document'],
    bytes: () => word('<w:tbl><w:tr><w:tc>'.repeat(30_000)),
    sentence: broken,
  },
  {
    name: 'paragraphs that never close',
    doors: ['document'],
    bytes: () => word('<w:p>'.repeat(400_000)),
    sentence: broken,
  },
  {
    name: 'entities that laugh a billion times, in a document',
    doors: ['document'],
    bytes: () => word(table(tc('', '&c;')), laughs),
    sentence: broken,
  },
  {
    name: 'a cell of five million letters in a document',
    doors: ['document'],
    bytes: () => word(table(tc('', '长'.repeat(5_000_000)))),
    sentence: /太大|太长|打不开|超过/,
  },
];

/** Files that were made to harm, each built here; and what is said about them. */
export const hostileFiles: readonly Hostile[] = [...inWorkbooks, ...inArchives, ...inTexts, ...inDocuments];
