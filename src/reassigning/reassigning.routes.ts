import type { Http } from '../platform/http.ts';
import { handoverRoutes } from './handovers.routes.ts';
import { holderRoutes } from './holders.routes.ts';
import { phraseRoutes } from './phrases.routes.ts';
import { postSheetRoutes } from './posts.routes.ts';
import type { ReorganizingDeps } from './reorganizationActs.sql.ts';
import { reorganizationRoutes } from './reorganizations.routes.ts';

export function reassigningRoutes(app: Http, engine: ReorganizingDeps): void {
  holderRoutes(app, engine);
  handoverRoutes(app, engine);
  reorganizationRoutes(app, engine);
  phraseRoutes(app, engine);
  postSheetRoutes(app, engine);
}
