import type { Http } from '../platform/http.ts';
import type { NetworkDeps } from './deps.ts';
import { networkEditRoutes } from './edits.routes.ts';
import { networkListRoutes } from './lists.routes.ts';
import { networkSheetRoutes } from './sheets.routes.ts';

export function networkRoutes(app: Http, deps: NetworkDeps): void {
  networkListRoutes(app, deps);
  networkEditRoutes(app, deps);
  networkSheetRoutes(app, deps);
}
