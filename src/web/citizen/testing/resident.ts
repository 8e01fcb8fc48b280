import pg from 'pg';
import type { PartyInput } from '../../../intake/party.ts';
import type { Http } from '../../../platform/http.ts';
import { newId } from '../../../platform/ids.ts';
import { hashPin } from '../../../platform/pin.ts';
import { noDanger } from '../../../routing/testing/noDanger.ts';
import type { TestApp } from '../../../server/testing/app.ts';

const street = '140106004-center';

/** A leak from upstairs between two fictional people, as it is typed at the counter. */
export const leak = (party: PartyInput) => ({
  parties: [
    { ...party, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' },
    { ...party, side: 'respondent', name: '任建军', idNumber: '', phone: '13800005678' },
  ],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004',
  address: '3号楼2单元',
  title: '楼上漏水赔偿',
  facts: '9月20日起楼上卫生间漏水，天花板和家具泡坏，找过楼上两次没有结果。',
  demands: '赔偿 8000 元并修好',
  occurredOn: '2026-09-20',
  peopleInvolved: 2,
  amountCents: 800_000,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
  creditCodeConfirmed: false,
  commandId: newId(),
});

/** Accepted, triaged, dispatched to the street and taken up there. */
export async function toMediation(it: TestApp, code: string) {
  const dispatcher = await it.as('dispatcher', '140106-center');
  const handler = await it.as('handler', street);
  const step = (who: typeof handler, noun: string, body: object = {}) =>
    who.post(`/api/disputes/${code}/${noun}`, body, 200);
  await step(dispatcher, 'acceptances');
  await step(dispatcher, 'triages', {
    difficulty: 'ordinary',
    urgency: 'medium',
    gravity: 'low',
    safety: noDanger,
    toldWhom: '',
    reason: '金额不大，但两家已经吵过两次。',
  });
  await step(dispatcher, 'dispatches', { leadUnitId: street, supportingUnitIds: [], message: '' });
  await step(handler, 'acknowledgements', { plan: '下午去现场' });
  return { handler, dispatcher };
}

/** Settled, submitted, verified. */
export async function toClosed(it: TestApp, code: string, handler: Awaited<ReturnType<typeof toMediation>>['handler']) {
  const closer = await it.as('closer', '140106-center');
  await handler.post(
    `/api/disputes/${code}/settlements`,
    {
      form: 'written',
      terms: '任建军赔偿郭秀兰 8000 元，并修好漏点。',
      effectiveOn: '2026-09-29',
      mediatedBy: 'committee',
      contains: [],
      totalCents: 800_000,
      items: [{ obligation: '任建军付给郭秀兰', amountCents: 800_000, dueOn: '2026-10-15' }],
    },
    200,
  );
  await handler.post(`/api/disputes/${code}/closure-submissions`, { result: '已签协议。' }, 200);
  await closer.post(`/api/disputes/${code}/closures`, { opinion: '材料齐，同意办结。' }, 200);
  return closer;
}

export type SentFile = { name: string; bytes: Buffer };

const boundary = 'fengqiao-form-boundary';

function multipart(fields: Record<string, string>, files: readonly SentFile[]): Buffer {
  const head = (disposition: string) => `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n`;
  const parts: Buffer[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`${head(`name="${name}"`)}\r\n${value}\r\n`),
  );
  for (const { name, bytes } of files) {
    const type = 'content-type: application/octet-stream\r\n\r\n';
    parts.push(Buffer.from(head(`name="files"; filename="${name}"`) + type), bytes, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

/** A page as it is read: without its markup. */
export const wordsOf = (page: string): string => page.replace(/<[^>]+>/g, '');

/** A resident's phone: keeps its cookies, runs no script, sends what stands in the form. */
export function aPhone(app: Http) {
  const cookies = new Map<string, string>();
  const request = async (method: 'GET' | 'POST', url: string, payload?: Buffer | string, type?: string) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), ...(type && { 'content-type': type }) };
    const answer = await app.inject({ method, url, headers, ...(payload !== undefined && { payload }) });
    for (const { name, value } of answer.cookies)
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    return answer;
  };
  const get = (url: string) => request('GET', url);
  return {
    get,
    /** The hidden fields of the page's form, as the phone will send them back. */
    async form(url: string): Promise<Record<string, string>> {
      const { body } = await get(url);
      const hidden = [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
      return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    },
    post: (url: string, fields: Record<string, string>) =>
      request('POST', url, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
    send: (url: string, fields: Record<string, string>, files: readonly SentFile[] = []) =>
      request('POST', url, multipart(fields, files), `multipart/form-data; boundary=${boundary}`),
  };
}

export type Phone = ReturnType<typeof aPhone>;

/** A slip for this party with a PIN that the test knows, as the counter would have printed it. */
export async function handSlip(it: TestApp, code: string, name: string, pin: string): Promise<void> {
  const client = new pg.Client({ connectionString: it.adminUrl });
  await client.connect();
  try {
    const found = await client.query(
      `select p.county_code, p.matter_id, p.id from party p join matter m on m.county_code = p.county_code and m.id = p.matter_id
       where m.code = $1 and p.name = $2`,
      [code, name],
    );
    const { county_code, matter_id, id } = found.rows[0] as Record<string, string>;
    await client.query(
      'insert into access_slip (county_code, id, matter_id, party_id, pin_hash, issued_at) values ($1, $2, $3, $4, $5, $6)',
      [county_code, newId(), matter_id, id, hashPin(it.engine.secrets.masterKey, matter_id ?? '', pin), it.clock.now],
    );
  } finally {
    await client.end();
  }
}
