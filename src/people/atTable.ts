import type { FastifyRequest } from 'fastify';
import { Refusal } from '../platform/refusal.ts';
import type { Session } from './session.ts';

/**
 * All that a tablet on a signing table may ask for, of its own dispute alone. Whoever finds the tablet finds this and nothing
 * else; the list is short on purpose.
 */
const open: ReadonlySet<string> = new Set([
  'GET /api/me',
  'GET /api/disputes/:code/signing',
  'GET /api/disputes/:code/signing/:agreementId/:partyId',
  'GET /api/disputes/:code/agreements/:agreementId/agreement.pdf',
  'POST /api/disputes/:code/signatures',
  'POST /api/disputes/:code/paper-signatures',
  'POST /api/disputes/:code/signing-objections',
]);

type Asked = Pick<FastifyRequest, 'method' | 'params' | 'routeOptions'>;

export function refuseBeyondTable({ tableCode }: Pick<Session, 'tableCode'>, request: Asked): void {
  if (tableCode === null) return;
  const { code } = request.params as { code?: string };
  const own = code === undefined || code === tableCode;
  if (own && open.has(`${request.method} ${request.routeOptions.url}`)) return;
  throw new Refusal('forbidden', 'onlyThisTable', '这台平板只能用来在这件事上签字。别的，请在自己的电脑上办。');
}

export const tableEnded = (): Refusal =>
  new Refusal('unauthenticated', 'tableEnded', '这张签字桌已经收回。签好的都在；没签的，请调解员重新打开签字桌。');
