import { roles } from '../platform/actor.ts';
import { isAdministrator, type PostRole } from './roles.ts';

/** Who heads a unit or a center. */
const heads = ['unitHead', 'centerLeader'] as const satisfies readonly PostRole[];
/** Into whose hands a unit gives a dispute. */
const handling = ['handler', 'mediator', ...heads] as const satisfies readonly PostRole[];
/** Who stands in the hall of a center and receives people. */
const counter = ['receptionist', 'dispatcher', 'centerLeader'] as const satisfies readonly PostRole[];
const overseers = ['supervisor', 'centerLeader', 'politicalLegalMember'] as const satisfies readonly PostRole[];
const onTheGround = ['gridWorker', 'informationOfficer', 'communityOfficer'] as const satisfies readonly PostRole[];
const court = ['dispatcher', 'referee', 'centerLeader'] as const satisfies readonly PostRole[];
const board = [...overseers, 'dispatcher', 'unitHead'] as const satisfies readonly PostRole[];
/** GB/T 22239-2019 §8.1.5: the three administrators handle no matters. */
const withMatters = roles.filter((role) => !isAdministrator(role));

/**
 * Who may enter: read by the server's addresses and by the menu of the workbench. Which matters somebody then sees is row
 * security's (viewers.ts), which step somebody may take stands in the row of its procedure.
 */
export const doors = {
  everybody: roles,
  matters: withMatters,
  registering: [...counter, 'informationOfficer'],
  sameMatter: counter,
  duplicates: ['dispatcher', 'centerLeader'],
  hall: counter,
  hallDevices: ['centerLeader', 'systemAdmin'],
  recordingVisits: [...counter, 'informationOfficer'],
  visits: [...counter, 'supervisor', 'politicalLegalMember'],
  keepingBodies: ['centerLeader'],
  paper: counter,
  scanning: ['receptionist', 'dispatcher', ...handling],
  imports: ['dispatcher', 'centerLeader'],
  clues: [...onTheGround, ...counter],
  reportingClues: onTheGround,
  answeringClues: counter,
  booking: ['receptionist', 'dispatcher', ...handling, 'courtClerk', 'arbitrator'],
  deliveries: counter,
  performance: ['receptionist', 'dispatcher', 'closer', ...handling],
  deliveryTexts: [...counter, 'systemAdmin'],
  rulings: [...court, 'supervisor', 'politicalLegalMember', 'unitHead'],
  precedents: court,
  board,
  briefing: ['centerLeader', 'politicalLegalMember'],
  reconciling: [...overseers, 'dispatcher'],
  reminding: ['supervisor', 'dispatcher', 'centerLeader'],
  issuingNotices: overseers,
  dimensions: [...court, 'receptionist', 'approver', 'closer', 'supervisor', 'politicalLegalMember'],
  sharingWithRegion: overseers,
  reports: [...board, 'receptionist'],
  reportForms: ['supervisor', ...counter],
  burden: [...overseers, 'unitHead'],
  desk: [...counter, 'informationOfficer', 'referee'],
  rules: [...withMatters, 'systemAdmin'],
  draftingRules: ['systemAdmin', 'centerLeader', 'dispatcher', 'supervisor'],
  publishingRules: ['systemAdmin', 'centerLeader', 'closer'],
  templates: ['dispatcher', 'centerLeader', 'closer'],
  draftingTemplates: ['dispatcher', 'centerLeader'],
  publishingTemplates: ['centerLeader', 'closer'],
  reviewingLaw: ['approver', 'centerLeader'],
  house: ['systemAdmin'],
  orphans: ['systemAdmin', 'centerLeader', 'supervisor'],
  people: ['systemAdmin', 'securityAdmin'],
  logIns: ['securityAdmin'],
  administrators: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
  trail: ['auditAdmin'],
} as const satisfies Readonly<Record<string, readonly PostRole[]>>;
export type Door = keyof typeof doors;

export const headsUnit = (role: string): boolean => (heads as readonly string[]).includes(role);

export const takesDisputes = (role: string): boolean => (handling as readonly string[]).includes(role);

export const mayEnter = (door: Door, role: string): boolean => (doors[door] as readonly string[]).includes(role);
