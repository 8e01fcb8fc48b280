import { agreementRoutes } from '../agreements/agreements.routes.ts';
import { groupRoutes } from '../agreements/groups.routes.ts';
import { bookingRoutes } from '../bookings/bookings.routes.ts';
import { claimantRoutes } from '../claimants/claimants.routes.ts';
import { performanceRoutes } from '../closing/performance.routes.ts';
import { doorRoutes } from '../doors/doors.routes.ts';
import { pathRoutes } from '../doors/path.routes.ts';
import { dossierRoutes } from '../dossier/dossier.routes.ts';
import { mediationRoutes } from '../mediation/proposals.routes.ts';
import { paperFormRoutes } from '../papers/papers.routes.ts';
import type { Http } from '../platform/http.ts';
import { filingRoutes, scanRoutes } from '../scans/scans.routes.ts';
import { signingRoutes } from '../signing/signing.routes.ts';
import { tableRoutes } from '../signing/tables.routes.ts';
import { sittingPaperRoutes } from '../sittings/papers.routes.ts';
import { sittingRoutes } from '../sittings/sittings.routes.ts';
import { taskRoutes } from '../taskForces/tasks.routes.ts';
import { templateRoutes } from '../templates/templates.routes.ts';
import type { ServerEngine } from './engine.ts';

/** The same engine, whose reference data also holds the book of the network. */
export const withBook = (engine: ServerEngine) => ({ ...engine, reference: () => engine.cache.current() });

/** Who mediates, what is agreed on at the table, and what becomes of it (docs/decisions/0068, 0073). */
export function theTable(app: Http, engine: ServerEngine): void {
  const hall = withBook(engine);
  bookingRoutes(app, hall);
  sittingRoutes(app, hall);
  sittingPaperRoutes(app, hall);
  mediationRoutes(app, engine, hall);
  claimantRoutes(app, engine);
  agreementRoutes(app, engine);
  groupRoutes(app, engine);
  signingRoutes(app, engine);
  tableRoutes(app, engine);
  performanceRoutes(app, engine);
  paperFormRoutes(app, hall);
  templateRoutes(app, hall);
  taskRoutes(app, engine);
  dossierRoutes(app, hall);
  // Kinds of doors are bound by their names, which the type of the engine does not list.
  doorRoutes(app, engine as never);
  pathRoutes(app, hall as never);
  scanRoutes(app, engine);
  filingRoutes(app, engine);
}
