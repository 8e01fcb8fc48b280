import { type Door, mayEnter } from '../../../people/doors.ts';
import type { PostRole } from '../../../people/roles.ts';

type Row = { to: string; zh: string; en: string; initials: string; door: Door; keys?: string };

/** Every page one can go to, with the door it stands behind, in the order of 更多. */
// biome-ignore format: a table is read by its columns
export const jobs = {
  briefing: { to: '/briefing', zh: '晨报', en: 'Morning', initials: 'cb', door: 'briefing', keys: 'G B' },
  work: { to: '/work', zh: '待办', en: 'My work', initials: 'db', door: 'matters', keys: 'G W' },
  ledger: { to: '/ledger', zh: '台账', en: 'Ledger', initials: 'tz', door: 'matters', keys: 'G T' },
  notices: { to: '/notices', zh: '通知', en: 'Notices', initials: 'tz', door: 'matters' },
  reception: { to: '/reception', zh: '接待', en: 'Reception', initials: 'jd', door: 'hall', keys: 'G R' },
  reports: { to: '/reports', zh: '统计', en: 'Reports', initials: 'tj', door: 'reports' },
  definitions: { to: '/definitions', zh: '口径', en: 'Definitions', initials: 'kj', door: 'matters' },
  reportForms: { to: '/reports/forms', zh: '上级的表', en: 'Superiors’ forms', initials: 'sjdb', door: 'reportForms' },
  presence: { to: '/presence', zh: '在驻', en: 'Presence', initials: 'zz', door: 'matters', keys: 'G P' },
  duty: { to: '/duty', zh: '值班', en: 'Duty', initials: 'zb', door: 'matters' },
  bookings: { to: '/bookings', zh: '订房约人', en: 'Rooms and people', initials: 'dfyr', door: 'matters' },
  sittings: { to: '/sittings', zh: '调解会', en: 'Sittings', initials: 'tjh', door: 'matters' },
  myWeek: { to: '/bookings/mine', zh: '我的一周', en: 'My week', initials: 'wdyz', door: 'matters' },
  reorganizations: { to: '/reorganizations', zh: '撤并', en: 'Closing and merging', initials: 'cb', door: 'house' },
  handovers: { to: '/handovers', zh: '移交', en: 'Hand-over', initials: 'yj', door: 'matters' },
  phrases: { to: '/phrases', zh: '常用语', en: 'Phrases', initials: 'cyy', door: 'matters' },
  mediation: { to: '/mediation', zh: '调解组织', en: 'Mediators', initials: 'tjzz', door: 'matters' },
  scans: { to: '/scans', zh: '扫描件归位', en: 'File scans', initials: 'smjgw', door: 'scanning' },
  promises: { to: '/promises', zh: '履行', en: 'Performance', initials: 'lx', door: 'performance' },
  dimensions: { to: '/ledger/dimensions', zh: '四维清单', en: 'Four dimensions', initials: 'swqd', door: 'dimensions' },
  duplicates: { to: '/duplicates', zh: '可能重复', en: 'Possible duplicates', initials: 'kncf', door: 'duplicates' },
  imports: { to: '/imports', zh: '导入旧台账', en: 'Import a ledger', initials: 'drjtz', door: 'imports' },
  hallQueue: { to: '/reception/queue', zh: '排队叫号', en: 'The line', initials: 'pdjh', door: 'hall' },
  hallAppointments: { to: '/reception/appointments', zh: '预约', en: 'Appointments', initials: 'yy', door: 'hall' },
  hallVisits: { to: '/reception/visits', zh: '接待登记簿', en: 'Visits', initials: 'jddjb', door: 'visits' },
  clues: { to: '/clues', zh: '网格上报', en: 'Reports from the ground', initials: 'wgsb', door: 'clues' },
  deliveries: { to: '/deliveries', zh: '通知当事人', en: 'Telling parties', initials: 'tzdsr', door: 'deliveries' },
  supervision: { to: '/supervision', zh: '督办', en: 'Supervision', initials: 'db', door: 'board', keys: 'G S' },
  rulings: { to: '/rulings', zh: '裁定', en: 'Rulings', initials: 'cd', door: 'rulings', keys: 'G C' },
  supervisionNotices: { to: '/supervision/notices', zh: '督办单', en: 'Supervision notices', initials: 'dbd', door: 'matters' },
  people: { to: '/people', zh: '人员', en: 'People', initials: 'ry', door: 'people' },
  network: { to: '/network', zh: '机构', en: 'Network', initials: 'jg', door: 'rules' },
  settings: { to: '/settings', zh: '规则', en: 'Rules', initials: 'gz', door: 'rules' },
  law: { to: '/law', zh: '法律的话', en: 'Sentences of law', initials: 'fldh', door: 'rules' },
  templates: { to: '/paper-templates', zh: '文书样式', en: 'Forms of papers', initials: 'wsys', door: 'templates' },
  calendar: { to: '/calendar', zh: '日历', en: 'Calendar', initials: 'rl', door: 'rules' },
  sessions: { to: '/sessions', zh: '登录', en: 'Log-ins', initials: 'dl', door: 'logIns' },
  trail: { to: '/trail', zh: '操作记录', en: 'Trail', initials: 'czjl', door: 'trail' },
  paper: { to: '/paper', zh: '停机备用', en: 'Paper for outages', initials: 'tjby', door: 'paper' },
  outputs: { to: '/ledger/outputs', zh: '导出与打印', en: 'Exports and prints', initials: 'dcydy', door: 'matters' },
  hallDevices: { to: '/reception/devices', zh: '大厅设备', en: 'Devices of the hall', initials: 'dtsb', door: 'hallDevices' },
  absences: { to: '/absences', zh: '请假代班', en: 'Absence and cover', initials: 'qjdb', door: 'everybody' },
  operations: { to: '/operations', zh: '运行', en: 'Operations', initials: 'yx', door: 'house' },
  burden: { to: '/reports/burden', zh: '填表负担', en: 'Burden of forms', initials: 'tbfd', door: 'burden' },
} as const satisfies Record<string, Row>;
export type Job = Row & { to: (typeof jobs)[keyof typeof jobs]['to'] };

const watching = [jobs.supervision, jobs.ledger, jobs.work, jobs.notices];
const onTheGround = [jobs.clues, jobs.work, jobs.ledger, jobs.notices];
const others: readonly Job[] = [jobs.work, jobs.ledger, jobs.notices];

/** What stands in the bar, in the order of the post's day; the first is where it begins. */
const bars: Readonly<Partial<Record<PostRole, readonly Job[]>>> = {
  receptionist: [jobs.reception, jobs.work, jobs.ledger, jobs.notices],
  dispatcher: [jobs.work, jobs.rulings, jobs.reception, jobs.ledger, jobs.notices],
  referee: [jobs.work, jobs.rulings, jobs.ledger, jobs.notices],
  centerLeader: [jobs.briefing, jobs.work, jobs.supervision, jobs.ledger, jobs.reception, jobs.notices],
  supervisor: watching,
  politicalLegalMember: [jobs.briefing, ...watching],
  gridWorker: onTheGround,
  informationOfficer: onTheGround,
  communityOfficer: onTheGround,
  systemAdmin: [jobs.operations, jobs.people, jobs.network, jobs.settings, jobs.calendar],
  securityAdmin: [jobs.people, jobs.sessions],
  auditAdmin: [jobs.trail],
};

/** The jobs of a post, in the order of its day. */
export const jobsOf = (role: string): readonly Job[] => bars[role as PostRole] ?? others;

/** Pages that help but are nobody's daily job: reachable, under 更多. */
export const moreJobsOf = (role: string): readonly Job[] =>
  Object.values(jobs).filter((job) => mayEnter(job.door, role) && !jobsOf(role).includes(job));

export const homeOf = (role: string): Job['to'] => jobsOf(role)[0]?.to ?? '/work';
