import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readLedgerSearch } from '../../ledger/search.ts';
import { Loading } from '../../ui/PageState.tsx';
import { ApiError } from './api.ts';
import { readDutySearch } from './attendance/search.ts';
import { readBookingSearch } from './bookings/search.ts';
import { readDeliverySearch } from './delivery/queries.ts';
import { readLawSearch } from './law/queries.ts';
import { readPerformanceSearch } from './performance/search.ts';
import { meQuery, queryClient } from './queries.ts';
import { readHandoverSearch } from './reassigning/handovers/search.ts';
import { readDaySearch, readVisitSearch } from './reception/search.ts';
import { readFigureSearch, readReportSearch } from './reports/search.ts';
import { readRulingsSearch } from './routing/search.ts';
import { Shell } from './Shell.tsx';
import { readSearchAddress } from './search/searchAddress.ts';
import { homeOf } from './shell/jobs.ts';
import { NotFound, PageBroken } from './shell/Problem.tsx';
import { readBoardSearch, readMattersSearch } from './supervision/boardSearch.ts';
import { readNoticeSearch } from './supervision/notices/noticeSearch.ts';

type Search = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The log-in is a page of its own, so that it comes at once; nothing here goes on. */
function toLogin(next: string): Promise<never> {
  window.location.replace(next === '/' ? '/login' : `/login?${new URLSearchParams({ next })}`);
  return new Promise(() => {});
}

async function requireMe({ context, location }: { context: { client: QueryClient }; location: { href: string } }) {
  try {
    return { me: await context.client.ensureQueryData(meQuery) };
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'unauthenticated') throw error;
    return toLogin(location.href);
  }
}

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFound,
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: requireMe,
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: ({ context }) => {
    if (context.me.post) throw redirect({ to: homeOf(context.me.post.role), replace: true });
  },
});

const under = <const P extends string>(path: P) => ({ getParentRoute: () => app, path });

const work = createRoute({
  ...under('/work'),
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
});
const briefing = createRoute({
  ...under('/briefing'),
  component: lazyRouteComponent(() => import('./MorningPage.tsx'), 'MorningPage'),
});
const reception = createRoute({
  ...under('/reception'),
  validateSearch: (search: Search): { visit?: string } => {
    const visit = text(search.visit);
    return visit ? { visit } : {};
  },
  component: lazyRouteComponent(() => import('./CounterPage.tsx'), 'CounterPage'),
});
const receptionQueue = createRoute({
  ...under('/reception/queue'),
  component: lazyRouteComponent(() => import('./reception/QueuePage.tsx'), 'QueuePage'),
});
const receptionAppointments = createRoute({
  ...under('/reception/appointments'),
  validateSearch: readDaySearch,
  component: lazyRouteComponent(() => import('./reception/AppointmentsPage.tsx'), 'AppointmentsPage'),
});
const receptionVisits = createRoute({
  ...under('/reception/visits'),
  validateSearch: readVisitSearch,
  component: lazyRouteComponent(() => import('./reception/VisitsPage.tsx'), 'VisitsPage'),
});
const receptionDevices = createRoute({
  ...under('/reception/devices'),
  component: lazyRouteComponent(() => import('./reception/DevicesPage.tsx'), 'DevicesPage'),
});
const dispute = createRoute({
  ...under('/disputes/$code'),
  validateSearch: (search: Search): { act?: string; lead?: string } => {
    const [act, lead] = [text(search.act), text(search.lead)];
    return { ...(act && { act }), ...(act && lead && { lead }) };
  },
  component: lazyRouteComponent(() => import('./DisputeWithNotices.tsx'), 'DisputeWithNotices'),
});
const signingDesk = createRoute({
  ...under('/disputes/$code/signing'),
  component: lazyRouteComponent(() => import('./signing/DeskPage.tsx'), 'DeskPage'),
});
/** Without the frame: residents look at it, and nothing there leads elsewhere. */
const signingTable = createRoute({
  getParentRoute: () => root,
  path: '/signing/$code',
  beforeLoad: requireMe,
  component: lazyRouteComponent(() => import('./SigningTable.tsx'), 'SigningTable'),
});
const disputeClaimants = createRoute({
  ...under('/disputes/$code/claimants'),
  component: lazyRouteComponent(() => import('./claimants/RosterPage.tsx'), 'RosterPage'),
});
const disputeDossier = createRoute({
  ...under('/disputes/$code/dossier'),
  component: lazyRouteComponent(() => import('./dossier/DossierPage.tsx'), 'DossierPage'),
});
const disputeGroup = createRoute({
  ...under('/disputes/$code/agreement-group'),
  validateSearch: (search: Search): { group?: string } => {
    const group = text(search.group);
    return group ? { group } : {};
  },
  component: lazyRouteComponent(() => import('./claimants/GroupPage.tsx'), 'GroupPage'),
});
const ledger = createRoute({
  ...under('/ledger'),
  validateSearch: readLedgerSearch,
  component: lazyRouteComponent(() => import('./ledger/LedgerPage.tsx'), 'LedgerPage'),
});
const handovers = createRoute({
  ...under('/handovers'),
  validateSearch: readHandoverSearch,
  component: lazyRouteComponent(() => import('./reassigning/handovers/HandoversPage.tsx'), 'HandoversPage'),
});
const duplicates = createRoute({
  ...under('/duplicates'),
  validateSearch: (search: Search): { after?: string } => {
    const after = text(search.after);
    return after ? { after } : {};
  },
  component: lazyRouteComponent(() => import('./linking/PairsPage.tsx'), 'PairsPage'),
});
const ledgerDimensions = createRoute({
  ...under('/ledger/dimensions'),
  validateSearch: readLedgerSearch,
  component: lazyRouteComponent(() => import('./ledger/DimensionsPage.tsx'), 'DimensionsPage'),
});
const ledgerOutputs = createRoute({
  ...under('/ledger/outputs'),
  component: lazyRouteComponent(() => import('./ledger/OutputsPage.tsx'), 'OutputsPage'),
});
const reorganizations = createRoute({
  ...under('/reorganizations'),
  component: lazyRouteComponent(
    () => import('./reassigning/reorganizations/ReorganizationsPage.tsx'),
    'ReorganizationsPage',
  ),
});
const phrases = createRoute({
  ...under('/phrases'),
  component: lazyRouteComponent(() => import('./reassigning/phrases/PhrasesPage.tsx'), 'PhrasesPage'),
});
const mediation = createRoute({
  ...under('/mediation'),
  validateSearch: (search: Search): { skill?: string } => {
    const skill = text(search.skill);
    return skill ? { skill } : {};
  },
  component: lazyRouteComponent(() => import('./mediation/BodiesPage.tsx'), 'BodiesPage'),
});
const rulings = createRoute({
  ...under('/rulings'),
  validateSearch: readRulingsSearch,
  component: lazyRouteComponent(() => import('./routing/RulingsPage.tsx'), 'RulingsPage'),
});
const supervision = createRoute({
  ...under('/supervision'),
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import('./supervision/BoardPage.tsx'), 'BoardPage'),
});
const supervisionMatters = createRoute({
  ...under('/supervision/matters'),
  validateSearch: readMattersSearch,
  component: lazyRouteComponent(() => import('./supervision/MattersPage.tsx'), 'MattersPage'),
});
const sittings = createRoute({
  ...under('/sittings'),
  component: lazyRouteComponent(() => import('./sittings/SittingsPage.tsx'), 'SittingsPage'),
});
const sitting = createRoute({
  ...under('/sittings/$code'),
  validateSearch: (search: Search): { act?: string } => {
    const act = text(search.act);
    return act ? { act } : {};
  },
  component: lazyRouteComponent(() => import('./sittings/SittingPage.tsx'), 'SittingPage'),
});
const supervisionNotices = createRoute({
  ...under('/supervision/notices'),
  validateSearch: readNoticeSearch,
  component: lazyRouteComponent(() => import('./supervision/notices/NoticesPage.tsx'), 'NoticesPage'),
});
const supervisionNotice = createRoute({
  ...under('/supervision/notices/$code'),
  validateSearch: (search: Search): { act?: string } => {
    const act = text(search.act);
    return act ? { act } : {};
  },
  component: lazyRouteComponent(() => import('./supervision/notices/NoticePage.tsx'), 'NoticePage'),
});
const reports = createRoute({
  ...under('/reports'),
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./reports/ReportsPage.tsx'), 'ReportsPage'),
});
const definitions = createRoute({
  ...under('/definitions'),
  component: lazyRouteComponent(() => import('./definitions/DefinitionsPage.tsx'), 'DefinitionsPage'),
});
const reportFigures = createRoute({
  ...under('/reports/figures'),
  validateSearch: readFigureSearch,
  component: lazyRouteComponent(() => import('./reports/FigurePage.tsx'), 'FigurePage'),
});
const reportSnapshot = createRoute({
  ...under('/reports/snapshots/$id'),
  component: lazyRouteComponent(() => import('./reports/SnapshotPage.tsx'), 'SnapshotPage'),
});
const reportForms = createRoute({
  ...under('/reports/forms'),
  component: lazyRouteComponent(() => import('./reports/FormsPage.tsx'), 'FormsPage'),
});
const reportForm = createRoute({
  ...under('/reports/forms/$id'),
  component: lazyRouteComponent(() => import('./reports/FormPage.tsx'), 'FormPage'),
});
const reportFill = createRoute({
  ...under('/reports/fills/$id'),
  component: lazyRouteComponent(() => import('./reports/FillPage.tsx'), 'FillPage'),
});
const reportBurden = createRoute({
  ...under('/reports/burden'),
  component: lazyRouteComponent(() => import('./reports/BurdenPage.tsx'), 'BurdenPage'),
});
const notices = createRoute({
  ...under('/notices'),
  validateSearch: (search: Search): { show?: 'unread'; after?: string } => {
    const after = text(search.after);
    return { ...(search.show === 'unread' && { show: 'unread' as const }), ...(after && { after }) };
  },
  component: lazyRouteComponent(() => import('./matters/NoticesPage.tsx'), 'NoticesPage'),
});
const clues = createRoute({
  ...under('/clues'),
  validateSearch: (search: Search): { all?: '1'; after?: string } => {
    const after = text(search.after);
    return { ...((search.all === '1' || search.all === 1) && { all: '1' as const }), ...(after && { after }) };
  },
  component: lazyRouteComponent(() => import('./clues/CluesPage.tsx'), 'CluesPage'),
});
const newClue = createRoute({
  ...under('/clues/new'),
  component: lazyRouteComponent(() => import('./clues/NewCluePage.tsx'), 'NewCluePage'),
});
const clue = createRoute({
  ...under('/clues/$id'),
  component: lazyRouteComponent(() => import('./clues/CluePage.tsx'), 'CluePage'),
});
const deliveries = createRoute({
  ...under('/deliveries'),
  validateSearch: readDeliverySearch,
  component: lazyRouteComponent(() => import('./delivery/DeliveriesPage.tsx'), 'DeliveriesPage'),
});
const deliveryTexts = createRoute({
  ...under('/deliveries/texts'),
  component: lazyRouteComponent(() => import('./delivery/TextsPage.tsx'), 'TextsPage'),
});
const presence = createRoute({
  ...under('/presence'),
  validateSearch: (search: Search): { center?: string; day?: string; part?: 'week' } => {
    const [center, day] = [text(search.center), text(search.day)];
    return { ...(center && { center }), ...(day && { day }), ...(search.part === 'week' && { part: 'week' as const }) };
  },
  component: lazyRouteComponent(() => import('./attendance/PresencePage.tsx'), 'PresencePage'),
});
const duty = createRoute({
  ...under('/duty'),
  validateSearch: readDutySearch,
  component: lazyRouteComponent(() => import('./attendance/DutyPage.tsx'), 'DutyPage'),
});
const task = createRoute({
  ...under('/tasks/$code'),
  validateSearch: (search: Search): { act?: string } => {
    const act = text(search.act);
    return act ? { act } : {};
  },
  component: lazyRouteComponent(() => import('./tasks/TaskPage.tsx'), 'TaskPage'),
});
const door = createRoute({
  ...under('/doors/$code'),
  validateSearch: (search: Search): { act?: string } => {
    const act = text(search.act);
    return act ? { act } : {};
  },
  component: lazyRouteComponent(() => import('./doors/DoorPage.tsx'), 'DoorPage'),
});
const performance = createRoute({
  ...under('/promises'),
  validateSearch: readPerformanceSearch,
  component: lazyRouteComponent(() => import('./performance/PerformancePage.tsx'), 'PerformancePage'),
});
const bookings = createRoute({
  ...under('/bookings'),
  validateSearch: readBookingSearch,
  component: lazyRouteComponent(() => import('./bookings/BookingsPage.tsx'), 'BookingsPage'),
});
const myWeek = createRoute({
  ...under('/bookings/mine'),
  validateSearch: (search: Search): { day?: string } => {
    const day = text(search.day);
    return day ? { day } : {};
  },
  component: lazyRouteComponent(() => import('./bookings/MyWeekPage.tsx'), 'MyWeekPage'),
});
const absences = createRoute({
  ...under('/absences'),
  validateSearch: (search: Search): { name?: string } => {
    const name = text(search.name);
    return name ? { name } : {};
  },
  component: lazyRouteComponent(() => import('./attendance/AbsencesPage.tsx'), 'AbsencesPage'),
});
const people = createRoute({
  ...under('/people'),
  validateSearch: (search: Search): { find?: string; unit?: string; role?: string; after?: string } => {
    const [find, after, unit, role] = [text(search.find), text(search.after), text(search.unit), text(search.role)];
    return { ...(find && { find }), ...(unit && { unit }), ...(role && { role }), ...(after && { after }) };
  },
  component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
});
const network = createRoute({
  ...under('/network'),
  validateSearch: (search: Search): { part?: string; county?: string } => {
    const [part, county] = [text(search.part), text(search.county)];
    return { ...(part && { part }), ...(county && { county }) };
  },
  component: lazyRouteComponent(() => import('./network/NetworkPage.tsx'), 'NetworkPage'),
});
const sessions = createRoute({
  ...under('/sessions'),
  validateSearch: (search: Search): { all?: '1'; after?: string } => {
    const after = text(search.after);
    return { ...(search.all === '1' && { all: '1' as const }), ...(after && { after }) };
  },
  component: lazyRouteComponent(() => import('./people/account/SessionsPage.tsx'), 'SessionsPage'),
});
const secondFactor = createRoute({
  ...under('/second-factor'),
  component: lazyRouteComponent(() => import('./people/account/SecondFactorPage.tsx'), 'SecondFactorPage'),
});
const password = createRoute({
  ...under('/password'),
  component: lazyRouteComponent(() => import('./people/account/PasswordPage.tsx'), 'PasswordPage'),
});
const trail = createRoute({
  ...under('/trail'),
  validateSearch: (search: Search): { act?: string; subject?: string; after?: string } => {
    const [act, subject, after] = [text(search.act), text(search.subject), text(search.after)];
    return { ...(act && { act }), ...(subject && { subject }), ...(after && { after }) };
  },
  component: lazyRouteComponent(() => import('./people/trail/TrailPage.tsx'), 'TrailPage'),
});
const calendar = createRoute({
  ...under('/calendar'),
  validateSearch: (search: Search): { year?: string } => {
    const year = typeof search.year === 'number' ? String(search.year) : text(search.year);
    return year && /^20\d\d$/.test(year) ? { year } : {};
  },
  component: lazyRouteComponent(() => import('./calendar/CalendarPage.tsx'), 'CalendarPage'),
});
const settings = createRoute({
  ...under('/settings'),
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
});
const law = createRoute({
  ...under('/law'),
  validateSearch: readLawSearch,
  component: lazyRouteComponent(() => import('./law/SentencesPage.tsx'), 'SentencesPage'),
});
const operations = createRoute({
  ...under('/operations'),
  component: lazyRouteComponent(() => import('./operations/OperationsPage.tsx'), 'OperationsPage'),
});
const settingsDraft = createRoute({
  ...under('/settings/drafts/$id'),
  validateSearch: (search: Search): { part?: string } => {
    const part = text(search.part);
    return part ? { part } : {};
  },
  component: lazyRouteComponent(() => import('./settings/DraftPage.tsx'), 'DraftPage'),
});
const settingsReview = createRoute({
  ...under('/settings/drafts/$id/review'),
  component: lazyRouteComponent(() => import('./settings/ReviewPage.tsx'), 'ReviewPage'),
});
const settingsHistory = createRoute({
  ...under('/settings/versions'),
  validateSearch: (search: Search): { county?: string } => {
    const county = text(search.county);
    return county ? { county } : {};
  },
  component: lazyRouteComponent(() => import('./settings/HistoryPage.tsx'), 'HistoryPage'),
});
const settingsVersion = createRoute({
  ...under('/settings/versions/$county/$version'),
  validateSearch: (search: Search): { with?: string } => {
    const other = text(search.with);
    return other ? { with: other } : {};
  },
  component: lazyRouteComponent(() => import('./settings/VersionPage.tsx'), 'VersionPage'),
});

const search = createRoute({
  ...under('/search'),
  validateSearch: readSearchAddress,
  component: lazyRouteComponent(() => import('./search/SearchPage.tsx'), 'SearchPage'),
});
const keys = createRoute({
  ...under('/keys'),
  component: lazyRouteComponent(() => import('./shell/keys/KeysPage.tsx'), 'KeysPage'),
});

const imports = createRoute({
  ...under('/imports'),
  component: lazyRouteComponent(() => import('./imports/ImportsPage.tsx'), 'ImportsPage'),
});
const importRun = createRoute({
  ...under('/imports/$id'),
  component: lazyRouteComponent(() => import('./imports/ImportPage.tsx'), 'ImportPage'),
});
const templates = createRoute({
  ...under('/paper-templates'),
  component: lazyRouteComponent(() => import('./templates/TemplatesPage.tsx'), 'TemplatesPage'),
});
/** `of`: the scans are of this dispute, where a sheet does not say so itself. */
const ofDispute = (search: Search): { of?: string } => {
  const of = text(search.of);
  return of && /^\d{15}$/.test(of) ? { of } : {};
};
const scans = createRoute({
  ...under('/scans'),
  validateSearch: ofDispute,
  component: lazyRouteComponent(() => import('./scans/ScansPage.tsx'), 'ScansPage'),
});
const scan = createRoute({
  ...under('/scans/$id'),
  validateSearch: ofDispute,
  component: lazyRouteComponent(() => import('./scans/ScanPage.tsx'), 'ScanPage'),
});
const filedScans = createRoute({
  ...under('/disputes/$code/scans'),
  component: lazyRouteComponent(() => import('./scans/FiledPage.tsx'), 'FiledPage'),
});
const paper = createRoute({
  ...under('/paper'),
  component: lazyRouteComponent(() => import('./imports/paper/PaperPage.tsx'), 'PaperPage'),
});
const paperEntry = createRoute({
  ...under('/paper/$code'),
  component: lazyRouteComponent(() => import('./imports/paper/EntryPage.tsx'), 'EntryPage'),
});

const pages = [
  home,
  work,
  briefing,
  reception,
  receptionQueue,
  receptionAppointments,
  receptionVisits,
  receptionDevices,
  bookings,
  myWeek,
  dispute,
  signingDesk,
  disputeClaimants,
  disputeDossier,
  disputeGroup,
  ledger,
  ledgerDimensions,
  ledgerOutputs,
  handovers,
  reorganizations,
  phrases,
  mediation,
  performance,
  task,
  door,
  rulings,
  search,
  keys,
  duplicates,
  supervision,
  supervisionMatters,
  sittings,
  sitting,
  supervisionNotices,
  supervisionNotice,
  reports,
  definitions,
  reportFigures,
  reportSnapshot,
  reportForms,
  reportForm,
  reportFill,
  reportBurden,
  imports,
  importRun,
  templates,
  scans,
  scan,
  filedScans,
  paper,
  paperEntry,
  notices,
  clues,
  newClue,
  clue,
  deliveries,
  deliveryTexts,
  presence,
  duty,
  absences,
  people,
  network,
  sessions,
  secondFactor,
  password,
  trail,
  settings,
  law,
  operations,
  settingsDraft,
  settingsReview,
  settingsHistory,
  settingsVersion,
  calendar,
];

export const router = createRouter({
  routeTree: root.addChildren([app.addChildren(pages), signingTable]),
  context: { client: queryClient },
  // Plain pairs, so that an address can be read, typed and sent to a colleague.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const query = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
    return query === '' ? '' : `?${query.replaceAll('%2C', ',')}`;
  },
  scrollRestoration: true,
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageBroken,
  defaultPendingMs: 300,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
