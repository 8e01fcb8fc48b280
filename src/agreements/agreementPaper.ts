import { fillTemplate } from '../documents/fillTemplate.ts';
import { type Facts, type Form, type Paper, paper, type Row, type Signatory } from '../documents/paper.ts';
import { formatDocumentDay, yearOf } from '../platform/now.ts';
import type { Agreement, AgreementParty } from './agreement.ts';
import { agreementForm } from './agreementForm.ts';
import { rolesOf } from './roles.ts';
import { textOf } from './textOf.ts';

export type Signer = AgreementParty & {
  sex: string | null;
  birthYear: number | null;
  address: string;
  representation: string | null;
  authority: string;
};

/** What stands at a signature: the strokes as they were drawn, and how it came there; nothing yet where nobody signed. */
export type Mark = { strokesSvg: string; note: string };
export type PaperFacts = {
  agreement: Agreement;
  signers: readonly Signer[];
  number: string | null;
  digest: string;
  version: number;
  marks?: ReadonlyMap<string, Mark>;
  checkSvg?: string;
  voided?: boolean;
};

const speaks: Readonly<Record<string, string>> = {
  guardian: '监护人',
  agent: '委托代理人',
  legalRepresentative: '法定代表人',
  chosenRepresentative: '推选的代表人',
};
const sexes: Readonly<Record<string, string>> = { male: '男', female: '女' };
const blank = '＿＿＿＿';

function factsOf({ kind, sex, birthYear, address }: Signer, madeOn: string): string[] {
  if (kind === 'organization') return [`地址：${address || blank}`];
  const age = birthYear === null ? blank : `${yearOf(madeOn) - birthYear}岁`;
  // 民族 is never kept: whoever wants to, writes it.
  return [
    `性别：${sexes[sex ?? ''] ?? blank}　民族：${blank}　年龄：${age}　职业或职务：${blank}`,
    `单位或住址：${address || blank}`,
  ];
}

const speakersOf = (party: Signer, all: readonly Signer[]): Signer[] =>
  all.filter(({ representsPartyId }) => representsPartyId === party.id);

/** One block for each party: who, what is known, who speaks for them. */
const partyRows = ({ agreement, signers }: PaperFacts): { id: string; 称呼: string; 姓名: string; row: Row }[] =>
  [...rolesOf(agreement.partyIds, signers)].flatMap(([id, role]) => {
    const party = signers.find((each) => each.id === id);
    if (!party) return [];
    const speakers = speakersOf(party, signers).map(({ name, representation, authority }) => {
      const scope = authority.trim() === '' ? '' : `，权限：${authority.trim()}`;
      return `${speaks[representation ?? ''] ?? '代理人'}：${name}${scope}`;
    });
    const row = {
      ...{ 称呼: role, 姓名: party.name, 情况: factsOf(party, agreement.madeOn).join('\n') },
      代理: speakers.length === 0 ? null : speakers.join('\n'),
    };
    return [{ id, 称呼: role, 姓名: party.name, row }];
  });

const committeeOf = ({ committee }: Agreement): string => committee.trim() || '人民调解委员会';
const listed = (lines: readonly string[]): Row[] | null =>
  lines.length === 0 ? null : lines.map((内容) => ({ 内容 }));
const staff = (label: string): Signatory => ({ label, name: '', strokesSvg: '', note: '', thumb: false });

/** What the form names, as this version has it. */
export function agreementFacts(facts: PaperFacts): Facts {
  const { agreement, signers, number, marks } = facts;
  const { facts: what, points, terms, rest } = textOf(agreement, signers);
  const parties = partyRows(facts);
  const day = formatDocumentDay(agreement.madeOn);
  return {
    当事人: parties.map(({ row }) => row),
    主要事实: what,
    争议事项: points === '' ? null : points,
    条款: listed(terms),
    其他约定: listed(rest),
    编号: number,
    协议日期: day,
    当事人签名: {
      people: parties.map(({ id, 称呼, 姓名 }) => ({
        ...{ label: 称呼, name: 姓名, thumb: true },
        ...(marks?.get(id) ?? { strokesSvg: '', note: '' }),
      })),
    },
    调解人员签名: { people: [staff('调解员'), staff('记录人')] },
    盖章: { body: committeeOf(agreement), day },
  };
}

const warningOf = ({ voided = false, number }: PaperFacts): string => {
  if (voided) return '这一稿后来改了，作废。';
  return number === null ? '这是草稿，不要签字。' : '';
};

/** 人民调解协议书, or the register's sheet of an oral agreement; the sentences are those of the version, to the letter. */
export function agreementPaper(facts: PaperFacts, { template }: Pick<Form, 'template'> = agreementForm): Paper {
  const { agreement, number, digest, version, voided = false } = facts;
  const title = agreement.form === 'oral' ? '口头协议登记表' : template.title;
  return paper(title, fillTemplate(template, agreementFacts(facts)), {
    number: number ?? `第${version}稿，还没有定稿编号`,
    ...{ digest, warning: warningOf(facts), across: voided ? '作废' : '' },
    checkSvg: number === null ? '' : (facts.checkSvg ?? ''),
  });
}
