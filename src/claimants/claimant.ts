import { Type } from 'typebox';
import type { PartyBrief } from '../disputes/dispute.ts';
import { idKinds, type PartyInput } from '../intake/party.ts';
import { Cents, Id } from '../matters/fields.ts';
import {
  type ClaimItemKind,
  claimItemKinds,
  type EvidenceKind,
  evidenceKinds,
  type LeaveGround,
} from './data/claimItems.ts';

export type ClaimItem = { kind: ClaimItemKind; cents: number };

/** What a claimant asks for, what shows it, and where the money is to go. */
export type Claim = {
  items: ClaimItem[];
  /** Of which months, or how many days, as told. */
  period: string;
  evidence: EvidenceKind[];
  evidenceNote: string;
  bank: string;
  note: string;
};
type Identity = Pick<PartyInput, 'name' | 'idKind' | 'idNumber' | 'idException' | 'phone' | 'address'>;
export type ClaimantInput = Identity & Claim & { account: string };

export const MOST_AT_ONCE = 500;

const words = (title: string, maxLength: number) => Type.String({ maxLength, title });
const oneOf = <T extends string>(title: string, values: readonly T[]) =>
  Type.Union(
    values.map((value) => Type.Literal(value)),
    { title },
  );

export const ItemsField = Type.Array(
  Type.Object({ kind: oneOf('哪一项', claimItemKinds), cents: Cents }, { additionalProperties: false }),
  { maxItems: 12, title: '要求的金额' },
);
export const EvidenceField = Type.Array(oneOf('证据', Object.keys(evidenceKinds) as EvidenceKind[]), {
  maxItems: 9,
  uniqueItems: true,
  title: '证据',
});
export const claimFields = {
  items: ItemsField,
  period: words('哪几个月、多少工日', 100),
  evidence: EvidenceField,
  evidenceNote: words('证据说明', 300),
  bank: words('开户行', 80),
  note: words('备注', 300),
};
export const AccountField = Type.String({ maxLength: 40, title: '账号' });

export const ClaimantField = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, title: '姓名' }),
    idKind: oneOf('证件', idKinds),
    idNumber: words('证件号', 50),
    idException: words('没有证件或证件号特殊的原因', 200),
    phone: words('电话', 40),
    address: words('住址', 200),
    ...claimFields,
    account: AccountField,
  },
  { additionalProperties: false },
);

export const emptyClaimant: ClaimantInput = {
  ...{ name: '', idKind: 'idCard', idNumber: '', idException: '', phone: '', address: '' },
  ...{ items: [], period: '', evidence: [], evidenceNote: '', bank: '', account: '', note: '' },
};

export const claimOf = (items: readonly ClaimItem[]): number => items.reduce((sum, { cents }) => sum + cents, 0);

/** A number of an account without the spaces it is printed with. */
export const bareAccount = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '');

/** Who asks for something here: the applicants themselves, not those who speak for them. */
export const claimantsOf = <T extends Pick<PartyBrief, 'side' | 'representsPartyId'>>(parties: readonly T[]): T[] =>
  parties.filter(({ side, representsPartyId }) => side === 'applicant' && representsPartyId === null);

/** Those who still do. */
export const presentOf = <T extends Pick<PartyBrief, 'side' | 'representsPartyId' | 'left'>>(parties: readonly T[]) =>
  claimantsOf(parties).filter(({ left }) => !left);

export const PartyIds = (title: string) =>
  Type.Array(Id, { minItems: 1, maxItems: MOST_AT_ONCE, uniqueItems: true, title });

export type { LeaveGround };
