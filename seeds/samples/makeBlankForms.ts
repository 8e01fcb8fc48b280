import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import excel from 'exceljs';
import JSZip from 'jszip';

// Two blank forms as superiors send them, invented: a monthly workbook with merged heads, a document with two tables.
// `node seeds/samples/makeBlankForms.ts` writes them anew.
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const made = new Date('2026-01-05T01:00:00Z');

const classes = [
  '婚姻家庭',
  '邻里',
  '房屋宅基地',
  '合同',
  '损害赔偿',
  '拖欠农民工工资',
  '其他劳动争议',
  '物业',
  '其他',
];
const thin = { style: 'thin' } as const;
const box = { top: thin, left: thin, bottom: thin, right: thin };
const middle = { vertical: 'middle', horizontal: 'center', wrapText: true } as const;

function heads(sheet: excel.Worksheet): void {
  const title = sheet.getCell('A1');
  title.value = '矛盾纠纷排查化解情况月报表（演示空表）';
  title.font = { name: '宋体', size: 18, bold: true };
  title.alignment = middle;
  sheet.mergeCells('A1:H1');
  sheet.getRow(1).height = 34;
  sheet.getCell('A2').value = '填报单位：                    统计期间：              填报日期：';
  sheet.mergeCells('A2:H2');
  for (const [range, text] of [
    ['A3:A4', '纠纷类别'],
    ['B3:C3', '受理（件）'],
    ['D3:E3', '调解成功（件）'],
    ['F3:F4', '调解成功率（%）'],
    ['G3:G4', '协议涉及金额（万元）'],
    ['H3:H4', '其中：参加法治宣传（场次）'],
  ] as const) {
    sheet.mergeCells(range);
    sheet.getCell(range.split(':')[0] ?? '').value = text;
  }
  for (const [ref, text] of [
    ['B4', '本月'],
    ['C4', '本年累计'],
    ['D4', '本月'],
    ['E4', '本年累计'],
  ] as const)
    sheet.getCell(ref).value = text;
}

async function monthly(): Promise<void> {
  const book = new excel.Workbook();
  book.created = made;
  book.modified = made;
  const sheet = book.addWorksheet('月报', { pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true } });
  sheet.columns = [20, 9, 11, 9, 11, 13, 16, 16].map((width) => ({ width }));
  heads(sheet);
  const first = 5;
  classes.forEach((name, index) => {
    sheet.getCell(first + index, 1).value = `${index + 1}. ${name}`;
  });
  const last = first + classes.length - 1;
  sheet.getCell(last + 1, 1).value = '合计';
  for (const column of ['B', 'C', 'D', 'E', 'G'])
    sheet.getCell(`${column}${last + 1}`).value = { formula: `SUM(${column}${first}:${column}${last})` };
  sheet.getCell(`F${last + 1}`).value = { formula: `IF(B${last + 1}=0,"",ROUND(D${last + 1}/B${last + 1}*100,1))` };
  for (let row = 3; row <= last + 1; row += 1)
    for (let column = 1; column <= 8; column += 1) {
      const cell = sheet.getCell(row, column);
      cell.border = box;
      cell.alignment = column === 1 && row > 4 ? { vertical: 'middle' } : middle;
      cell.font = { name: '宋体', size: 11, bold: row < 5 };
      if (column === 7 && row > 4) cell.numFmt = '0.00';
    }
  sheet.getCell(`A${last + 2}`).value = '负责人：              填表人：              联系电话：';
  sheet.mergeCells(`A${last + 2}:H${last + 2}`);
  sheet.headerFooter.oddFooter = '第 &P 页';
  await book.xlsx.writeFile(here('superior-monthly.xlsx'));
}

const run = (text: string, bold = false): string =>
  text === ''
    ? ''
    : `<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/>${bold ? '<w:b/>' : ''}<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, bold = false, center = false): string =>
  `<w:p><w:pPr>${center ? '<w:jc w:val="center"/>' : ''}<w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="28"/></w:rPr></w:pPr>${run(text, bold)}</w:p>`;
type Part = { text: string; span?: number; down?: 'begins' | 'goesOn' };
const cell = ({ text, span = 1, down }: Part): string => {
  const merge = down === undefined ? '' : `<w:vMerge${down === 'begins' ? ' w:val="restart"' : ''}/>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${1500 * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}</w:tcPr>${paragraph(text)}</w:tc>`;
};
const table = (columns: number, rows: readonly (readonly Part[])[]): string => {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = edges.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');
  const grid = '<w:gridCol w:w="1500"/>'.repeat(columns);
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows
    .map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`)
    .join('')}</w:tbl>`;
};
const plain = (...texts: string[]): Part[] => texts.map((text) => ({ text }));

const body = [
  paragraph('人民调解工作情况报告表（演示空表）', true, true),
  paragraph('填报单位：＿＿＿＿　　统计期间：＿＿＿＿'.replaceAll('＿', '_')),
  table(4, [
    [{ text: '案件来源', down: 'begins' }, ...plain('项目', '受理（件）', '调解成功（件）')],
    [{ text: '', down: 'goesOn' }, ...plain('主动调解', '', '')],
    [{ text: '', down: 'goesOn' }, ...plain('申请调解', '', '')],
    [{ text: '', down: 'goesOn' }, ...plain('接受委托移送调解', '', '')],
  ]),
  paragraph(''),
  table(4, [
    [{ text: '防止激化', span: 2 }, ...plain('本期', '上年同期')],
    [{ text: '防止民间纠纷转化为刑事案件', down: 'begins' }, ...plain('件数', '', '')],
    [{ text: '', down: 'goesOn' }, ...plain('人数', '', '')],
    [{ text: '防止群体性上访', down: 'begins' }, ...plain('件数', '', '')],
    [{ text: '', down: 'goesOn' }, ...plain('人数', '', '')],
    [{ text: '群众接待（人次）', span: 2 }, ...plain('', '')],
    [{ text: '调解员补贴发放（元）', span: 2 }, ...plain('', '')],
  ]),
  paragraph('填表人：　　　　　负责人：　　　　　填报日期：'),
].join('');

async function brief(): Promise<void> {
  const zip = new JSZip();
  const add = (path: string, text: string) =>
    zip.file(path, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`, { date: made });
  const office = 'http://schemas.openxmlformats.org';
  add(
    '[Content_Types].xml',
    `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  add(
    'word/document.xml',
    `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  );
  writeFileSync(here('superior-brief.docx'), await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
}

await monthly();
await brief();
