import {
  type Cell,
  cell,
  type Field,
  head,
  type Row,
  type Signatory,
  type Table,
  table,
} from '../../documents/paper.ts';
import { yearOf } from '../../platform/now.ts';
import type { PaperMatter, PaperParty } from '../read.ts';

export const sideNames = { applicant: '申请人', respondent: '被申请人', third: '第三人' } as const;
export const text = (name: string, says: string, must?: true): Field => ({
  ...{ name, says, kind: 'text' as const },
  ...(must && { must }),
});
export const list = (name: string, says: string, must?: true): Field => ({
  ...{ name, says, kind: 'list' as const },
  ...(must && { must }),
});
export const signing = (name: string, says: string): Field => ({ name, says, kind: 'signing', must: true });
export const seal = (says: string): Field => ({ name: '盖章', says, kind: 'seal', must: true });

/** One row each: the label, and the field of that name beside it. */
export const factRows = (names: readonly string[]): Cell[][] => names.map((name) => [head(name), cell(`{${name}}`)]);

/** One party in four rows, again for each of the list; 民族 and 职业 are never kept, whoever wants to writes them. */
export const partyTable = (side: string): Table =>
  table(
    [2.4, 4, 1.6, 1.6, 1.6, 2],
    [
      [head(side, { span: 6 })],
      ...[
        [
          head('姓名'),
          cell(`{${side}.姓名}`),
          head('性别'),
          cell(`{${side}.性别}`),
          head('年龄'),
          cell(`{${side}.年龄}`),
        ],
        [head('民族'), cell(`{${side}.民族}`), head('职业或职务', { span: 2 }), cell(`{${side}.职业}`, { span: 2 })],
        [head('联系方式'), cell(`{${side}.联系方式}`, { span: 5 })],
        [head('单位或住址'), cell(`{${side}.住址}`, { span: 5 })],
      ],
    ],
  );

export const partyFields = (side: string, must?: true): Field[] => [
  list(`${side}.姓名`, `${side}的姓名；单位的名称`, must),
  list(`${side}.性别`, '性别'),
  list(`${side}.民族`, '空着，由本人填写'),
  list(`${side}.年龄`, '年龄'),
  list(`${side}.职业`, '空着，由本人填写；单位的是法定代表人或者联系人'),
  list(`${side}.联系方式`, '电话，中间几位遮住'),
  list(`${side}.住址`, '单位或者住址'),
  list(`${side}.序号`, '第几位'),
];

const sexes: Readonly<Record<string, string>> = { male: '男', female: '女' };

const spokenBy = (party: PaperParty, all: readonly PaperParty[]): string => {
  const legal = all.find(
    (each) => each.representsPartyId === party.id && each.representation === 'legalRepresentative',
  );
  if (legal) return `法定代表人：${legal.name}`;
  return party.contactPerson === '' ? '' : `联系人：${party.contactPerson}`;
};

export function partyRow(party: PaperParty, { parties, today }: PaperMatter, at = 0): Row {
  const person = party.kind === 'person';
  const age = party.birthYear === null ? '' : String(yearOf(today) - party.birthYear);
  return {
    ...{ 序号: String(at + 1), 姓名: party.name, 联系方式: party.phone ?? '', 住址: party.address },
    性别: person ? (sexes[party.sex ?? ''] ?? '') : '／',
    年龄: person ? age : '／',
    民族: person ? '' : '／',
    职业: person ? '' : spokenBy(party, parties),
  };
}

/** Those who ask or answer themselves, without who speaks for them and who left. */
export const principals = ({ parties }: Pick<PaperMatter, 'parties'>, side?: PaperParty['side']): PaperParty[] =>
  parties.filter((each) => each.representsPartyId === null && !each.left && (side === undefined || each.side === side));

export const rowsOf = (matter: PaperMatter, side: PaperParty['side']): Row[] =>
  principals(matter, side).map((party, at) => partyRow(party, matter, at));
export const rowsIfAny = (matter: PaperMatter, side: PaperParty['side']): Row[] | null => {
  const rows = rowsOf(matter, side);
  return rows.length === 0 ? null : rows;
};

export const signs = (label: string, name = '', thumb = true): Signatory => ({
  ...{ label, name, thumb, strokesSvg: '', note: '' },
});
export const partySigns = (parties: readonly PaperParty[]): Signatory[] =>
  parties.map(({ side, name }) => signs(sideNames[side], name));
export const nameOf = ({ parties }: Pick<PaperMatter, 'parties'>, id: string | null): string =>
  parties.find((each) => each.id === id)?.name ?? '';
