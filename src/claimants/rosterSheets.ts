import type { Column, SheetRow } from '../sheets/column.ts';
import type { ClaimantInput } from './claimant.ts';
import type { ClaimantRow, Roster } from './claimantViews.ts';
import { fieldTitle } from './claimColumns.ts';
import { claimItemKinds, evidenceKinds, leaveGrounds } from './data/claimItems.ts';

type Sheet = { name: string; caption: string; columns: Column[]; rows: SheetRow[] };

const text = (key: string, title: string, width?: number): Column => ({
  key,
  title,
  kind: 'text',
  ...(width && { width }),
});
const money = (key: string, title: string): Column => ({ key, title, kind: 'number', width: 14 });
const yuan = (cents: number): number => cents / 100;

const itemColumns = (kinds: readonly string[]): Column[] =>
  claimItemKinds
    .filter((kind) => kinds.includes(kind))
    .map((kind) => money(kind, fieldTitle(kind).replace('金额：', '')));
const itemsOf = (items: ClaimantInput['items']): SheetRow =>
  Object.fromEntries(items.map(({ kind, cents }) => [kind, yuan(cents)]));

function stateOf({ left, promisedCents, paidCents, signed, agreements }: ClaimantRow): string {
  if (left !== null) return left === 'unsaid' ? '退出' : `退出：${leaveGrounds[left].zh}`;
  if (promisedCents > 0) return paidCents >= promisedCents ? '已付清' : paidCents > 0 ? '付了一部分' : '还没有付';
  return signed ? '已签' : agreements.length > 0 ? '有协议，还没有签' : '还没有协议';
}

const rosterColumns = (kinds: readonly string[]): Column[] => [
  ...[text('place', '序号', 6), text('name', '姓名', 14), text('idNumber', '证件号', 22), text('phone', '电话', 16)],
  ...[
    ...itemColumns(kinds),
    money('claim', '要求合计'),
    text('period', '月份、工日', 16),
    text('evidence', '证据', 24),
  ],
  ...[
    text('bank', '开户行', 24),
    text('account', '账号后四位', 12),
    money('agreed', '协议金额'),
    money('paid', '已付'),
  ],
  ...[
    text('number', '协议编号', 26),
    text('chosen', '代表人', 12),
    text('state', '到哪一步', 20),
    text('note', '备注', 24),
  ],
];

/** The whole list, numbers masked. */
export function rosterSheet({ rows, totals }: Pick<Roster, 'rows' | 'totals'>): Sheet {
  const kinds = [...new Set(rows.flatMap(({ items }) => items.map(({ kind }) => kind)))];
  const caption = `在名单上 ${totals.present} 人，退出 ${totals.left} 人；要求合计 ${yuan(totals.claimCents)} 元，协议合计 ${yuan(totals.agreedCents)} 元，已付 ${yuan(totals.paidCents)} 元`;
  return {
    ...{ name: '申请人名单', caption },
    columns: rosterColumns(kinds),
    rows: rows.map((row, index) => ({
      ...{ place: String(index + 1), name: row.name, idNumber: row.idNumberMasked, phone: row.phoneMasked },
      ...{ ...itemsOf(row.items), claim: row.claimCents === null ? null : yuan(row.claimCents), period: row.period },
      evidence: row.evidence.map((kind) => evidenceKinds[kind].zh).join('、'),
      ...{ bank: row.bank, account: row.accountLast4, agreed: yuan(row.agreedCents), paid: yuan(row.paidCents) },
      ...{ number: row.agreements.map(({ number }) => number ?? '').join('、'), chosen: row.chosenName ?? '' },
      ...{ state: stateOf(row), note: row.note },
    })),
  };
}

/** For the table where all sign: who, how much, which paper; name, thumb and day by hand. */
export function signingSheet(rows: readonly ClaimantRow[]): Sheet {
  return {
    ...{ name: '签字表', caption: `签字表，一共 ${rows.length} 人` },
    columns: [
      ...[
        text('place', '序号', 6),
        text('name', '姓名', 14),
        text('idNumber', '证件号', 22),
        money('agreed', '协议金额'),
      ],
      ...[text('number', '协议编号', 26), text('hand', '签名', 18), text('thumb', '手印', 12), text('day', '日期', 14)],
    ],
    rows: rows.map((row, index) => ({
      ...{ place: String(index + 1), name: row.name, idNumber: row.idNumberMasked, agreed: yuan(row.agreedCents) },
      number: row.agreements.map(({ number }) => number ?? '').join('、'),
      ...{ hand: '', thumb: '', day: '' },
    })),
  };
}

/** Only what has to be mended, in plain figures as it came, with what is wrong beside it; the same columns are read again. */
export function faultySheet(faulty: readonly { claimant: ClaimantInput; wrong: string }[]): Sheet {
  const kinds = [...new Set(faulty.flatMap(({ claimant }) => claimant.items.map(({ kind }) => kind)))];
  return {
    ...{ name: '要改的行', caption: `要改的 ${faulty.length} 行：改好以后把这个文件再传一遍` },
    columns: [
      ...[text('name', '姓名', 14), text('idNumber', '身份证号', 24), text('phone', '电话', 16)],
      ...[
        text('address', '住址', 28),
        text('period', '月份', 16),
        ...itemColumns(kinds.length > 0 ? kinds : ['wages']),
      ],
      ...[
        text('bank', '开户行', 24),
        text('account', '账号', 26),
        text('evidence', '证据', 24),
        text('note', '备注', 24),
      ],
      text('wrong', '要改的地方（看完可以删）', 50),
    ],
    rows: faulty.map(({ claimant, wrong }) => ({
      ...{ name: claimant.name, idNumber: claimant.idNumber, phone: claimant.phone, address: claimant.address },
      ...{ period: claimant.period, ...itemsOf(claimant.items), bank: claimant.bank, account: claimant.account },
      ...{ evidence: claimant.evidenceNote, note: claimant.note, wrong },
    })),
  };
}
