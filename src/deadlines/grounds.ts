import type { Ground } from './clockRule.ts';

/** What people call each ground, on the chip, the page, the resident's page and paper alike. */
export const groundWords: Readonly<Record<Ground, string>> = {
  material: '等补材料',
  appraisal: '等鉴定',
  court: '等法院',
  otherUnit: '等别的单位',
  partyAbsent: '联系不上当事人',
  forceMajeure: '不可抗力',
  otherObstacle: '其他障碍',
  incapable: '没有法定代理人',
  hearing: '听证',
  agreement: '双方同意调解、和解',
};
