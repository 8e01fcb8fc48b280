import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { cell, head, paper, paragraph, type TemplateBlock, table } from './paper.ts';
import { paperDocx } from './paperDocx.ts';
import { readTemplateApart } from './templateApart.ts';
import { frame } from './testing/pages.ts';
import { joinFields } from './wordLine.ts';

const word = { ...frame, qrText: 'https://example.test/c/p/0' };
const template: TemplateBlock[] = [
  paragraph('title', '迎泽区人民调解申请书'),
  paragraph('heading', '申请人'),
  paragraph('plain', '**姓名**：{申请人.姓名}　性别：{申请人.性别}'),
  table(
    [1, 2, 1, 2],
    [
      [head('事由'), cell('{事由}', { span: 3 })],
      [head('住址', { rowSpan: 2 }), cell('{住址}'), head('电话'), cell('{电话}')],
      [cell('第二行\n又一行', { span: 3 })],
    ],
  ),
  paragraph('body', '已告知相关规定，自愿申请。'),
  { kind: 'ruled', lines: 3 },
  { kind: 'break' },
  paragraph('center', '居中的一行'),
  paragraph('right', '{日期}'),
  paragraph('small', '一份留存，一份交当事人。'),
  paragraph('plain', '{签名.申请人}'),
];

/** Widths are shares of the sheet. */
const shares = (blocks: readonly TemplateBlock[]) =>
  blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const sum = block.widths.reduce((all, width) => all + width, 0);
    return { ...block, widths: block.widths.map((width) => Math.round((100 * width) / sum)) };
  });

test('a form taken as a Word file and sent back unchanged is the same form', async () => {
  const file = await paperDocx(word, paper('申请书', template));
  const { blocks, left } = await readTemplateApart(file);
  expect(shares(blocks)).toEqual(shares(template));
  expect(left).toEqual([]);
});

/** As somebody changed it by hand: `body` between the marks of the document. */
async function wordOf(body: string): Promise<Buffer> {
  const zip = new JSZip();
  const open = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">';
  zip.file('word/document.xml', `<?xml version="1.0"?>${open}<w:body>${body}</w:body></w:document>`);
  return zip.generateAsync({ type: 'nodebuffer' });
}
const line = (...runs: string[]) => `<w:p>${runs.map((run) => `<w:r>${run}</w:r>`).join('')}</w:p>`;
const said = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;

test('a field that Word broke into pieces, bold or not, with wide braces, is one field again', async () => {
  const body = line(said('申请人：｛申请'), `<w:rPr><w:b/></w:rPr>${said('人.姓')}`, said('名｝。'));
  const { blocks } = await readTemplateApart(await wordOf(body));
  expect(blocks).toEqual([paragraph('plain', '申请人：{申请人.姓名}。')]);
  expect(
    joinFields([
      { text: '甲', bold: true, size: 0 },
      { text: '乙', bold: false, size: 0 },
    ]),
  ).toEqual([{ text: '甲', strong: true }, { text: '乙' }]);
});

test('what cannot be carried over is named, and its words are in no form; what stands in boxes is not read as a line', async () => {
  const body = [
    line(said('留下的字'), '<w:drawing/>'),
    `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r>${said('有自动编号')}</w:r></w:p>`,
    `<w:p><w:del><w:r>${said('删掉的')}</w:r></w:del><w:r><w:pict><w:txbxContent>${line(said('框里的'))}</w:txbxContent></w:pict></w:r></w:p>`,
    `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${line(said('格里的格'))}</w:tc></w:tr></w:tbl>${line(said('外面'))}</w:tc></w:tr></w:tbl>`,
  ].join('');
  const { blocks, left } = await readTemplateApart(await wordOf(body));
  const text = JSON.stringify(blocks);
  expect(text).toMatch(/留下的字.*有自动编号.*格里的格.*外面/);
  expect(text).not.toMatch(/删掉的|框里的/);
  expect(left.join('')).toMatch(/图片/);
  expect(left.join('')).toMatch(/自动编号/);
  expect(left.join('')).toMatch(/修订/);
  expect(left.join('')).toMatch(/文本框/);
  expect(left.join('')).toMatch(/又套的表/);
});

test.each([
  ['no archive at all', Buffer.from('不是 Word 文件')],
  ['an archive without a document', new JSZip().file('a.txt', 'a')],
  ['a document with a document type', '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>'],
  ['a document of a million lines', line(said('一')).repeat(20_000)],
])('%s is a sentence at the file', async (_what, made) => {
  const file = Buffer.isBuffer(made)
    ? made
    : typeof made === 'string'
      ? await wordOf(made)
      : await made.generateAsync({ type: 'nodebuffer' });
  await expect(readTemplateApart(file)).rejects.toThrow(/在 Word 里打开，另存为/);
});
