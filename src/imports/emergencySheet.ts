import { type Status, type StepName, statusLabels, stepOf } from '../disputes/procedure.ts';
import type { Printable } from '../documents/printable.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import { roleLabel } from '../people/roles.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { maskName } from '../platform/mask.ts';
import { dayOf, formatClock, formatDocumentDay, formatDue } from '../platform/now.ts';

export type Owed = {
  code: string;
  owner: string;
  act: string;
  status: Status;
  categoryCode: string | null;
  regionCode: string;
  partiesLine: string;
  dueAt: Date | null;
};
export type EmergencyFacts = {
  centerName: string;
  countyName: string;
  printedBy: string;
  now: Date;
  owed: readonly Owed[];
};

const ofRole = (role: string): string => roleLabel(role);

/** Whose desk it is, in words: a post's name, a role of a center or unit, the handlers of a unit. */
export function deskWords(owner: string, network: Network, directory: Directory): string {
  const [holder = '', role] = owner.split('#');
  const [kind, id = ''] = [holder.slice(0, 1), holder.slice(2)];
  if (kind === 'p') {
    const post = directory.post(id);
    return post ? `${network.unit(post.unitId)?.short ?? ''} ${post.name}` : '已离岗的同事';
  }
  const unit = network.unit(id)?.short ?? '办理单位';
  return role ? `${unit} ${ofRole(role)}` : unit;
}

/** 郭秀兰等3人｜任建军 → 郭*兰等3人｜任*军: enough to know which, too little to know who. */
export const maskedLine = (line: string): string =>
  line
    .split('｜')
    .map((side) => side.replace(/^(.*?)(等\d+人)?$/, (_, name: string, more = '') => `${maskName(name)}${more}`))
    .join('｜');

const lastOfAll = new Date('9999-12-31');

/** What each desk owes with its next date, on paper: for the day when no screen shows it. No telephone, no number of a paper. */
export function emergencySheet(
  { centerName, countyName, printedBy, now, owed }: EmergencyFacts,
  { network, directory }: { network: Network; directory: Directory },
): Printable {
  const line = (each: Owed) => ({
    code: shortCode(each.code, countyName),
    act: stepOf(each.act as StepName).label,
    status: statusLabels[each.status].zh,
    what: `${network.category(each.categoryCode ?? '')?.name ?? ''} ${network.region(each.regionCode)?.short ?? ''}`,
    parties: maskedLine(each.partiesLine),
    due: each.dueAt === null ? '' : `${formatDue(each.dueAt)}前`,
    late: each.dueAt !== null && each.dueAt < now,
  });
  const soonest = owed.toSorted((a, b) => (a.dueAt ?? lastOfAll).getTime() - (b.dueAt ?? lastOfAll).getTime());
  const desks = [...Map.groupBy(soonest, ({ owner }) => deskWords(owner, network, directory))];
  return {
    template: 'imports/emergencySheet.typ',
    data: {
      centerName,
      printedBy,
      printedAt: `${formatDocumentDay(dayOf(now))} ${formatClock(now)}`,
      count: new Set(owed.map(({ code }) => code)).size,
      desks: desks.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, lines]) => ({ name, lines: lines.map(line) })),
    },
  };
}
