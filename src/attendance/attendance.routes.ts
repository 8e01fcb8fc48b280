import type { Http } from '../platform/http.ts';
import { absenceRoutes } from './absences.routes.ts';
import { alarmRoutes } from './alarms.routes.ts';
import type { AttendanceEngine } from './attendanceEngine.ts';
import { callRoutes } from './calls.routes.ts';
import { dutyLogRoutes } from './dutyLog.routes.ts';
import { presenceRoutes } from './presence.routes.ts';
import { rosterRoutes } from './roster.routes.ts';

export function attendanceRoutes(app: Http, engine: AttendanceEngine): void {
  presenceRoutes(app, engine);
  callRoutes(app, engine);
  alarmRoutes(app, engine);
  rosterRoutes(app, engine);
  dutyLogRoutes(app, engine);
  absenceRoutes(app, engine);
}
