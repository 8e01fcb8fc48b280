import { Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { command, plainly } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { toIso } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { countersIn, type HallDeps, tags } from './deps.ts';
import { atDesk } from './desk.routes.ts';
import { type DeviceKind, deviceHash, deviceWords, newDeviceToken } from './device.ts';
import { listDevices, recordDevice, revokeDevice } from './devices.sql.ts';

const DeviceInput = Type.Object(
  {
    kind: Type.Union(
      (Object.keys(deviceWords) as DeviceKind[]).map((kind) => Type.Literal(kind)),
      { title: '什么设备' },
    ),
    name: Type.String({ minLength: 1, maxLength: 40, title: '叫什么' }),
    counter: Type.Optional(Type.Integer({ minimum: 1, maximum: 999, title: '几号窗' })),
  },
  { additionalProperties: false },
);
const params = Type.Object({ id: Id });

function openRoute(app: Http, deps: HallDeps): void {
  const schema = { tags, summary: '开通一台设备', body: DeviceInput };
  app.post('/api/hall/devices', { schema }, async (request, reply) => {
    const { actor, place, now } = await atDesk(request, deps, 'hallDevices');
    const { kind, name, counter } = request.body;
    const known = countersIn(deps.reference().book, place.centerId).some(({ number }) => number === counter);
    if (kind === 'counter' && !known) refuseField('counter', '窗口屏要选是几号窗。');
    const [id, token] = [newId(now), newDeviceToken()];
    await command(deps.db, actor, async (tx) => {
      const own = kind === 'counter' ? (counter ?? null) : null;
      const device = { id, kind, counter: own, name: name.trim(), hash: deviceHash(token), postId: actor.postId };
      recordDevice(tx, place, device, now);
      recordTrail(tx, { at: now, act: 'hall.deviceMade', actor, subject: id, detail: { kind } });
    });
    return reply.code(201).send({ id, link: `${deps.config.publicUrl}/hall/open/${token}` });
  });
}

/** Machines of the own center's hall. The link is shown once, to be opened on the machine; it can be taken back. */
export function deviceRoutes(app: Http, deps: HallDeps): void {
  app.get('/api/hall/devices', { schema: { tags, summary: '大厅的设备' } }, async (request) => {
    const { place } = await atDesk(request, deps, 'hallDevices');
    const rows = await plainly(deps.db, (queries) => listDevices(queries, place));
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      kindLabel: deviceWords[row.kind],
      name: row.name,
      counter: row.counter_number,
      madeAt: toIso(row.created_at),
      seenAt: row.seen_at && toIso(row.seen_at),
      revokedAt: row.revoked_at && toIso(row.revoked_at),
    }));
  });
  openRoute(app, deps);
  const schema = { tags, summary: '收回设备', params };
  app.post('/api/hall/devices/:id/revocations', { schema }, async (request, reply) => {
    const { actor, place, now } = await atDesk(request, deps, 'hallDevices');
    await command(deps.db, actor, async (tx) => {
      const found = await revokeDevice(tx, place, request.params.id, actor.postId, now);
      if (!found) refuse('notFound', 'noSuchDevice', '没有这台设备，或者已经收回了。');
      recordTrail(tx, { at: now, act: 'hall.deviceRevoked', actor, subject: request.params.id });
    });
    return reply.code(204).send();
  });
}
