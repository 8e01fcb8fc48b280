import { checkPhone } from '../platform/phone.ts';

/** Whole words that no person's name ends in. */
const longEnds =
  /(公司|集团|厂|委员会|村委会?|居委会?|业委会|管委会|银行|支行|信用社|学校|[大中小]学|学院|幼儿园|医院|卫生[院所室]|诊所|药[店房]|饭店|酒店|宾馆|旅[馆店社]|超市|商[店行场城铺]|中心|合作社|联社|物业|项目部|工程队|施工队|事务所|经营部|门市部?|派出所|街道办?|办事处|[支大中]队|法院|检察院|政府|工会|协会|商会|村民?小?组|[居村]民小组|小区|社区|养老院|福利院|市场|广场|工地|餐[厅馆]|网吧|俱乐部|服务[站部]|供电所|管理[站处所]|分[局行])$/;
/** A single word may end a person's name as well; names of persons are short. */
const shortEnds = /^.{2,}(店|馆|局|院|站|校|部|队|厅)$/;
const shorterEnds = /^.{4,}(所|室|园|行|社|会|处|村|庄|科|股|庙|寺|吧|坊|铺|场|组)$/;

const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/\s/g, '');

/** Who is no natural person: by the end of the name. */
export function isOrganization(name: string): boolean {
  const core = bare(name);
  if (core.length > 2 && longEnds.test(core)) return true;
  return (core.length > 3 && shortEnds.test(core)) || shorterEnds.test(core);
}

const outsideBrackets = '(?![^（(]*[)）])';
const separators = new RegExp(`[、,，;；\\n/|]+${outsideBrackets}`);
const words = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** 「张三 李四」 are two; 「张 三」 is one, spaced out to the width of three. */
function unspaced(name: string): string[] {
  const parts = name.split(/[\s　]+/);
  if (parts.length === 1 || isOrganization(name)) return [name];
  return parts.every((part) => part.length >= 2) ? parts : [parts.join('')];
}

export type NameRead = { name: string; behind: number | null; phone: string };

/** 「张三等12人」: the name, and how many stand behind it. 「张三（父亲）」: who it is stands with the row's other words. */
function nameIn(text: string): NameRead {
  const plain = text.normalize('NFKC');
  const [, first = '', many] = /^(.+?)等(\d{1,5})(?:人|户|名)$/.exec(plain.replace(/\s*\([^)]*\)\s*/g, '')) ?? [];
  if (many) return { name: first, behind: Number(many), phone: '' };
  if (isOrganization(text)) return { name: text, behind: null, phone: '' };
  const phone = [...plain.matchAll(/\(([^)]*)\)/g)]
    .map(([, inside = '']) => inside)
    .find((each) => /\d{7}/.test(each) && checkPhone(each).ok);
  return { name: plain.replace(/\s*\([^)]*\)\s*/g, '').trim() || text, behind: null, phone: phone ?? '' };
}

/** The people of one cell, one after the other. */
export const namesIn = (cell: string): NameRead[] => words(cell, separators).flatMap(unspaced).map(nameIn);

const labelled =
  /^\s*(?:甲\s*方|原\s*告|申诉人|申请人|投诉人|反映人)\s*[:：]?\s*([\s\S]+?)[\s,，;；、]*(?:乙\s*方|被\s*告|被申诉人|被申请人|被投诉人|被反映人|对\s*方)\s*[:：]?\s*([\s\S]+)$/;
const against = new RegExp(`^([\\s\\S]{2,}?)\\s*(?:诉|与|跟|vs\\.?)${outsideBrackets}\\s*([\\s\\S]{2,})$`, 'i');
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const person = new RegExp(`^[${surnames}]\\S{1,2}$`);

/** 和 stands in many names of places and firms: it parts two of them only behind a person's name or a firm's. */
function apart(cell: string): { own: string; other: string } | null {
  for (const { index } of cell.matchAll(/和/g)) {
    const [own, other] = [cell.slice(0, index).trim(), cell.slice(index + 1).trim()];
    if (other.length > 1 && (isOrganization(own) || person.test(own))) return { own, other };
  }
  return null;
}

/** Both sides in one cell: 「张三与李四」, 「王五诉赵六」, 「甲方：… 乙方：…」. Null: everybody in it is of one side. */
export function sidesIn(cell: string): { own: string; other: string } | null {
  const found = labelled.exec(cell) ?? against.exec(cell);
  return found ? { own: found[1] ?? '', other: found[2] ?? '' } : apart(cell);
}

/** 「张三和李四」 beside a column of the other side: two of one side. */
export const oneSide = (cell: string): string => {
  const two = labelled.exec(cell) ? null : sidesIn(cell);
  return two ? `${two.own}、${two.other}` : cell;
};

/** The numbers of a cell; one number may hold spaces, several may be parted by them. */
export const phonesIn = (cell: string): string[] =>
  checkPhone(cell).ok ? [cell.trim()] : words(cell.replace(/[（(][^)）]*[)）]/g, ''), /[\s、,，;；/|]+/);
export const numbersIn = (cell: string): string[] => words(cell, separators);
