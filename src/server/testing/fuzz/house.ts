import { emptyParty } from '../../../intake/party.ts';
import { CITY_CODE } from '../../../network/network.ts';
import type { PostRole } from '../../../people/roles.ts';
import { signedInAs } from '../../../people/testing/signedIn.ts';
import { roles } from '../../../platform/actor.ts';
import { type Db, openDatabase, plainly } from '../../../platform/db.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Http } from '../../../platform/http.ts';
import { now } from '../../../platform/now.ts';
import { testDeps } from '../../../platform/testing/deps.ts';
import { newTotpSecret } from '../../../platform/totp.ts';
import { leak } from '../../../web/citizen/testing/resident.ts';
import { buildApp } from '../../app.ts';
import { knowledgeOf } from '../../description.ts';
import { startEngine } from '../../engine.ts';
import { proveAnswers } from '../proveAnswers.ts';
import type { Route } from './request.ts';

const center = '140106-center';
const unitOf: Partial<Record<PostRole, readonly [string, string?]>> = {
  informationOfficer: ['140106004-center', '140106004'],
  gridWorker: ['140106004-center', '140106004'],
  communityOfficer: ['140106-publicSecurity', '140106004'],
  politicalLegalMember: ['140106004-office', '140106004'],
  unitHead: ['140106-housing'],
  handler: ['140106-housing'],
  mediator: ['140106004-center'],
  courtClerk: ['140106-court'],
  arbitrator: ['140106-laborArbitration'],
  reconsiderationOfficer: ['140106-justice'],
  notary: ['140106-notary'],
  legalAidOfficer: ['140106-legalAid'],
  systemAdmin: ['140100-center'],
  securityAdmin: ['140100-center'],
  auditAdmin: ['140100-center'],
};

export const who = [...roles, 'otherCounty', 'stranger', 'resident', 'machine'] as const;
export type Who = (typeof who)[number];

export type House = {
  readonly app: Http;
  readonly db: Db;
  readonly routes: readonly Route[];
  /** The cookies of somebody who stands there now, made anew when asked so. */
  enter(who: Who): Promise<string>;
  /** The last bug that was written to the log. */
  lastBug(): string;
  close(): Promise<void>;
};

const cookiesOf = (cookies: readonly { name: string; value: string }[]) =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

/**
 * The whole product over this database, with somebody of every role, a stranger, a resident with a slip, a machine in the
 * hall. `proven`: every answer is laid beside the open description.
 */
export async function openHouse(appUrl: string, more: Partial<Deps> = {}, proven = false): Promise<House> {
  const db = openDatabase(appUrl, 6);
  const clock = {
    get now() {
      return now();
    },
  };
  const { engine, cache } = await startEngine({ ...testDeps(db, clock), ...more });
  const routes: Route[] = [];
  let bug = '';
  const log = {
    level: 'error',
    stream: {
      write: (line: string) => {
        bug = line;
      },
    },
  };
  const app = await buildApp(engine, log, ({ method, url, schema }) => {
    for (const each of [method].flat()) routes.push({ method: each, url, ...(schema && { schema }) } as Route);
  });
  if (proven) proveAnswers(app, knowledgeOf(engine));
  await app.ready();

  const signed = async (role: PostRole, unit: string, region?: string) => {
    const cookie = await signedInAs(db, role, unit, region);
    // A log-in policy that somebody published may ask everybody for a token: these have one.
    const totp_sealed = engine.crypto.seal(CITY_CODE, newTotpSecret());
    await plainly(db, (q) => q.updateTable('app_user').set({ totp_sealed }).where('totp_sealed', 'is', null).execute());
    await cache.refresh();
    return cookie;
  };
  const staff = (role: PostRole) => signed(role, ...(unitOf[role] ?? ([center] as const)));
  const ask = async (cookie: string, url: string, payload: object) =>
    (await app.inject({ method: 'POST', url, headers: { cookie }, payload })).json();

  async function resident(): Promise<string> {
    const { code, slips } = await ask(await staff('receptionist'), '/api/disputes', {
      ...leak(emptyParty),
      commandId: crypto.randomUUID(),
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const opened = await app.inject({ method: 'POST', url: `/c/${code}`, headers, payload: `pin=${slips[0].pin}` });
    return cookiesOf(opened.cookies);
  }

  async function machine(): Promise<string> {
    const made = await ask(await staff('centerLeader'), '/api/hall/devices', { kind: 'kiosk', name: '门口' });
    return cookiesOf((await app.inject({ url: new URL(made.link).pathname })).cookies);
  }

  const enter = async (one: Who): Promise<string> => {
    if (one === 'stranger') return '';
    if (one === 'resident') return resident();
    if (one === 'machine') return machine();
    return one === 'otherCounty' ? signed('dispatcher', '140105-center') : staff(one);
  };
  const close = async () => {
    await app.close();
    cache.close();
    await db.close();
  };
  return { app, db, routes, enter, lastBug: () => bug, close };
}
