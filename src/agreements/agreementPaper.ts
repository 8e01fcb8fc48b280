import { type FrameFacts, type Printable, type SheetFrame, sheetFrame } from '../documents/printable.ts';
import { formatDocumentDay, yearOf } from '../platform/now.ts';
import type { Agreement, AgreementParty } from './agreement.ts';
import { rolesOf } from './roles.ts';
import { textOf } from './textOf.ts';

export type Signer = AgreementParty & {
  sex: string | null;
  birthYear: number | null;
  address: string;
  representation: string | null;
  authority: string;
};

/** One line for each fact of a person; what only they can say is left blank for the pen. */
type SignerLines = { id: string; role: string; name: string; facts: string[]; speakers: string[] };

/** What stands at a signature: the strokes as they were drawn, and how it came there; nothing yet where nobody signed. */
export type Mark = { strokesSvg: string; note: string };
type SignatureLine = Mark & { name: string };

export type AgreementSheet = SheetFrame & {
  title: string;
  number: string;
  parties: SignerLines[];
  facts: string;
  points: string;
  terms: string[];
  rest: string[];
  /** Who signs, with the guardian or agent who signs for them. */
  signatures: SignatureLine[];
  /** Leads to the address that says whether this paper still holds; none on a draft. */
  checkSvg: string;
  /** There is a newer version. */
  voided: boolean;
  committee: string;
  madeOn: string;
  digest: string;
  draft: boolean;
};

export type PaperFacts = FrameFacts & {
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

function partiesOf({ agreement, signers }: PaperFacts): SignerLines[] {
  return [...rolesOf(agreement.partyIds, signers)].flatMap(([id, role]) => {
    const party = signers.find((each) => each.id === id);
    if (!party) return [];
    const speakers = speakersOf(party, signers).map(({ name, representation, authority }) => {
      const scope = authority.trim() === '' ? '' : `，权限：${authority.trim()}`;
      return `${speaks[representation ?? ''] ?? '代理人'}：${name}${scope}`;
    });
    return [{ id, role, name: party.name, facts: factsOf(party, agreement.madeOn), speakers }];
  });
}

/** 人民调解协议书, or the register's sheet of an oral agreement; the sentences are those of the version, to the letter. */
export function agreementPaper(facts: PaperFacts): Printable<AgreementSheet> {
  const { agreement, signers, number, digest, version } = facts;
  const { facts: what, points, terms, rest } = textOf(agreement, signers);
  const parties = partiesOf(facts);
  return {
    template: 'agreements/agreement.typ',
    data: {
      ...sheetFrame(facts),
      title: agreement.form === 'oral' ? '口头协议登记表' : '人民调解协议书',
      number: number ?? `第${version}稿，还没有定稿编号`,
      ...{ parties, facts: what, points, terms, rest, digest, draft: number === null },
      signatures: parties.map(({ id, role, name }) => ({
        name: `${role}（${name}）`,
        ...(facts.marks?.get(id) ?? { strokesSvg: '', note: '' }),
      })),
      checkSvg: number === null ? '' : (facts.checkSvg ?? ''),
      voided: facts.voided ?? false,
      committee: agreement.committee.trim() || '人民调解委员会',
      madeOn: formatDocumentDay(agreement.madeOn),
    },
  };
}
