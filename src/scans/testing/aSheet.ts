import { matterFrame } from '../../documents/matterFrame.ts';
import { type Printable, sheetFrame } from '../../documents/printable.ts';
import type { Sheet } from '../../platform/qr.ts';

export const secret = Buffer.from('a secret of the demonstration');

/** A paper of two sheets, as our press prints it. */
export function aSheet(
  paper: Omit<Sheet, 'page'>,
  qrSecret: Uint8Array = secret,
  text = '一页又一页。'.repeat(180),
): Printable {
  const house = {
    config: { publicUrl: 'https://fengqiao.example.cn' },
    secrets: { qrSecret },
    now: () => new Date('2026-09-29T02:12:00Z'),
  };
  const frame = matterFrame(house, { name: '贾敏' }, paper, { centerName: '太原市迎泽区综治中心', largePrint: false });
  return { template: 'documents/specimen.typ', data: { ...sheetFrame(frame), text, paper: 'a4' } };
}
