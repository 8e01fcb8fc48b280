import type { Engine } from '../disputes/engine.ts';
import type { Http } from '../platform/http.ts';
import { handoverRoutes } from './handovers.routes.ts';
import { holderRoutes } from './holders.routes.ts';

export function reassigningRoutes(app: Http, engine: Engine): void {
  holderRoutes(app, engine);
  handoverRoutes(app, engine);
}
