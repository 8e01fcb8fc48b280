import type { FastifyRequest } from 'fastify';
import { attendanceRoutes } from '../attendance/attendance.routes.ts';
import { briefingRoutes } from '../briefing/briefing.routes.ts';
import { clueRoutes } from '../clues/clues.routes.ts';
import { boardRoutes } from '../dashboards/board.routes.ts';
import { weeklyRoutes } from '../dashboards/weekly.routes.ts';
import { definitionRoutes } from '../definitions/definitions.routes.ts';
import { askOpenLines } from '../definitions/openCounts.sql.ts';
import { deliveryRoutes } from '../delivery/deliveries.routes.ts';
import { disputeRoutes } from '../disputes/disputes.routes.ts';
import { fileRoutes } from '../disputes/files.routes.ts';
import { outwardRoutes } from '../disputes/outward.routes.ts';
import { reminderRoutes } from '../disputes/reminders.routes.ts';
import { searchRoutes } from '../finding/search.routes.ts';
import { emergencyRoutes } from '../imports/emergency.routes.ts';
import { importActRoutes } from '../imports/importActs.routes.ts';
import { importRoutes } from '../imports/imports.routes.ts';
import { markedFileRoutes } from '../imports/markedFile.routes.ts';
import { paperFormRoutes } from '../imports/paper.routes.ts';
import { batchRoutes } from '../ledger/batch.routes.ts';
import { dimensionRoutes } from '../ledger/dimensions.routes.ts';
import { ledgerRoutes } from '../ledger/ledger.routes.ts';
import { outputRoutes } from '../ledger/outputs.routes.ts';
import { ledgerPeopleRoutes } from '../ledger/people.routes.ts';
import { savedViewRoutes } from '../ledger/savedViews.routes.ts';
import { linkingRoutes } from '../linking/linking.routes.ts';
import { liveRoutes } from '../matters/live.routes.ts';
import { noticeRoutes } from '../matters/notices.routes.ts';
import { peopleRoutes } from '../people/people.routes.ts';
import { countedAs } from '../people/requireActor.routes.ts';
import { systemActor } from '../platform/actor.ts';
import { healthRoutes } from '../platform/health.routes.ts';
import { buildHttp, type Http, type HttpOptions } from '../platform/http.ts';
import { namesOf } from '../procedures/names.sql.ts';
import { stepRoutes } from '../procedures/steps.routes.ts';
import { workRoutes } from '../procedures/work.routes.ts';
import { reassigningRoutes } from '../reassigning/reassigning.routes.ts';
import { appointmentRoutes } from '../reception/appointments.routes.ts';
import { deviceRoutes } from '../reception/devices.routes.ts';
import { hallRoutes } from '../reception/hall.routes.ts';
import { ticketRoutes } from '../reception/tickets.routes.ts';
import { visitRoutes } from '../reception/visits.routes.ts';
import { visitTotalRoutes } from '../reception/visitTotals.routes.ts';
import { burdenRoutes } from '../reports/burden.routes.ts';
import { fillRoutes } from '../reports/fills.routes.ts';
import { formRoutes } from '../reports/forms.routes.ts';
import { reportRoutes } from '../reports/reports.routes.ts';
import { snapshotRoutes } from '../reports/snapshots.routes.ts';
import { paperRoutes } from '../residents/papers.routes.ts';
import { previewOf } from '../residents/preview.sql.ts';
import { rulingRoutes } from '../routing/rulings.routes.ts';
import { supervisionRoutes } from '../supervision/supervision.routes.ts';
import { upkeepRoutes } from '../upkeep/upkeep.routes.ts';
import { citizenRoutes } from '../web/citizen/citizen.routes.ts';
import { hallPageRoutes } from '../web/hall/hall.routes.ts';
import { askedForms } from './askedForms.ts';
import { knowledgeOf } from './description.ts';
import type { ServerEngine } from './engine.ts';
import { followEdits } from './followEdits.ts';
import { makeGate } from './gate.ts';
import { practiceBand } from './practiceBand.ts';
import { recurring } from './recurring.ts';
import { referenceRoutes } from './reference.routes.ts';
import { robotsRoute, serveWorkbench, workbenchPage } from './staticPages.ts';
import { theTable, withBook } from './theTable.ts';

function receptionHall(app: Http, hall: ReturnType<typeof withBook>): void {
  attendanceRoutes(app, hall);
  hallRoutes(app, hall);
  ticketRoutes(app, hall);
  visitRoutes(app, hall);
  visitTotalRoutes(app, hall);
  appointmentRoutes(app, hall);
  deviceRoutes(app, hall);
}

function disputesAndTheirPeople(app: Http, engine: ServerEngine): void {
  linkingRoutes(app, engine);
  reminderRoutes(app, engine);
  disputeRoutes(app, engine, previewOf);
  theTable(app, engine);
}

function ledgerAndSearch(app: Http, engine: ServerEngine): void {
  ledgerRoutes(app, engine);
  savedViewRoutes(app, engine);
  dimensionRoutes(app, engine);
  ledgerPeopleRoutes(app, engine);
  batchRoutes(app, engine);
  outputRoutes(app, engine);
  searchRoutes(app, engine);
}

function reportsAndForms(app: Http, engine: ServerEngine): void {
  reportRoutes(app, engine);
  snapshotRoutes(app, engine);
  formRoutes(app, engine);
  fillRoutes(app, engine);
  burdenRoutes(app, engine, askedForms);
  definitionRoutes(app, engine);
}

const ofDisputes = [paperRoutes, outwardRoutes, fileRoutes];

function oldLedgersAndPaper(app: Http, engine: ServerEngine): void {
  importRoutes(app, engine);
  importActRoutes(app, engine);
  markedFileRoutes(app, engine);
  paperFormRoutes(app, engine);
  emergencyRoutes(app, engine);
}

function keptHouse(app: Http, engine: ServerEngine): void {
  const counties = () => engine.reference().counties;
  upkeepRoutes(app, { ...engine, gate: makeGate(engine), lines: recurring, up: engine.now(), counties });
}

const nameIn = (engine: ServerEngine) => (id: string) => {
  const { network } = engine.reference();
  return network.unit(id)?.short ?? network.region(id)?.name;
};

type Listening = Pick<HttpOptions, 'log' | 'onRoute'>;

function frame(engine: ServerEngine, listening: Listening): Promise<Http> {
  const counted = (request: FastifyRequest) => countedAs(request, engine);
  return buildHttp(engine, { ...listening, page: workbenchPage, countedAs: counted, knowledge: knowledgeOf(engine) });
}

/** The whole product as a table of contents: each module's routes, then the pages. */
export async function buildApp(
  engine: ServerEngine,
  log?: Listening['log'],
  onRoute?: Listening['onRoute'],
): Promise<Http> {
  const app = await frame(engine, { ...(log && { log }), ...(onRoute && { onRoute }) });
  if (engine.config.practice) practiceBand(app);
  healthRoutes(app, engine);
  peopleRoutes(app, engine, nameIn(engine));
  referenceRoutes(app, engine, followEdits(engine));
  noticeRoutes(app, engine, (queries, actor, keys) => namesOf(engine, queries, actor, keys));
  liveRoutes(app, engine);
  deliveryRoutes(app, engine);
  clueRoutes(app, engine);
  supervisionRoutes(app, engine);
  boardRoutes(app, engine);
  weeklyRoutes(app, engine, (actor, now) => askOpenLines(engine, actor, now));
  reportsAndForms(app, engine);
  const hall = withBook(engine);
  receptionHall(app, hall);
  briefingRoutes(app, hall);
  stepRoutes(app, engine);
  disputesAndTheirPeople(app, engine);
  workRoutes(app, engine);
  ledgerAndSearch(app, engine);
  rulingRoutes(app, engine);
  reassigningRoutes(app, { ...engine, house: systemActor, book: () => engine.cache.current().book });
  for (const routes of ofDisputes) routes(app, engine);
  oldLedgersAndPaper(app, engine);
  keptHouse(app, engine);
  citizenRoutes(app, hall);
  hallPageRoutes(app, hall);

  robotsRoute(app);
  await serveWorkbench(app);
  return app;
}
