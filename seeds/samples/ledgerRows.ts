import { addDays, type Day } from '../../src/platform/now.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { idNumber, phone } from '../parties.ts';

/** A cell as somebody typed it: text, number, a real date, or a formula with the result that Excel kept. */
export type Cell = string | number | Date | { formula: string; result: number | string } | null;

export const YEAR = 2025;
export const HEADER_ROWS = 4;
const ROWS = 300;

const streets = ['柳巷街道', '文庙街道', '庙前街道', '迎泽街道', '桥东街道', '老军营街道', '郝庄镇'];
const surnames = '张王李赵刘陈杨郭武任贾侯田史韩梁高马白段';
const given = ['试甲', '试乙', '样本', '例一', '例二', '虚构', '演示', '假名', '试丙', '样张', '例三', '试丁'];
const firms = ['晋虚物业公司', '样例建筑工程公司', '演示家政公司', '试用餐饮店', '虚拟装饰公司'];

type Kind = { category: string; facts: readonly string[]; result: string; money: number };
const kinds: readonly Kind[] = [
  {
    category: '邻里纠纷',
    facts: ['楼上卫生间漏水，把楼下房顶泡坏，双方说不到一起', '楼道堆放杂物挡了路，多次劝说没有搬走'],
    result: '双方达成口头协议，当场履行',
    money: 0.8,
  },
  {
    category: '物业',
    facts: ['小区电梯坏了半个月没有修，住户拒交物业费', '物业费涨价没有公示，业主不同意'],
    result: '签订书面协议，按月履行',
    money: 0.3,
  },
  {
    category: '拖欠工资',
    facts: ['工程完工后拖欠工人工资，多次讨要没有结果', '饭店停业，欠服务员两个月工资'],
    result: '分两次付清，已付第一笔',
    money: 4.6,
  },
  {
    category: '婚姻家庭纠纷',
    facts: ['兄妹三人为老人赡养费的分担争执', '离婚后为孩子探望时间发生争执'],
    result: '达成协议，约定每月探望两次',
    money: 0.5,
  },
  {
    category: '合同',
    facts: ['装修合同约定的工期拖了两个月，业主要求退款', '租房到期押金不退，双方对损坏情况说法不一'],
    result: '退还部分款项，双方签字',
    money: 1.6,
  },
  {
    category: '消费纠纷',
    facts: ['健身卡办了三个月店就关门，要求退还余额', '网上买的家具和样品不符，商家不肯退货'],
    result: '商家退款',
    money: 0.2,
  },
  {
    category: '损害赔偿',
    facts: ['在店门口滑倒受伤，为医药费赔偿发生争执', '被邻居的狗咬伤，医药费没有付清'],
    result: '一次性赔偿，双方签字',
    money: 1.2,
  },
];
const sources = ['群众来访', '来电', '网格员上报', '12345', '部门移交', '排查'];
const clerks = ['贾敏', '韩雪', '李娜'];

function name(chance: Chance): string {
  return `${chance.pick([...surnames])}${chance.pick(given)}`;
}

/** The same day in each of the ways that a year of colleagues typed it. */
function typedDay(day: Day, chance: Chance): Cell {
  const [year, month, date] = day.split('-').map(Number);
  const way = chance.between(0, 9);
  if (way < 3) return new Date(`${day}T00:00:00Z`);
  if (way === 3) return `${year}/${month}/${date}`;
  if (way === 4) return `${year}年${month}月${date}日`;
  if (way === 5) return `${month}月${date}日`;
  if (way === 6) return Number(day.replaceAll('-', ''));
  if (way === 7) return `${year}.${month}.${date}`;
  if (way === 8) return Math.round(Date.parse(day) / 86_400_000) + 25_569;
  return day;
}

function ending(opened: Day, chance: Chance): { status: string; closed: Day | null } {
  const late = opened > `${YEAR}-11-20` && chance.of(60);
  const closed = addDays(opened, chance.between(1, 26));
  if (late || closed > `${YEAR}-12-31`) return { status: chance.pick(['调解中', '正在办理', '已受理']), closed: null };
  return { status: chance.pick(['已办结', '已化解', '调解成功', '已化解', '调解未成，引导诉讼', '已归档']), closed };
}

/** Two decimal sums as people write them: now and then the formula that made them. */
function money(base: number, chance: Chance): Cell {
  if (chance.of(35)) return null;
  const [first, second] = [chance.between(1, 9) / 10, base];
  const sum = Math.round((first + second) * 100) / 100;
  return chance.of(20) ? { formula: `${first}+${second}`, result: sum } : sum;
}

function row(index: number): Cell[] {
  const chance = chanceOf(`ledger sample ${index}`);
  const kind = chance.pick(kinds);
  const opened = addDays(`${YEAR}-01-03`, Math.floor((index * 357) / ROWS));
  const { status, closed } = ending(opened, chance);
  const birth = `${chance.between(1955, 1999)}-${String(chance.between(1, 12)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`;
  const people = chance.of(8) ? `${name(chance)}、${name(chance)}` : name(chance);
  const street = chance.pick(streets);
  return [
    { formula: 'ROW()-4', result: index + 1 },
    chance.of(18) ? null : `迎综〔${YEAR}〕${index + 1}号`,
    typedDay(opened, chance),
    people,
    people.includes('、') || chance.of(45) ? null : idNumber(birth, chance.of(50), index),
    chance.of(15) ? '无' : Number(phone(index)),
    kind.category === '拖欠工资' || kind.category === '物业' ? chance.pick(firms) : name(chance),
    chance.of(60) ? null : phone(5000 + index),
    kind.category,
    chance.pick(sources),
    street,
    `${chance.between(1, 30)}号楼`,
    `${chance.pick(kind.facts)}。（第${index + 1}件，演示数据）`,
    money(kind.money, chance),
    chance.of(70) ? street : '迎泽区综治中心',
    status,
    closed === null ? null : typedDay(closed, chance),
    closed === null ? null : kind.result,
    chance.pick(clerks),
  ];
}

/** What goes wrong in a ledger that a year of colleagues kept, one of each: row → what stands there instead. */
const slips: Readonly<Record<number, (cells: Cell[]) => void>> = {
  17: (cells) => cells.splice(2, 1, `${YEAR}年13月5日`),
  33: (cells) => cells.splice(4, 1, 1.40199198001011e17),
  48: (cells) => cells.splice(4, 1, '140199198503076611'),
  61: (cells) => cells.splice(5, 1, '138000001'),
  79: (cells) => cells.splice(8, 1, '扯皮'),
  96: (cells) => cells.splice(3, 1, null),
  112: (cells) => cells.splice(16, 1, `${YEAR - 1}-01-01`),
  140: (cells) => cells.splice(2, 1, `${YEAR}年6月`),
  158: (cells) => cells.splice(12, 1, '漏水'),
  171: (cells) => cells.splice(13, 1, '若干'),
  203: (cells) => cells.splice(15, 1, null),
  229: (cells) => cells.splice(10, 1, '不知道的街道'),
  250: (cells) => cells.splice(1, 1, `迎综〔${YEAR}〕210号`),
};

/** Rows that stand twice, as they do after copying from last month's sheet. */
const copies: Readonly<Record<number, number>> = { 188: 187, 266: 120 };

export function ledgerRows(): Cell[][] {
  return Array.from({ length: ROWS }, (_, index) => {
    const of = copies[index] ?? index;
    const cells = row(of);
    slips[of]?.(cells);
    return cells;
  });
}
