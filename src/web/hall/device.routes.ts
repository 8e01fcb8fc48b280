import type { FastifyReply, FastifyRequest } from 'fastify';
import { plainly } from '../../platform/db.ts';
import { overTls } from '../../platform/http.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { HallDeps } from '../../reception/deps.ts';
import { type Device, deviceHash } from '../../reception/device.ts';
import { findDevice, touchDevice } from '../../reception/devices.sql.ts';

const COOKIE = 'fengqiao_hall';
const YEAR_SECONDS = 31_536_000;
const QUIET_MS = 5 * 60_000;

export function keepDevice(reply: FastifyReply, deps: HallDeps, token: string): void {
  const secure = overTls(deps);
  // Lax: whoever opens the link from a message comes from another site, and must find the page open.
  reply.setCookie(COOKIE, token, { path: '/hall', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR_SECONDS });
}

/** The machine behind a link or a cookie; refused once it was taken back. */
export async function deviceOf(deps: HallDeps, token: string | undefined): Promise<Device> {
  const now = deps.now();
  const device =
    token === undefined
      ? undefined
      : await plainly(deps.db, async (queries) => {
          const found = await findDevice(queries, deviceHash(token));
          if (found && now.getTime() - (found.seenAt?.getTime() ?? 0) > QUIET_MS)
            await touchDevice(queries, found.id, now);
          return found;
        });
  if (!device) throw new Refusal('unauthenticated', 'noSuchDevice', '这台设备没有开通，或者已经收回了。');
  return device;
}

export const requireDevice = (request: FastifyRequest, deps: HallDeps): Promise<Device> =>
  deviceOf(deps, request.cookies[COOKIE]);
