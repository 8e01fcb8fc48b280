import { demoPassword } from '../../src/people/demoLogins.ts';
import type { Clerk } from '../../src/web/testing/site.ts';
import { bringTo, registered, type Staff } from '../../src/web/testing/story.ts';
import type { Sight } from './shots.ts';

type OverHttp = Pick<Clerk, 'get' | 'post'>;

/** Somebody of the demo, over HTTP. */
async function demoClerk(address: string, login: string): Promise<OverHttp> {
  const json = { 'content-type': 'application/json' };
  const opened = await fetch(`${address}/api/sessions`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ login, password: demoPassword }),
  });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(address + path, { ...init, headers: { cookie, ...(init && json) } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${login} ${path}: ${answer.status} ${text.slice(0, 400)}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    get: (path) => ask(path),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}

const logins: Readonly<Record<keyof Staff, string>> = {
  receptionist: 'jiamin',
  dispatcher: 'lina',
  approver: 'zhouhuifang',
  closer: 'wangfang',
  leader: 'guozhiming',
  supervisor: 'zhangweimin',
  head: 'gaojianguo',
  handler: 'wuzhiqiang',
};

async function demoStaff(address: string): Promise<Readonly<Record<keyof Staff, OverHttp>>> {
  const pairs = Object.entries(logins).map(async ([who, login]) => [who, await demoClerk(address, login)] as const);
  return Object.fromEntries(await Promise.all(pairs)) as Record<keyof Staff, OverHttp>;
}

type Item = { code: string; act: string; partiesLine: string; clock: { code: string } | null };

/** Of the work of a person, the matter that shows most: late before soon, soon before calm. */
function telling(items: readonly Item[], act: string): string {
  const order = ['overdue', 'dueSoon', 'paused', 'normal'];
  const rank = ({ clock }: Item) => order.indexOf(clock?.code ?? 'normal');
  const found = items.filter((item) => item.act === act).sort((a, b) => rank(a) - rank(b));
  if (!found[0]) throw new Error(`nobody owes ${act} in the demo`);
  return found[0].code;
}

/** Long names are what a page must bear; characters beyond the fonts of this machine would be boxes. */
async function longestNames(clerk: OverHttp, items: readonly Item[], act: string): Promise<string | undefined> {
  const found = items.filter((item) => item.act === act);
  for (const { code } of found.sort((a, b) => b.partiesLine.length - a.partiesLine.length))
    if (!/[\u{20000}-\u{3ffff}]/u.test(JSON.stringify(await clerk.get(`/api/disputes/${code}`)))) return code;
  return undefined;
}

/** Matters of the demo that the pictures show, and two that are registered for them, since a PIN is told only once. */
export async function findSights(address: string): Promise<Sight> {
  const staff = await demoStaff(address);
  const dispatching = (await staff.dispatcher.get('/api/work')).items as Item[];
  const verifying = (await staff.closer.get('/api/work')).items as Item[];
  const handling = (await staff.handler.get('/api/work')).items as Item[];
  const underWay = await registered(staff.receptionist);
  await bringTo(staff, underWay.code, 'progress-reports');
  const over = await registered(staff.receptionist, { title: '老人赡养费分担' });
  await bringTo(staff, over.code, 'closures');
  return {
    triage: telling(dispatching, 'triage'),
    dispatch: telling(dispatching, 'dispatch'),
    handling: (await longestNames(staff.handler, handling, 'settle')) ?? underWay.code,
    verify: telling(verifying, 'verifyClosure'),
    underWay: { code: underWay.code, pin: underWay.slips[0].pin },
    over: { code: over.code, pin: over.slips[0].pin },
  };
}
