/** A page one can go to from the top bar, the palette or by two keys. */
export type Job = {
  to:
    | '/work'
    | '/reception'
    | '/reception/queue'
    | '/reception/appointments'
    | '/reception/visits'
    | '/reception/devices'
    | '/ledger'
    | '/ledger/dimensions'
    | '/ledger/outputs'
    | '/supervision'
    | '/supervision/notices'
    | '/rulings'
    | '/reports'
    | '/reports/forms'
    | '/reports/burden'
    | '/duplicates'
    | '/imports'
    | '/paper'
    | '/notices'
    | '/handovers'
    | '/reorganizations'
    | '/phrases'
    | '/deliveries'
    | '/clues'
    | '/presence'
    | '/duty'
    | '/absences'
    | '/people'
    | '/network'
    | '/settings'
    | '/calendar'
    | '/sessions'
    | '/trail';
  zh: string;
  en: string;
  initials: string;
  keys?: string;
};

export const jobs = {
  reception: { to: '/reception', zh: '接待', en: 'Reception', initials: 'jd', keys: 'G R' },
  hallQueue: { to: '/reception/queue', zh: '排队叫号', en: 'The line', initials: 'pdjh' },
  hallAppointments: { to: '/reception/appointments', zh: '预约', en: 'Appointments', initials: 'yy' },
  hallVisits: { to: '/reception/visits', zh: '接待登记簿', en: 'Visits', initials: 'jddjb' },
  hallDevices: { to: '/reception/devices', zh: '大厅设备', en: 'Devices of the hall', initials: 'dtsb' },
  work: { to: '/work', zh: '待办', en: 'My work', initials: 'db', keys: 'G W' },
  ledger: { to: '/ledger', zh: '台账', en: 'Ledger', initials: 'tz', keys: 'G T' },
  dimensions: { to: '/ledger/dimensions', zh: '四维清单', en: 'Four dimensions', initials: 'swqd' },
  outputs: { to: '/ledger/outputs', zh: '导出与打印', en: 'Exports and prints', initials: 'dcydy' },
  supervisionNotices: { to: '/supervision/notices', zh: '督办单', en: 'Supervision notices', initials: 'dbd' },
  supervision: { to: '/supervision', zh: '督办', en: 'Supervision', initials: 'db', keys: 'G S' },
  rulings: { to: '/rulings', zh: '裁定', en: 'Rulings', initials: 'cd', keys: 'G C' },
  duplicates: { to: '/duplicates', zh: '可能重复', en: 'Possible duplicates', initials: 'kncf' },
  reports: { to: '/reports', zh: '统计', en: 'Reports', initials: 'tj' },
  reportForms: { to: '/reports/forms', zh: '上级的表', en: 'Superiors’ forms', initials: 'sjdb' },
  burden: { to: '/reports/burden', zh: '填表负担', en: 'Burden of forms', initials: 'tbfd' },
  imports: { to: '/imports', zh: '导入旧台账', en: 'Import a ledger', initials: 'drjtz' },
  paper: { to: '/paper', zh: '停机备用', en: 'Paper for outages', initials: 'tjby' },
  notices: { to: '/notices', zh: '通知', en: 'Notices', initials: 'tz' },
  clues: { to: '/clues', zh: '网格上报', en: 'Reports from the ground', initials: 'wgsb' },
  deliveries: { to: '/deliveries', zh: '通知当事人', en: 'Telling parties', initials: 'tzdsr' },
  handovers: { to: '/handovers', zh: '移交', en: 'Hand-over', initials: 'yj' },
  presence: { to: '/presence', zh: '在驻', en: 'Presence', initials: 'zz', keys: 'G P' },
  duty: { to: '/duty', zh: '值班', en: 'Duty', initials: 'zb' },
  absences: { to: '/absences', zh: '请假代班', en: 'Absence and cover', initials: 'qjdb' },
  reorganizations: { to: '/reorganizations', zh: '撤并', en: 'Closing and merging', initials: 'cb' },
  phrases: { to: '/phrases', zh: '常用语', en: 'Phrases', initials: 'cyy' },
  people: { to: '/people', zh: '人员', en: 'People', initials: 'ry' },
  network: { to: '/network', zh: '机构', en: 'Network', initials: 'jg' },
  settings: { to: '/settings', zh: '规则', en: 'Rules', initials: 'gz' },
  calendar: { to: '/calendar', zh: '日历', en: 'Calendar', initials: 'rl' },
  sessions: { to: '/sessions', zh: '登录', en: 'Log-ins', initials: 'dl' },
  trail: { to: '/trail', zh: '操作记录', en: 'Trail', initials: 'czjl' },
} as const satisfies Record<string, Job>;

const front = [jobs.reception, jobs.work, jobs.ledger, jobs.notices];
const hands = [jobs.work, jobs.ledger, jobs.notices];
const field = [jobs.clues, jobs.work, jobs.ledger, jobs.notices];
const watch = [jobs.supervision, jobs.ledger, jobs.work, jobs.notices];

const bars: Readonly<Record<string, readonly Job[]>> = {
  receptionist: front,
  dispatcher: [jobs.work, jobs.rulings, jobs.reception, jobs.ledger, jobs.notices],
  referee: [jobs.work, jobs.rulings, jobs.ledger, jobs.notices],
  centerLeader: [jobs.work, jobs.supervision, jobs.ledger, jobs.reception, jobs.notices],
  supervisor: watch,
  politicalLegalMember: watch,
  gridWorker: field,
  informationOfficer: field,
  communityOfficer: field,
  systemAdmin: [jobs.people, jobs.network, jobs.settings, jobs.calendar],
  securityAdmin: [jobs.people, jobs.sessions],
  auditAdmin: [jobs.trail],
};

/** The jobs of a post, in the order of its day. */
export function jobsOf(role: string): readonly Job[] {
  return bars[role] ?? hands;
}

/** Who sees more of a matter than its place: for them the ledger divides by source and grade. */
const dividing: readonly string[] = [
  'receptionist',
  'dispatcher',
  'referee',
  'approver',
  'centerLeader',
  'closer',
  'supervisor',
  'politicalLegalMember',
];

/** Pages that help but are nobody's daily job: reachable, under 更多. */
export function moreJobsOf(role: string): readonly Job[] {
  const bar = jobsOf(role);
  const administers = role === 'securityAdmin' || role === 'auditAdmin';
  const more: Job[] = administers ? [] : [jobs.supervisionNotices, jobs.network, jobs.settings, jobs.calendar];
  if (['supervisor', 'politicalLegalMember', 'unitHead', 'centerLeader'].includes(role)) more.unshift(jobs.rulings);
  if (role === 'unitHead' || role === 'dispatcher') more.unshift(jobs.supervision);
  if (['receptionist', 'dispatcher', 'centerLeader'].includes(role)) more.unshift(jobs.clues, jobs.deliveries);
  if (['receptionist', 'dispatcher', 'centerLeader'].includes(role))
    more.unshift(jobs.hallQueue, jobs.hallAppointments, jobs.hallVisits);
  if (role === 'dispatcher' || role === 'centerLeader') more.unshift(jobs.duplicates, jobs.imports);
  if (['receptionist', 'dispatcher', 'centerLeader'].includes(role)) more.push(jobs.paper);
  if (role === 'supervisor' || role === 'politicalLegalMember') more.unshift(jobs.hallVisits);
  if (dividing.includes(role)) more.unshift(jobs.dimensions);
  if (!administers && role !== 'systemAdmin') more.push(jobs.outputs);
  if (role === 'centerLeader' || role === 'systemAdmin') more.push(jobs.hallDevices);
  if (!administers && role !== 'systemAdmin') more.unshift(jobs.handovers, jobs.phrases);
  if (role === 'systemAdmin') more.unshift(jobs.reorganizations);
  if (!administers && role !== 'systemAdmin') more.unshift(jobs.presence, jobs.duty);
  more.push(jobs.absences);
  if (['supervisor', 'centerLeader', 'politicalLegalMember', 'unitHead'].includes(role)) more.push(jobs.burden);
  if (['supervisor', 'centerLeader', 'dispatcher', 'receptionist'].includes(role)) more.unshift(jobs.reportForms);
  if (['supervisor', 'centerLeader', 'politicalLegalMember', 'dispatcher', 'unitHead', 'receptionist'].includes(role))
    more.unshift(jobs.reports);
  return more.filter((job) => !bar.includes(job));
}

export function homeOf(role: string): Job['to'] {
  return jobsOf(role)[0]?.to ?? '/work';
}
