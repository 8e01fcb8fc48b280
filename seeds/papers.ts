import sharp from 'sharp';
import { chanceOf } from './chance.ts';

/** A picture of nothing in particular: a wall with a stain, for everything that would be a photo. */
export function photo(key: string): Promise<Buffer> {
  const chance = chanceOf(`photo ${key}`);
  const stains = Array.from({ length: 5 }, () => {
    const [x, y, r] = [chance.between(80, 560), chance.between(60, 320), chance.between(30, 110)];
    return `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${Math.round(r * 0.6)}" fill="#8a7350" opacity="0.35"/>`;
  });
  const wall = chance.pick(['#e8e2d4', '#dfe3e4', '#ece7df', '#d9d4c8']);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420">
    <rect width="640" height="420" fill="${wall}"/><rect y="360" width="640" height="60" fill="#a89a82"/>
    <path d="M0 ${chance.between(20, 60)} H640" stroke="#b8b0a0" stroke-width="3"/>${stains.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** The smallest PDF that readers open: one A5 page that says what it is. */
export function document(title: string): Buffer {
  const stream = `BT /F1 16 Tf 48 520 Td (${title}) Tj 0 -28 Td (Demonstration copy. Nothing here is real.) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(`${text}${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}

export type PaperKind = 'photo' | 'document';
export type Paper = { readonly name: string; readonly kind: PaperKind };

export async function bytesOf(paper: Paper, key: string): Promise<{ name: string; bytes: Buffer }> {
  if (paper.kind === 'photo') return { name: `${paper.name}.png`, bytes: await photo(`${key} ${paper.name}`) };
  return { name: `${paper.name}.pdf`, bytes: document(`Fengqiao demo ${key}`) };
}

const byCategory: Readonly<Record<string, readonly Paper[]>> = {
  '04': [
    { name: '合同复印件', kind: 'document' },
    { name: '转账记录截图', kind: 'photo' },
  ],
  '10': [
    { name: '工资表', kind: 'document' },
    { name: '考勤本照片', kind: 'photo' },
  ],
  '11': [
    { name: '打卡记录', kind: 'photo' },
    { name: '劳动合同复印件', kind: 'document' },
  ],
  '15': [
    { name: '病历复印件', kind: 'document' },
    { name: '缴费票据照片', kind: 'photo' },
  ],
  '16': [
    { name: '事故认定书', kind: 'document' },
    { name: '现场照片', kind: 'photo' },
  ],
};
const usual: readonly Paper[] = [
  { name: '现场照片', kind: 'photo' },
  { name: '情况说明', kind: 'document' },
];

export const papersFor = (category: string): readonly Paper[] => byCategory[category] ?? usual;
