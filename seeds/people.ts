import { initialsOf } from '../src/network/data/initials.ts';
import type { Network } from '../src/network/lookup.ts';
import { demoPassword } from '../src/people/demoLogins.ts';
import { recordPost } from '../src/people/posts.sql.ts';
import type { PostRole } from '../src/people/roles.ts';
import { addUser, findUserByLogin } from '../src/people/users.sql.ts';
import { command, type Db, plainly } from '../src/platform/db.ts';
import { addDays, dayOf } from '../src/platform/now.ts';
import { hashPassword } from '../src/platform/passwords.ts';

type Post = readonly [role: PostRole, unitId: string, regionCode?: string];
type Person = readonly [login: string, name: string, ...posts: Post[]];

const yingze = '140106-center';
const street = '140106004-center';

// Invented people: a name that somebody bears is chance.
const yingzeCenters: readonly Person[] = [
  ['jiamin', '贾敏', ['receptionist', yingze]],
  ['hanxue', '韩雪', ['receptionist', yingze]],
  ['lina', '李娜', ['dispatcher', yingze]],
  ['gaolinfeng', '高林峰', ['referee', yingze]],
  ['zhouhuifang', '周慧芳', ['approver', yingze]],
  ['guozhiming', '郭志明', ['centerLeader', yingze]],
  ['wangfang', '王芳', ['closer', yingze]],
  ['zhangweimin', '张伟民', ['supervisor', yingze]],
  ['liangxiaodong', '梁晓东', ['handler', yingze]],
  ['zhaoli', '赵立', ['mediator', yingze]],
  ['yuexinlan', '岳欣兰', ['mediator', '140106-mediation-labor']],
  ['tuoba', '拓跋文', ['mediator', '140106-mediation-construction']],
  ['gengshulan', '耿淑兰', ['mediator', '140106-mediation-family']],
  ['shenjingyi', '沈静怡', ['mediator', '140106-mediation-property']],
  ['gaojianguo', '高建国', ['centerLeader', street]],
  ['renxiaomei', '任小梅', ['dispatcher', street], ['receptionist', street]],
  ['wuzhiqiang', '武志强', ['handler', street]],
  ['baijing', '白静', ['receptionist', street]],
  ['changyulan', '常玉兰', ['informationOfficer', street]],
  ['sunhaixia', '孙海霞', ['gridWorker', street, '140106004004']],
  ['madali', '马大力', ['mediator', street]],
  ['yanhongmei', '闫红梅', ['centerLeader', '140106001-center']],
  ['fanjie', '樊杰', ['handler', '140106001-center']],
  ['shibaolin', '史保林', ['centerLeader', '140106003-center']],
  ['weixin', '魏欣', ['handler', '140106003-center']],
  ['tianguiying', '田桂英', ['centerLeader', '140106005-center']],
  ['dupeng', '杜鹏', ['handler', '140106005-center'], ['handler', '140106006-center']],
  ['houyongqing', '侯永清', ['centerLeader', '140106006-center']],
  ['lvguosheng', '吕国胜', ['centerLeader', '140106100-center']],
  ['kangjing', '康静', ['handler', '140106100-center']],
];

const yingzeUnits: readonly Person[] = [
  ['mengfanhua', '孟繁华', ['politicalLegalMember', '140106-politicalLegal']],
  ['duanruifang', '段瑞芳', ['unitHead', '140106-humanResources']],
  ['niuxiaoyu', '牛晓宇', ['handler', '140106-humanResources']],
  ['xuehaiyan', '薛海燕', ['unitHead', '140106-laborArbitration']],
  ['pangbo', '庞博', ['handler', '140106-laborArbitration']],
  ['wenjuan', '温娟', ['arbitrator', '140106-laborArbitration']],
  ['mazhanshan', '马占山', ['unitHead', '140106-housing']],
  ['liuhaitao', '刘海涛', ['handler', '140106-housing']],
  ['sujing', '苏敬', ['unitHead', '140106-court']],
  ['baijie', '白洁', ['courtClerk', '140106-court']],
  ['hansuzhen', '韩素珍', ['unitHead', '140106-justice']],
  ['tianye', '田野', ['handler', '140106-justice']],
  ['zhenglihua', '郑丽华', ['reconsiderationOfficer', '140106-justice']],
  ['chaixiulian', '柴秀莲', ['legalAidOfficer', '140106-legalAid']],
  ['yaoxingwang', '姚兴旺', ['unitHead', '140106-naturalResources']],
  ['dongli', '董丽', ['handler', '140106-naturalResources']],
  ['luzhenhua', '路振华', ['unitHead', '140106-publicSecurity']],
  ['jiaotengfei', '焦腾飞', ['handler', '140106-publicSecurity']],
  ['quanwei', '全伟', ['communityOfficer', '140106-publicSecurity', '140106004']],
  ['tongxia', '佟霞', ['notary', '140106-notary']],
  ['qiaoguangming', '乔光明', ['unitHead', '140106-marketSupervision']],
  ['xingyan', '邢燕', ['handler', '140106-marketSupervision']],
  ['fuyonghong', '傅永红', ['unitHead', '140106-health']],
  ['pengzhe', '彭哲', ['handler', '140106-health']],
  ['guiwenqing', '桂文清', ['unitHead', '140106-ecology']],
  ['nielei', '聂磊', ['handler', '140106-ecology']],
  ['xiangling', '项玲', ['unitHead', '140106-cultureTourism']],
  ['zuofei', '左飞', ['handler', '140106-cultureTourism']],
  ['juncuilan', '隽翠兰', ['unitHead', '140106-womensFederation']],
  ['chuguoan', '储国安', ['unitHead', '140106-urbanManagement']],
];

const elsewhere: readonly Person[] = [
  ['liangwen', '梁文', ['centerLeader', '140100-center']],
  ['xieyumei', '谢玉梅', ['dispatcher', '140100-center']],
  ['shangjianjun', '尚建军', ['supervisor', '140100-center']],
  ['ruanqing', '阮清', ['handler', '140100-center']],
  ['qixiangdong', '齐向东', ['systemAdmin', '140100-center']],
  ['maolan', '毛岚', ['securityAdmin', '140100-center']],
  ['bianjing', '卞静', ['auditAdmin', '140100-center']],
  ['luoyan', '罗燕', ['receptionist', '140105-center']],
  ['heqiang', '贺强', ['dispatcher', '140105-center']],
  ['lubingqing', '陆冰清', ['centerLeader', '140105-center']],
  ['shenyue', '申悦', ['closer', '140105-center']],
  ['gonghao', '龚浩', ['supervisor', '140105-center']],
  ['xiasongtao', '夏松涛', ['handler', '140105-center']],
  ['qinfengying', '秦凤英', ['centerLeader', '140105001-center']],
  ['aihua', '艾华', ['handler', '140105001-center']],
  ['moguoliang', '莫国良', ['unitHead', '140105-housing']],
  ['jinxi', '靳曦', ['handler', '140105-housing']],
  ['shaohong', '邵红', ['unitHead', '140105-marketSupervision']],
  ['ouyangjun', '欧阳俊', ['handler', '140105-marketSupervision']],
  ['wanshufen', '万淑芬', ['unitHead', '140105-humanResources']],
  ['geyang', '葛扬', ['handler', '140105-humanResources']],
  ['yuwenbo', '于文博', ['receptionist', '140107-center']],
  ['taoran', '陶然', ['dispatcher', '140107-center']],
  ['jiangguilan', '姜桂兰', ['centerLeader', '140107-center']],
  ['caodan', '曹丹', ['closer', '140107-center']],
  ['fengyi', '冯毅', ['supervisor', '140107-center']],
  ['ningzhiyuan', '宁致远', ['handler', '140107-center']],
  ['qiaolaosan', '乔满堂', ['mediator', '140107-center']],
  ['baoyuzhen', '鲍玉珍', ['mediator', '140107004-mediation']],
  ['chengmo', '程墨', ['courtClerk', '140107-court']],
  ['sangyu', '桑榆', ['handler', '140107-procuratorate']],
  ['tugang', '屠刚', ['communityOfficer', '140107-publicSecurity', '140107004']],
  ['zangwenxin', '臧文心', ['legalAidOfficer', '140107-legalAid']],
  ['zhongmingli', '仲明礼', ['mediator', '140107004-center']],
  ['leiyulian', '雷玉莲', ['centerLeader', '140107004-center']],
  ['xiongwei', '熊伟', ['handler', '140107004-center']],
  ['hongbo', '洪波', ['unitHead', '140107-housing']],
  ['laixiaoqin', '赖晓琴', ['handler', '140107-housing']],
  ['panjianping', '潘建平', ['unitHead', '140107-laborArbitration']],
  ['yinlu', '尹璐', ['handler', '140107-laborArbitration']],
  ['duhailong', '都海龙', ['unitHead', '140107-health']],
  ['mikangning', '米康宁', ['handler', '140107-health']],
  ['raoyufeng', '饶玉凤', ['politicalLegalMember', '140123100-center']],
  ['jizhonghua', '冀中华', ['centerLeader', '140123100-center']],
  ['baiyunxia', '白云霞', ['dispatcher', '140123100-center']],
  ['gulaner', '谷兰儿', ['informationOfficer', '140123100-center']],
  ['shuanwu', '栓武', ['handler', '140123100-center']],
];

export const people: readonly Person[] = [...yingzeCenters, ...yingzeUnits, ...elsewhere];

/** In office long before the first dispute of the demonstration. */
const DAYS_IN_OFFICE = 400;

async function addPerson(db: Db, network: Network, person: Person, passwordHash: string, now: Date): Promise<boolean> {
  const [login, name, ...posts] = person;
  if (await plainly(db, (queries) => findUserByLogin(queries, login))) return false;
  const user = { login, name, initials: initialsOf(name), passwordHash, passwordSetAt: now, demo: true };
  await command(db, { counties: [], viewers: [] }, async (tx) => {
    const userId = await addUser(tx, user, now);
    for (const [role, unitId, region] of posts) {
      const unit = network.unit(unitId);
      if (!unit) throw new Error(`no unit ${unitId} for ${login}`);
      const place = { unitId, regionCode: region ?? unit.regionCode, countyCode: unit.countyCode };
      const validFrom = addDays(dayOf(now), -DAYS_IN_OFFICE);
      recordPost(tx, { ...place, userId, role, validFrom, validTo: null }, now);
    }
  });
  return true;
}

/** Adds whoever is missing; answers how many were. Hashing is slow on purpose, so it is done once for all. */
export async function addPeople(db: Db, network: Network, now: Date): Promise<number> {
  const passwordHash = await hashPassword(demoPassword);
  let added = 0;
  for (const person of people) if (await addPerson(db, network, person, passwordHash, now)) added += 1;
  return added;
}
