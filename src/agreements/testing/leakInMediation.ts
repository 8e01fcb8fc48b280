import { randomUUID } from 'node:crypto';
import { noDanger } from '../../routing/testing/noDanger.ts';
import type { TestApp } from '../../server/testing/app.ts';
import type { Agreement } from '../agreement.ts';
import { anAgreement } from './anAgreement.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
type People = { receptionist: Client; dispatcher: Client; handler: Client };
export type Matter = { code: string; guo: string; ren: string; partyIds: string[] };

const street = '140106004-center';

/** A leak from upstairs, in the hands of whoever mediates; whoever comes after the second is one more who asks. */
export async function leakInMediation(
  it: TestApp,
  { receptionist, dispatcher, handler }: People,
  names: string[] = ['郭秀兰', '任建军'],
  more: object[] = [],
): Promise<Matter> {
  const [first, second, ...others] = names;
  const registration = {
    parties: [
      { ...it.party, name: first, idKind: 'none', idException: '证件丢了，正在补办', address: '海边街3号楼' },
      { ...it.party, side: 'respondent', name: second },
      ...others.map((name) => ({ ...it.party, name, idKind: 'none', idException: '证件丢了，正在补办', phone: '' })),
      ...more.map((each) => ({ ...it.party, idKind: 'none', idException: '证件丢了，正在补办', phone: '', ...each })),
    ],
    ...{ categoryCode: '02', source: 'walkIn', regionCode: '140106004001', address: '', title: '楼上漏水赔偿' },
    ...{ facts: '楼上卫生间漏水，天花板泡坏。', demands: '赔偿', occurredOn: null, peopleInvolved: names.length },
    ...{ amountCents: 800_000, willing: 'yes', headCount: 1, restriction: null, uploads: [] },
    ...{ creditCodeConfirmed: false, commandId: randomUUID() },
  };
  const { code } = await receptionist.post('/api/disputes', registration, 201);
  const grades = {
    ...{
      difficulty: 'simple',
      urgency: 'medium',
      gravity: 'low',
      safety: noDanger,
      toldWhom: '',
      reason: '人不多，事实清楚',
    },
  };
  await receptionist.post(`/api/disputes/${code}/acceptances`, {}, 200);
  await dispatcher.post(`/api/disputes/${code}/triages`, grades, 200);
  const to = { leadUnitId: street, supportingUnitIds: [], message: '' };
  await dispatcher.post(`/api/disputes/${code}/dispatches`, to, 200);
  await handler.post(`/api/disputes/${code}/acknowledgements`, {}, 200);
  const { parties }: { parties: { id: string }[] } = await handler.get(`/api/disputes/${code}`);
  const partyIds = parties.map(({ id }) => id);
  return { code, guo: partyIds[0] ?? '', ren: partyIds[1] ?? '', partyIds };
}

/** What these two agree on. */
export const between = ({ guo, ren }: Matter, over: Partial<Agreement> = {}): Agreement => {
  const { terms, ...rest } = anAgreement();
  const owed = terms.map((term) => ({ ...term, owesId: ren, toId: guo }));
  return { ...rest, terms: owed, partyIds: [guo, ren], ...over };
};
