import { clockState } from '../deadlines/state.ts';
import type { DisputeReference } from '../disputes/engine.ts';
import { maskPartiesLine } from '../disputes/maskParty.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import type { Sight } from '../disputes/views.ts';
import { regionPath } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { maskName } from '../platform/mask.ts';
import type { Extra } from './columns.ts';
import type { LedgerDbRow, LedgerDetails, LedgerWords } from './ledgerDbRow.ts';
import type { LedgerRow } from './views.ts';

const dated = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Words and numbers about the case that those who see place, category and status only do not get. */
function numbersOf(details: LedgerDetails, row: LedgerDbRow, { network }: DisputeReference) {
  return {
    source: details.source,
    supportingUnits: row.supportingUnits.map(({ unitId }) => network.unit(unitId)?.short ?? ''),
    people: details.peopleInvolved,
    amountCents: details.amountCents,
    willing: details.willing,
    occurredOn: details.occurredOn,
    outcome: details.outcome,
    reopened: details.reopened,
    contested: details.contested,
  };
}

const withoutNumbers = {
  source: null,
  supportingUnits: [],
  people: null,
  amountCents: null,
  willing: null,
  occurredOn: null,
  outcome: null,
  reopened: null,
  contested: null,
} satisfies Partial<LedgerRow>;

const isBrief = (sight: Sight): boolean => sight === 'place' || sight === 'former';

function detailsOf(details: LedgerDetails, row: LedgerDbRow, sight: Sight, reference: DisputeReference) {
  const { network } = reference;
  const name = (code: string | null) => (code === null ? null : (network.region(code)?.name ?? null));
  return {
    community: name(details.communityCode),
    grid: name(details.gridCode),
    address: seesFacts(sight) ? details.address : null,
    center: network.unit(row.receivingCenterId)?.short ?? '',
    dueAt: dated(details.dueAt),
    closedAt: dated(details.closedAt),
    updatedAt: details.updatedAt.toISOString(),
    ...(isBrief(sight) ? withoutNumbers : numbersOf(details, row, reference)),
  };
}

/** What only some columns show, as far as they stand there. */
function extrasFor(row: LedgerDbRow, sight: Sight, { shows, reference, contacts }: Shown): Partial<LedgerRow> {
  const brief = isBrief(sight);
  return {
    ...(row.details && detailsOf(row.details, row, sight, reference)),
    ...(shows.has('supervision') && { supervision: brief ? null : row.supervisionLevel }),
    ...(shows.has('visit') && { visit: brief ? null : row.visit }),
    ...(shows.has('rating') && { rating: brief ? null : row.rating }),
    ...(row.words && wordsOf(row.words, sight)),
    ...(contacts && {
      phone: seesFacts(sight) ? contacts.phone : null,
      idNumber: seesFacts(sight) ? contacts.idNumber : null,
    }),
  };
}

const sideNames = { applicant: '申请人', respondent: '对方', third: '第三人' } as const;

/** Everybody of each side by name; who may read names only masked reads them so here as well. */
function everybody(parties: LedgerWords['parties'], sight: Sight): string {
  if (isBrief(sight)) return '';
  const name = (text: string) => (seesFacts(sight) ? text : maskName(text));
  return (Object.keys(sideNames) as (keyof typeof sideNames)[])
    .map((side) => ({ side, names: parties.filter((party) => party.side === side).map((party) => name(party.name)) }))
    .filter(({ names }) => names.length > 0)
    .map(({ side, names }) => `${sideNames[side]}：${names.join('、')}`)
    .join('；');
}

function wordsOf({ facts, demands, oldNumber, results, parties }: LedgerWords, sight: Sight) {
  const told = seesFacts(sight);
  return {
    allParties: everybody(parties, sight),
    facts: told ? facts : null,
    demands: told ? demands : null,
    result: told ? results.join('；') : null,
    oldNumber: told ? oldNumber : null,
  };
}

function placeOf(row: LedgerDbRow, { network }: DisputeReference): string {
  const name = (code: string) => network.region(code)?.short;
  return regionPath(row.regionCode, name, row.regionCode.length > 6 ? 'township' : 'county');
}

function clockFace(row: LedgerDbRow, { reference, now }: Shown): LedgerRow['clock'] {
  if (!row.clock) return null;
  const calendar = reference.calendarFor(row.countyCode, row.receivingCenterId);
  const { code, word, chip, sentence } = clockState(row.clock, calendar, now);
  return { label: row.clock.rule.label, code, word, chip, sentence };
}

/** In which columns, by which names, as of when; `contacts` where they were asked for. */
export type Shown = {
  shows: ReadonlySet<Extra>;
  reference: DisputeReference;
  now: Date;
  contacts: { phone: string | null; idNumber: string | null } | null;
};

/** One line of the ledger as this post may see it: the same mask as the matter's own page. */
export function ledgerRow(row: LedgerDbRow, sight: Sight, shown: Shown): LedgerRow {
  const { network, directory } = shown.reference;
  const brief = isBrief(sight);
  const category = network.category(row.categoryCode)?.name ?? '';
  return {
    code: row.code,
    codeShort: shortCode(row.code, network.region(row.countyCode)?.short ?? ''),
    title: brief ? `${category}纠纷` : row.title,
    partiesLine: maskPartiesLine(row.partiesLine, sight),
    category,
    place: placeOf(row, shown.reference),
    leadUnit: row.leadUnitId ? (network.unit(row.leadUnitId)?.short ?? null) : null,
    handler: !brief && row.handlerPostId ? (directory.post(row.handlerPostId)?.name ?? null) : null,
    status: row.status,
    clock: clockFace(row, shown),
    openedAt: row.openedAt.toISOString(),
    firstContact:
      (row.firstContactPostId === null ? row.firstContactName : directory.post(row.firstContactPostId)?.name) ?? '',
    difficulty: brief ? null : row.difficulty,
    urgency: brief ? null : row.urgency,
    gravity: brief ? null : row.gravity,
    restricted: row.restricted,
    ...extrasFor(row, sight, shown),
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
