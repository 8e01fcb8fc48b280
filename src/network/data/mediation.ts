import type { UnitRow } from '../network.ts';
import { initialsOf } from './initials.ts';
import { knownRegion } from './regions.ts';

/** Fields of trade in which professional mediation committees are usually founded; the count per county is stated. */
const FIELDS: readonly (readonly [id: string, name: string])[] = [
  ['medical', '医疗纠纷'],
  ['traffic', '道路交通事故纠纷'],
  ['property', '物业纠纷'],
  ['labor', '劳动争议'],
  ['family', '婚姻家庭纠纷'],
  ['consumer', '消费纠纷'],
  ['construction', '建设工程纠纷'],
  ['finance', '金融纠纷'],
  ['school', '校园纠纷'],
  ['intellectual', '知识产权纠纷'],
  ['environment', '环境污染纠纷'],
  ['commerce', '商会商事纠纷'],
  ['tourism', '旅游纠纷'],
  ['ecommerce', '电子商务纠纷'],
];

function bodiesOf(countyCode: string, count: number): UnitRow[] {
  const county = knownRegion(countyCode);
  return FIELDS.slice(0, count).map(([id, field]) => ({
    id: `${countyCode}-mediation-${id}`,
    countyCode,
    regionCode: countyCode,
    level: 'county',
    kind: 'industryMediation',
    name: `太原市${county.name}${field}人民调解委员会`,
    short: `${county.short}${field.replace(/纠纷|争议/, '')}调委会`,
    initials: initialsOf(`${county.short}${field.replace(/纠纷|争议/, '')}调委会`),
    assumed: true,
    note: '数量出自公开报道，名称为通用占位，待客户提供名单',
  }));
}

/** Yingze has 14 professional mediation bodies, Jinyuan 9; nothing is published about the other counties. */
export const industryMediation: readonly UnitRow[] = [...bodiesOf('140106', 14), ...bodiesOf('140110', 9)];
