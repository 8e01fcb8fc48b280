import type { Registration } from './house.ts';

type Party = Registration['parties'][number];

/** All of it is said to be asked for, so all of it is here; of nobody in particular. */
const party = {
  kind: 'person',
  idKind: 'none',
  idNumber: '',
  idException: '没有带证件',
  phone: '',
  address: '',
  contactPerson: '',
  minor: false,
  represents: null,
  representation: null,
  authority: '',
} satisfies Partial<Party>;

/** A leak between neighbors. `commandId`: sent again with the same one, it is registered once. */
export const registration = (uploads: string[], commandId: string): Registration => ({
  parties: [
    { ...party, side: 'applicant', name: '演示甲' },
    { ...party, side: 'respondent', name: '演示乙' },
  ],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004',
  address: '3号楼2单元',
  title: '楼上漏水赔偿',
  facts: '九月二十日起楼上卫生间漏水，天花板泡坏，找过楼上两次。',
  demands: '修好，赔偿 800 元',
  occurredOn: null,
  peopleInvolved: 2,
  amountCents: 80_000,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads,
  creditCodeConfirmed: false,
  commandId,
});
