import type { FilterName, Sort } from './search.ts';

type Both = { readonly zh: string; readonly en: string };
export type ColumnKind = 'text' | 'number' | 'money' | 'date' | 'dateTime' | 'yesNo';
export type Column = {
  readonly title: Both;
  /** What stands there and where it comes from: shown in the chooser and written into every file. */
  readonly means: Both;
  readonly kind: ColumnKind;
  /** Usual width on the page in pixels. */
  readonly width: number;
  readonly filter?: FilterName;
  readonly sorts?: readonly Sort[];
  /** Masked in files unless a purpose is given. */
  readonly personal?: 'phone' | 'idNumber';
  /** Read, and sent, only when a column that needs it is shown. */
  readonly extra?: Extra;
};
export type Extra = 'clock' | 'details' | 'parties' | 'supervision' | 'rating' | 'visit' | 'words';

const both = (zh: string, en: string): Both => ({ zh, en });
type Rest = Omit<Column, 'title' | 'means' | 'width'>;
const column = (title: Both, means: Both, width: number, rest: Rest = { kind: 'text' }): Column => ({
  title,
  means,
  width,
  ...rest,
});

/** Everything a ledger can show, in the order of the chooser. */
// biome-ignore format: looked up, one column a line
export const columns = {
  code: column(both('编号', 'Code'), both('15位编号，列表里写简写', 'The code of 15 digits, in its short form'), 150),
  what: column(both('事由与当事人', 'Matter and parties'), both('一句话说清；当事人各方第一位', 'The matter in a sentence, and the first of each side'), 300),
  title: column(both('事由', 'Matter'), both('登记时一句话说清', 'The matter in a sentence'), 220),
  parties: column(both('当事人', 'Parties'), both('各方第一位，人多写等几人', 'The first of each side'), 160),
  allParties: column(both('全部当事人', 'All parties'), both('各方每一位的姓名或名称', 'Everybody of each side'), 240, { kind: 'text', extra: 'words' }),
  category: column(both('类别', 'Category'), both('市里的类别表', 'From the list of the city'), 110, { kind: 'text', filter: 'category' }),
  place: column(both('地点', 'Place'), both('事情发生在哪个街道、乡镇', 'The street office or township'), 110, { kind: 'text', filter: 'region' }),
  community: column(both('村社区', 'Community'), both('登记地点所在的村、社区', 'Village or community'), 130, { kind: 'text', filter: 'region', extra: 'details' }),
  grid: column(both('网格', 'Grid'), both('登记地点所在的网格', 'Grid cell'), 120, { kind: 'text', filter: 'region', extra: 'details' }),
  address: column(both('详细地点', 'Address'), both('登记时写的地点', 'As registered'), 180, { kind: 'text', extra: 'details' }),
  source: column(both('来源', 'Source'), both('这件事怎么到中心的', 'How it reached the center'), 100, { kind: 'text', filter: 'source', extra: 'details' }),
  status: column(both('到哪一步', 'Step'), both('现在办到哪一步', 'Where it stands'), 100, { kind: 'text', filter: 'status' }),
  clock: column(both('时限', 'Clock'), both('最先到期的、我方要守的时限', 'The nearest limit that is ours to keep'), 140, { kind: 'text', extra: 'clock', filter: 'due', sorts: ['due', 'dueLast'] }),
  due: column(both('到期日', 'Due'), both('上面那个时限哪天到期', 'The day of that limit'), 110, { kind: 'date', filter: 'due', sorts: ['due', 'dueLast'], extra: 'details' }),
  unit: column(both('承办单位', 'Lead unit'), both('牵头单位', 'The unit that leads'), 130, { kind: 'text', filter: 'unit' }),
  handler: column(both('承办人', 'Handler'), both('牵头单位里办这件事的人', 'Who has it in the lead unit'), 90, { kind: 'text', filter: 'handler' }),
  supporting: column(both('协办单位', 'Supporting units'), both('还在协办的单位', 'Units that help now'), 140, { kind: 'text', extra: 'details' }),
  center: column(both('受理中心', 'Receiving center'), both('在哪个中心登记的', 'Where it was registered'), 130, { kind: 'text', filter: 'center', extra: 'details' }),
  first: column(both('首问', 'First contact'), both('最先接待的人，一直负责', 'Who received it first and stays answerable'), 90, { kind: 'text', filter: 'first' }),
  opened: column(both('登记', 'Registered'), both('登记的日期', 'Day of registration'), 110, { kind: 'date', filter: 'opened', sorts: ['opened', 'openedFirst'] }),
  closed: column(both('办结', 'Closed'), both('审核办结的日期', 'Day of closing'), 110, { kind: 'date', filter: 'closed', sorts: ['closed', 'closedFirst'], extra: 'details' }),
  updated: column(both('最近变动', 'Last moved'), both('最近一次有人办它的时间', 'When somebody last acted on it'), 130, { kind: 'dateTime', sorts: ['updated', 'updatedFirst'], extra: 'details' }),
  difficulty: column(both('难易', 'Difficulty'), both('研判的难易：简单、一般、复杂', 'Simple, ordinary, complex'), 80, { kind: 'text', filter: 'difficulty' }),
  urgency: column(both('紧急程度', 'Urgency'), both('研判的紧急程度', 'As triaged'), 90, { kind: 'text', filter: 'urgency' }),
  gravity: column(both('严重程度', 'Gravity'), both('研判的严重程度', 'As triaged'), 90, { kind: 'text', filter: 'gravity' }),
  people: column(both('涉及人数', 'People'), both('登记时写的人数', 'As registered'), 90, { kind: 'number', filter: 'people', sorts: ['people', 'peopleLeast'], extra: 'details' }),
  amount: column(both('金额（元）', 'Amount (yuan)'), both('登记时写的争议金额；没写是空的', 'As registered; empty where nobody said'), 120, { kind: 'money', filter: 'amount', sorts: ['amount', 'amountLeast'], extra: 'details' }),
  willing: column(both('愿不愿调解', 'Willing'), both('登记时当事人的意愿', 'As asked at registration'), 100, { kind: 'text', extra: 'details' }),
  occurred: column(both('发生日期', 'Occurred'), both('登记时写的日期', 'As registered'), 110, { kind: 'date', extra: 'details' }),
  outcome: column(both('结果', 'Outcome'), both('调处的结果', 'How handling ended'), 100, { kind: 'text', filter: 'outcome', extra: 'details' }),
  facts: column(both('经过', 'Facts'), both('登记时写的经过', 'As registered'), 380, { kind: 'text', extra: 'words' }),
  demands: column(both('诉求', 'Demands'), both('登记时写的要求', 'As registered'), 240, { kind: 'text', extra: 'words' }),
  result: column(both('处理结果', 'Result'), both('协议的内容；旧台账来的是原来写的处理结果', 'What was agreed; of an old ledger what stood there'), 300, { kind: 'text', extra: 'words' }),
  oldNumber: column(both('原编号', 'Old number'), both('旧台账里的编号', 'Its number in the old ledger'), 140, { kind: 'text', extra: 'words' }),
  reopened: column(both('重办次数', 'Reopened'), both('重新办理过几次', 'How many times'), 90, { kind: 'number', filter: 'reopened', extra: 'details' }),
  contested: column(both('说没解决', 'Contested'), both('当事人说没有解决，还没答复', 'Said not to be settled, not answered yet'), 90, { kind: 'yesNo', filter: 'contested', extra: 'details' }),
  supervision: column(both('督办', 'Supervision'), both('没有核销的督办单里最高第几次；看得到督办单的岗位才有', 'The highest open notice that this post sees'), 100, { kind: 'text', filter: 'supervised', extra: 'supervision' }),
  visit: column(both('回访', 'Return visit'), both('最近一次回访的结果', 'Result of the last one'), 110, { kind: 'text', extra: 'visit' }),
  rating: column(both('评分', 'Rating'), both('当事人最近一次评分，满分5分', 'The last one, of five'), 80, { kind: 'number', extra: 'rating' }),
  phone: column(both('申请人电话', 'Phone of applicant'), both('中间几位遮住', 'Masked'), 130, { kind: 'text', personal: 'phone', extra: 'parties' }),
  idNumber: column(both('申请人证件号', 'ID of applicant'), both('中间几位遮住', 'Masked'), 180, { kind: 'text', personal: 'idNumber', extra: 'parties' }),
} as const satisfies Record<string, Column>;

export type ColumnKey = keyof typeof columns;
export const columnKeys = Object.keys(columns) as ColumnKey[];
export const columnOf = (key: ColumnKey): Column => columns[key];
export const extrasOf = (keys: readonly ColumnKey[]): ReadonlySet<Extra> =>
  new Set(keys.flatMap((key) => columnOf(key).extra ?? []));
export const isColumn = (text: string): text is ColumnKey => Object.hasOwn(columns, text);

/** The first column of every ledger: it opens the matter. */
export const FIRST: ColumnKey = 'code';
export type Layout = readonly { readonly key: ColumnKey; readonly width?: number | undefined }[];

const usual: readonly ColumnKey[] = ['code', 'what', 'category', 'place', 'unit', 'clock', 'status', 'opened', 'first'];
const watching: readonly ColumnKey[] = ['code', 'what', 'category', 'unit', 'clock', 'status', 'supervision', 'opened'];
const handling: readonly ColumnKey[] = ['code', 'what', 'category', 'place', 'handler', 'clock', 'status', 'opened'];
const placing: readonly ColumnKey[] = ['code', 'what', 'category', 'place', 'clock', 'status', 'opened'];

const sets: Readonly<Record<string, readonly ColumnKey[]>> = {
  dispatcher: ['code', 'what', 'category', 'place', 'urgency', 'unit', 'clock', 'status', 'first'],
  supervisor: watching,
  politicalLegalMember: watching,
  unitHead: handling,
  handler: ['code', 'what', 'category', 'place', 'clock', 'status', 'opened'],
  mediator: ['code', 'what', 'category', 'place', 'clock', 'status', 'opened'],
  informationOfficer: placing,
  gridWorker: placing,
};

/** What a post begins with, until it chooses itself. */
export const usualColumns = (role: string): readonly ColumnKey[] => sets[role] ?? usual;

/** `code,what:260,clock`: keys in order, a width where somebody chose one. What is no column is left out. */
export function readLayout(text: string | undefined): Layout {
  const seen = new Set<string>();
  return (text ?? '').split(',').flatMap((part) => {
    const [key = '', width] = part.split(':');
    if (!isColumn(key) || seen.has(key)) return [];
    seen.add(key);
    const pixels = Number(width);
    return [{ key, ...(pixels >= 40 && pixels <= 800 && { width: Math.round(pixels) }) }];
  });
}

export const writeLayout = (layout: Layout): string =>
  layout.map(({ key, width }) => (width === undefined ? key : `${key}:${width}`)).join(',');

/** The code always stands first. */
export function withFirst(layout: Layout): Layout {
  const first = layout.find(({ key }) => key === FIRST) ?? { key: FIRST };
  return [first, ...layout.filter(({ key }) => key !== FIRST)];
}
