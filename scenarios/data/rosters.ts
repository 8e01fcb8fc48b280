import excel from 'exceljs';

// Invented people throughout: a surname and 工 (worker) or 示 (sample) with a number in words, born on days that are counted up.

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'];
const numerals = [...'一二三四五六七八九'];
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number of an identity card that nobody was given: its check digit is right, its area is a test area. */
export function inventedId(index: number): string {
  const birth = `${1965 + (index % 35)}${String((index % 12) + 1).padStart(2, '0')}${String((index % 28) + 1).padStart(2, '0')}`;
  const front = `110105${birth}${String(100 + (index % 900)).padStart(3, '0')}`;
  const sum = [...front].reduce((total, digit, place) => total + Number(digit) * (weights[place] ?? 0), 0);
  return `${front}${'10X98765432'[sum % 11]}`;
}

export type Worker = {
  name: string;
  idNumber: string;
  phone: string;
  address: string;
  months: string;
  wages: number;
  overtime: number;
  bank: string;
  account: string;
  evidence: string;
};

export function worker(index: number): Worker {
  const at = index % 81;
  const given = `工${numerals[Math.floor(at / 9)]}${numerals[at % 9]}`;
  return {
    name: `${surnames[index % surnames.length]}${given}`,
    idNumber: inventedId(index),
    phone: `139${String(51_000_000 + index * 37).padStart(8, '0')}`,
    address: `示例县示例乡${(index % 20) + 1}号`,
    months: '2026年6—8月',
    wages: 12_000 + (index % 17) * 450,
    overtime: (index % 4) * 300,
    bank: '示例银行示例支行',
    account: `6222000000${String(index).padStart(9, '0')}`,
    evidence: index % 3 === 0 ? '劳动合同、考勤' : '微信聊天记录',
  };
}

type Cells = (string | number)[];

async function bookOf(sheet: string, lines: readonly Cells[], merges: readonly string[]): Promise<Buffer> {
  const book = new excel.Workbook();
  const page = book.addWorksheet(sheet);
  for (const line of lines) page.addRow(line);
  for (const range of merges) page.mergeCells(range);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const sumOf = (workers: readonly Worker[], of: (worker: Worker) => number): number =>
  workers.reduce((sum, each) => sum + of(each), 0);

/**
 * Ninety workers as a foreman typed them: a title over all columns, a heading in two rows, phone and account as numbers or text, a
 * total at the end. Three rows are wrong: a digit of an identity card, an amount that is none, a sum that its items do not come to.
 */
export async function wage90(): Promise<Buffer> {
  const workers = Array.from({ length: 90 }, (_, index) => worker(index));
  const head: Cells[] = [
    ['示例服装厂拖欠工资名单'],
    ['序号', '姓名', '身份证号', '电话', '住址', '欠薪月份', '要求的金额', '', '', '开户行', '账号', '证据', '备注'],
    ['', '', '', '', '', '', '工资', '加班费', '合计', '', '', '', ''],
  ];
  const rows = workers.map((each, index): Cells => {
    const { name, idNumber, phone, address, months, wages, overtime, bank, account, evidence } = each;
    const wrongDigit = `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`;
    return [
      ...[
        index + 1,
        name,
        index === 11 ? wrongDigit : idNumber,
        index % 2 === 0 ? Number(phone) : phone,
        address,
        months,
      ],
      ...[index === 36 ? '一万多' : wages, overtime, index === 62 ? wages + overtime + 1_000 : wages + overtime],
      ...[bank, account, evidence, ''],
    ];
  });
  const total = [
    '合计',
    '',
    '',
    '',
    '',
    '',
    sumOf(workers, ({ wages }) => wages),
    sumOf(workers, ({ overtime }) => overtime),
  ];
  const all = sumOf(workers, ({ wages, overtime }) => wages + overtime);
  return bookOf('名单', [...head, ...rows, [...total, all]], ['A1:M1', 'G2:I2']);
}

/** Thirty of a construction site: working days, sums in Chinese capitals, no totals. */
export function construction30(): Promise<Buffer> {
  const capitals = ['壹万贰仟元整', '捌仟伍佰元整', '玖仟元整', '壹万零伍佰元整', '贰万元整'];
  const rows = Array.from({ length: 30 }, (_, index): Cells => {
    const { name, idNumber, phone, bank, account } = worker(200 + index);
    return [name, idNumber, phone, `${60 + (index % 30)}个工日`, capitals[index % 5] ?? '', bank, account, '考勤表'];
  });
  const head: Cells = ['工人姓名', '身份证号码', '手机', '工日', '欠薪金额', '开户银行', '银行卡号', '证据'];
  return bookOf('工地', [['示例工地工资明细'], head, ...rows], ['A1:H1']);
}
