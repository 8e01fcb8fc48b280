import { expect, test } from 'vitest';
import { mayEnter } from '../../../people/doors.ts';
import { roles } from '../../../platform/actor.ts';
import { homeOf, jobsOf, moreJobsOf } from './jobs.ts';

const counterOf = '排队叫号 预约 接待登记簿 网格上报 通知当事人';
const all = '在驻 值班 订房约人 调解会 我的一周 移交 常用语 调解组织';
const rules = '督办单 机构 规则 法律的话 日历';
const keepers = '督办单 机构 规则 法律的话 文书样式 日历';
const end = '导出与打印 请假代班';

/** By hand: what a post finds in its bar, and under 更多. */
const menu: Readonly<Record<string, readonly [bar: string, more: string]>> = {
  receptionist: [
    '接待 待办 台账 通知',
    `统计 口径 上级的表 ${all} 扫描件归位 履行 四维清单 ${counterOf} ${rules} 停机备用 ${end}`,
  ],
  dispatcher: [
    '待办 裁定 接待 台账 通知',
    `统计 口径 上级的表 ${all} 扫描件归位 履行 四维清单 可能重复 导入旧台账 ${counterOf} 督办 ${keepers} 停机备用 ${end}`,
  ],
  referee: ['待办 裁定 台账 通知', `口径 ${all} 四维清单 ${rules} ${end}`],
  approver: ['待办 台账 通知', `口径 ${all} 四维清单 ${rules} ${end}`],
  centerLeader: [
    '晨报 待办 督办 台账 接待 通知',
    `统计 口径 上级的表 ${all} 扫描件归位 履行 四维清单 可能重复 导入旧台账 ${counterOf} 裁定 ${keepers} 停机备用 导出与打印 大厅设备 请假代班 填表负担`,
  ],
  closer: ['待办 台账 通知', `口径 ${all} 履行 四维清单 ${keepers} ${end}`],
  supervisor: ['督办 台账 待办 通知', `统计 口径 上级的表 ${all} 四维清单 接待登记簿 裁定 ${rules} ${end} 填表负担`],
  informationOfficer: ['网格上报 待办 台账 通知', `口径 ${all} ${rules} ${end}`],
  gridWorker: ['网格上报 待办 台账 通知', `口径 ${all} ${rules} ${end}`],
  communityOfficer: ['网格上报 待办 台账 通知', `口径 ${all} ${rules} ${end}`],
  unitHead: ['待办 台账 通知', `统计 口径 ${all} 扫描件归位 履行 督办 裁定 ${rules} ${end} 填表负担`],
  handler: ['待办 台账 通知', `口径 ${all} 扫描件归位 履行 ${rules} ${end}`],
  mediator: ['待办 台账 通知', `口径 ${all} 扫描件归位 履行 ${rules} ${end}`],
  courtClerk: ['待办 台账 通知', `口径 ${all} ${rules} ${end}`],
  arbitrator: ['待办 台账 通知', `口径 ${all} ${rules} ${end}`],
  reconsiderationOfficer: ['待办 台账 通知', `口径 ${all} ${rules} ${end}`],
  notary: ['待办 台账 通知', `口径 ${all} ${rules} ${end}`],
  legalAidOfficer: ['待办 台账 通知', `口径 ${all} ${rules} ${end}`],
  politicalLegalMember: [
    '晨报 督办 台账 待办 通知',
    `统计 口径 ${all} 四维清单 接待登记簿 裁定 ${rules} ${end} 填表负担`,
  ],
  systemAdmin: ['运行 人员 机构 规则 日历', '撤并 法律的话 大厅设备 请假代班'],
  securityAdmin: ['人员 登录', '请假代班'],
  auditAdmin: ['操作记录', '请假代班'],
};

test.each(roles)('%s 的菜单：日常的在上面，别的在「更多」里，各按一天的次序', (role) => {
  const words = (jobs: readonly { zh: string }[]) => jobs.map(({ zh }) => zh).join(' ');
  expect([words(jobsOf(role)), words(moreJobsOf(role))]).toEqual(menu[role]);
  expect(homeOf(role)).toBe(jobsOf(role)[0]?.to);
});

test('没有一个岗位的菜单通向不让它进的门', () => {
  for (const role of roles)
    expect([role, jobsOf(role).filter(({ door }) => !mayEnter(door, role))]).toEqual([role, []]);
});
