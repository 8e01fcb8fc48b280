import type { Clock } from '../deadlines/clock.ts';
import { clockState } from '../deadlines/state.ts';
import type { DisputeReference } from '../disputes/engine.ts';
import { maskPartiesLine } from '../disputes/maskParty.ts';
import { type Status, statusLabels } from '../disputes/procedure.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import type { Sight } from '../disputes/views.ts';
import { regionPath } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { LedgerRow } from './views.ts';

export type PartyDbRow = { id: string; phone: string | null; idNumber: string | null };

export type LedgerDbRow = {
  countyCode: string;
  id: string;
  code: string;
  title: string;
  status: Status;
  categoryCode: string;
  regionCode: string;
  communityCode: string | null;
  gridCode: string | null;
  leadUnitId: string | null;
  receivingCenterId: string;
  handlerPostId: string | null;
  firstContactPostId: string;
  contactPostId: string | null;
  namedPostIds: string[];
  formerUnitIds: string[];
  formerPostIds: string[];
  handingPostIds: string[];
  supportingUnits: { unitId: string; task: string; doneAt: Date | null }[];
  partiesLine: string;
  address: string;
  source: string;
  peopleInvolved: number;
  amountCents: number | null;
  willing: string;
  occurredOn: string | null;
  difficulty: string | null;
  urgency: string | null;
  gravity: string | null;
  outcome: string | null;
  reopened: number;
  contested: boolean;
  openedAt: Date;
  closedAt: Date | null;
  updatedAt: Date;
  restricted: boolean;
  dueAt: Date | number | null;
  clock: Clock | null;
  supervisionLevel: number | null;
  visit: string | null;
  rating: number | null;
  applicants: PartyDbRow[] | null;
};

const dated = (at: Date | number | null): string | null => (at instanceof Date ? at.toISOString() : null);

/** Words and numbers about the case that those who see place, category and status only do not get. */
function numbersOf(row: LedgerDbRow, { network, directory }: DisputeReference) {
  const unitName = (id: string) => network.unit(id)?.short ?? '';
  return {
    source: row.source,
    handler: row.handlerPostId ? (directory.post(row.handlerPostId)?.name ?? null) : null,
    supportingUnits: row.supportingUnits.map(({ unitId }) => unitName(unitId)),
    people: row.peopleInvolved,
    amountCents: row.amountCents,
    willing: row.willing,
    occurredOn: row.occurredOn,
    difficulty: row.difficulty,
    urgency: row.urgency,
    gravity: row.gravity,
    outcome: row.outcome,
    reopened: row.reopened,
    contested: row.contested,
    supervision: row.supervisionLevel,
    visit: row.visit,
    rating: row.rating,
  };
}

const withoutNumbers = {
  source: null,
  handler: null,
  supportingUnits: [],
  people: null,
  amountCents: null,
  willing: null,
  occurredOn: null,
  difficulty: null,
  urgency: null,
  gravity: null,
  outcome: null,
  reopened: null,
  contested: null,
  supervision: null,
  visit: null,
  rating: null,
} satisfies Partial<LedgerRow>;

function placeOf(row: LedgerDbRow, { network }: DisputeReference) {
  const name = (code: string) => network.region(code)?.short;
  const below = (code: string | null) => (code === null ? null : (network.region(code)?.name ?? null));
  return {
    place: regionPath(row.regionCode, name, row.regionCode.length > 6 ? 'township' : 'county'),
    community: below(row.communityCode),
    grid: below(row.gridCode),
  };
}

function clockFace(row: LedgerDbRow, reference: DisputeReference, now: Date): LedgerRow['clock'] {
  if (!row.clock) return null;
  const calendar = reference.calendarFor(row.countyCode, row.receivingCenterId);
  const { code, word, chip, sentence } = clockState(row.clock, calendar, now);
  return { label: row.clock.rule.label, code, word, chip, sentence };
}

/** One line of the ledger as this post may see it: the same mask as the matter's own page. */
export function ledgerRow(
  row: LedgerDbRow,
  sight: Sight,
  reference: DisputeReference,
  now: Date,
  contacts: { phone: string | null; idNumber: string | null } | null = null,
): LedgerRow {
  const { network, directory } = reference;
  const brief = sight === 'place' || sight === 'former';
  const category = network.category(row.categoryCode)?.name ?? '';
  return {
    code: row.code,
    codeShort: shortCode(row.code, network.region(row.countyCode)?.short ?? ''),
    title: brief ? `${category}纠纷` : row.title,
    partiesLine: maskPartiesLine(row.partiesLine, sight),
    category,
    ...placeOf(row, reference),
    address: seesFacts(sight) ? row.address : null,
    leadUnit: row.leadUnitId ? (network.unit(row.leadUnitId)?.short ?? null) : null,
    center: network.unit(row.receivingCenterId)?.short ?? '',
    status: row.status,
    statusLabel: statusLabels[row.status].zh,
    clock: clockFace(row, reference, now),
    dueAt: dated(row.dueAt),
    openedAt: row.openedAt.toISOString(),
    closedAt: dated(row.closedAt),
    updatedAt: row.updatedAt.toISOString(),
    firstContact: directory.post(row.firstContactPostId)?.name ?? '',
    restricted: row.restricted,
    phone: seesFacts(sight) ? (contacts?.phone ?? null) : null,
    idNumber: seesFacts(sight) ? (contacts?.idNumber ?? null) : null,
    ...(brief ? withoutNumbers : numbersOf(row, reference)),
  };
}

/**
 * Whether a colleague in the same post of the same unit would see this row just as deeply. What somebody sees only because
 * it is the own matter, or because it names this very post, is not the unit's to hand round.
 */
export function isShared(row: LedgerDbRow, actor: Actor, sight: Sight): boolean {
  const colleague: Actor = { ...actor, postId: '', userId: '' };
  if (row.restricted) return actor.role === 'centerLeader' && actor.centerId === row.receivingCenterId;
  if (actor.viewers.every((viewer) => viewer.startsWith('p:'))) return false;
  return sightOf(colleague, row) === sight;
}
