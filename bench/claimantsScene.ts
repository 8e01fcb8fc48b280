import { randomUUID } from 'node:crypto';
import { emptyParty } from '../src/intake/party.ts';
import type { PostRole } from '../src/people/roles.ts';
import { signedInAs } from '../src/people/testing/signedIn.ts';
import { buildApp } from '../src/server/app.ts';
import { validInput } from '../src/server/testing/inputs.ts';
import { scene } from './scene.ts';

const { engine, db, close } = await scene();
const app = await buildApp(engine);
const street = '140106004-center';

async function as(role: PostRole, unitId: string) {
  const cookie = await signedInAs(db, role, unitId);
  await engine.cache.refresh();
  return async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 400)}`);
    return answer;
  };
}
const receptionist = await as('receptionist', '140106-center');
const dispatcher = await as('dispatcher', '140106-center');
export const handler = await as('handler', street);

/** A factory and the first of its workers, in the hands of whoever mediates. */
export async function matter(): Promise<{ code: string; payer: string; path: (rest: string) => string }> {
  const registration = {
    parties: [
      { ...emptyParty, name: '孙示例', idKind: 'none', idException: '证件在老家' },
      { ...emptyParty, side: 'respondent', kind: 'organization', idKind: 'creditCode', name: '示例服装厂' },
    ],
    ...{ categoryCode: '17', source: 'walkIn', regionCode: '140106004001', address: '', title: '拖欠工资' },
    ...{
      facts: '服装厂三个月没有发工资。',
      demands: '付清工资',
      occurredOn: null,
      peopleInvolved: 1,
      amountCents: null,
    },
    ...{
      willing: 'yes',
      headCount: 1,
      restriction: null,
      uploads: [],
      creditCodeConfirmed: false,
      commandId: randomUUID(),
    },
  };
  const { code } = (await receptionist('POST', '/api/disputes', registration)).json();
  const path = (rest: string) => `/api/disputes/${code}${rest}`;
  await receptionist('POST', path('/acceptances'), {});
  await dispatcher('POST', path('/triages'), validInput('triage'));
  await dispatcher('POST', path('/dispatches'), { leadUnitId: street, supportingUnitIds: [], message: '' });
  await handler('POST', path('/acknowledgements'), {});
  const { parties } = (await handler('GET', path(''))).json();
  return { code, path, payer: parties[1].id };
}

export async function closeAll(): Promise<void> {
  await app.close();
  await close();
}
