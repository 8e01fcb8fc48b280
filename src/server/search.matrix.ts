import type { Sight } from '../disputes/views.ts';
import { type EndpointRow, everyone } from '../people/endpoints.matrix.ts';

/**
 * access.md for search: by what a sight shows, and by nothing else. Written by hand; `finds` lists the sights that find the
 * dispute of the access matrix by what was typed.
 */
export const searches: readonly { typed: string; what: string; finds: readonly Sight[] }[] = [
  { typed: '郭秀兰', what: '当事人姓名', finds: ['full', 'superior', 'support'] },
  { typed: '郭', what: '姓', finds: ['full', 'superior', 'support'] },
  { typed: 'gxl', what: '姓名首字母', finds: ['full', 'superior', 'support'] },
  { typed: 'guoxiulan', what: '姓名全拼', finds: ['full', 'superior', 'support'] },
  { typed: '郭秀蘭', what: '繁体姓名', finds: ['full', 'superior', 'support'] },
  { typed: '三号楼 多收', what: '经过里的字和没写的字', finds: [] },
  { typed: '3号楼', what: '地址的一部分', finds: ['full', 'superior', 'support'] },
  { typed: '多收了', what: '经过里的字', finds: ['full', 'superior', 'support'] },
  { typed: '物业费', what: '一句话', finds: ['full', 'superior', 'support', 'ledger'] },
  { typed: 'wyfzy', what: '一句话的首字母', finds: ['full', 'superior', 'support', 'ledger'] },
  { typed: '迎泽街道', what: '地方', finds: ['full', 'superior', 'support', 'ledger', 'place'] },
  { typed: '物业 迎泽街道', what: '类别和地方', finds: ['full', 'superior', 'support', 'ledger', 'place'] },
  { typed: ':code', what: '编号', finds: ['full', 'superior', 'support', 'former', 'ledger', 'place'] },
  { typed: ':serial', what: '编号中间几位', finds: ['full', 'superior', 'support', 'former', 'ledger', 'place'] },
  { typed: ':spoken', what: '念出来的编号', finds: ['full', 'superior', 'support', 'former', 'ledger', 'place'] },
  { typed: '1234', what: '电话后四位', finds: ['full'] },
  { typed: '002x', what: '证件后四位', finds: ['full'] },
];

/** Who may ask at all: everybody in office; the three administrators find no matters. */
export const searchEndpoints: readonly EndpointRow[] = [
  ['GET /api/search?text=%E6%BC%8F%E6%B0%B4', everyone(200)],
  ['GET /api/search/matters?text=%E6%BC%8F%E6%B0%B4', everyone(200)],
];
