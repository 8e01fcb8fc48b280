import type { Calendar } from '../calendar/calendar.ts';
import type { Book } from '../network/book.ts';
import { type Network, superiorCenterId } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import { mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import type { Deps } from '../platform/deps.ts';
import { refuse } from '../platform/refusal.ts';
import type { AttendanceRules } from './attendanceRules.ts';

export type AttendanceReference = {
  network: Network;
  book: Book;
  calendarFor(countyCode: string, centerId?: string): Calendar;
  directory: Directory;
  counties: readonly string[];
  rulesFor(countyCode: string): { rules: { attendance: AttendanceRules } };
};

/** What this module stands on; the server hands it over. */
export type AttendanceEngine = Deps & { reference(): AttendanceReference };

export type Place = { readonly centerId: string; readonly countyCode: string };

/** The center asked for, within the actor's counties; the actor's own without one, or the county's for a unit. */
export function placeOf(engine: AttendanceEngine, actor: Actor, asked?: string): Place {
  const centerId = asked ?? actor.centerId ?? `${actor.countyCode}-center`;
  const unit = engine.reference().network.unit(centerId);
  if (unit?.kind !== 'center' || !actor.counties.includes(unit.countyCode))
    refuse('notFound', 'noSuchCenter', '没有这个中心，或者不在这个岗位的区县里。');
  return { centerId, countyCode: unit.countyCode };
}

export const rulesOf = (engine: AttendanceEngine, countyCode: string): AttendanceRules =>
  engine.reference().rulesFor(countyCode).rules.attendance;

/** Who may know what happens inside a center: its own people, and the desk above. */
export function keysOf(centerId: string, network: Network, ...postIds: readonly string[]): string[] {
  const own = network.unit(centerId);
  const above = own ? superiorCenterId(own) : null;
  const keys = ['system', `c:${centerId}`, `h:${centerId}`, `c:${centerId}#supervisor`];
  if (above) keys.push(`c:${above}#centerLeader`, `c:${above}#dispatcher`, `c:${above}#supervisor`);
  return [...new Set([...keys, ...postIds.map((postId) => `p:${postId}`)])];
}

/** Who runs the desk of a center. */
export const isDesk = (actor: Pick<Actor, 'role' | 'centerId'>, centerId: string): boolean =>
  actor.centerId === centerId && mayEnter('desk', actor.role);

export const isLeader = (actor: Pick<Actor, 'role' | 'centerId'>, centerId: string): boolean =>
  actor.centerId === centerId && actor.role === 'centerLeader';

/** Whoever works with disputes may know who is where; the three administrators have other doors. */
export function refuseAdministrators(actor: Actor): void {
  if (!mayEnter('matters', actor.role))
    refuse('forbidden', 'notYourRole', '在驻和值班由中心和入驻单位的人看，管理员不看。');
}

/** A unit as it is called at the counter: 人社, 公安, 法院. */
export function calledShort(unitId: string, network: Pick<Network, 'unit' | 'region'>): string {
  const unit = network.unit(unitId);
  if (!unit) return unitId;
  const stem = (network.region(unit.countyCode)?.short ?? '').replace(/[区县市]$/, '');
  const bare = unit.short.replace(new RegExp(`^${stem}[区县市]?`), '');
  return bare.replace(/(分局|局)$/, '') || unit.short;
}
