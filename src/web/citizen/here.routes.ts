import type { AttendanceEngine } from '../../attendance/attendanceEngine.ts';
import { readPublicToday } from '../../attendance/publicToday.sql.ts';
import type { Http } from '../../platform/http.ts';
import { around } from './around.ts';
import { isLarge, sendPage } from './ask.routes.ts';
import { hereList, herePage } from './herePage.ts';

type Center = { Params: { center: string } };

/** 今天谁在中心: open to everybody, names nobody. */
export function hereRoutes(app: Http, engine: AttendanceEngine): void {
  const schema = { hide: true };
  app.get('/here', { schema }, async (request, reply) => {
    const { network } = engine.reference();
    const centers = network.units
      .filter(({ kind }) => kind === 'center')
      .map(({ id, name, countyCode }) => ({ id, name, county: network.region(countyCode)?.name ?? '' }));
    return sendPage(reply, hereList(around(network, null, isLarge(request), '/c/here'), centers));
  });
  app.get<Center>('/here/:center', { schema }, async (request, reply) => {
    const { center } = request.params;
    const today = await readPublicToday(engine, center);
    const { network } = engine.reference();
    const frame = around(network, null, isLarge(request), `/c/here/${center}`);
    return sendPage(reply, herePage({ ...frame, centerName: today.center.name, phone: today.center.phone }, today));
  });
}
