import { spanText } from '../bookings/booking.ts';
import { lastingPost } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { toIso } from '../platform/now.ts';
import { openSteps } from '../procedures/openSteps.ts';
import { heardView } from './heardView.ts';
import { SCRIBE_MS } from './minutes.ts';
import { sittingStatusLabels } from './procedure.ts';
import { type Invite, inviteOf, isOpenSitting, type Sitting, type SittingContext } from './sitting.ts';
import type { BoundSitting } from './sittingEngine.ts';
import type { HeardRow, SittingDetail } from './sittingRows.ts';
import { mayReadNote, sightOfSitting } from './sittingSight.ts';
import type * as views from './sittingViews.ts';

export type SittingParts = {
  readonly sitting: Sitting;
  readonly detail: SittingDetail;
  /** The disputes that the reader reads in full by himself. */
  readonly readable: readonly string[];
  readonly heard: readonly HeardRow[];
  roomName(id: string): string;
};

function inviteView(
  each: Invite,
  { heard, detail }: SittingParts,
  { directory, network }: SittingContext,
): views.SittingInvite {
  const party = heard.flatMap(({ parties }) => parties).find(({ id }) => id === each.partyId);
  const post = each.postId ? directory.post(each.postId) : undefined;
  const unitId = each.unitId ?? post?.unitId ?? null;
  const unit = unitId ? (network.unit(unitId)?.short ?? '') : '';
  const { id, disputeId, answer, came } = each;
  return {
    ...{ id, disputeId, answer, came, unit, side: party?.side ?? null },
    kind: each.partyId ? 'party' : each.postId ? 'post' : 'unit',
    of: each.partyId ?? each.postId ?? each.unitId ?? '',
    name: party?.name ?? post?.name ?? (each.unitId ? unit : '已不在岗'),
    reason: detail.reasons.get(id) ?? '',
  };
}

/** Whoever came from outside reads who else comes; the parties only where their names are on the table, and no reasons. */
function invitesView(parts: SittingParts, sight: views.SittingSight, context: SittingContext): views.SittingInvite[] {
  const { sitting, readable } = parts;
  const own = inviteOf(context.actor, sitting);
  const named = sitting.shared.includes('names');
  return sitting.invites.flatMap((each) => {
    const view = inviteView(each, parts, context);
    if (sight === 'full') return each.disputeId === null || readable.includes(each.disputeId) ? [view] : [];
    if (each.id === own?.id) return [view];
    if (sight !== 'table' || (each.partyId !== null && !named)) return [];
    return [{ ...view, reason: '' }];
  });
}

function proposalsView(
  { sitting, detail, readable }: SittingParts,
  sight: views.SittingSight,
  { directory }: SittingContext,
) {
  if (sight !== 'full') return [];
  return sitting.proposals.flatMap((each): views.ProposalView[] => {
    const row = detail.proposals.find(({ id }) => id === each.id);
    if (!row || !readable.includes(each.disputeId)) return [];
    return [{ ...each, text: row.body, at: toIso(row.at), by: directory.post(row.byPostId)?.name ?? '' }];
  });
}

export function minutesView(
  { detail, readable }: Pick<SittingParts, 'readable'> & { detail: Pick<SittingDetail, 'minutes'> },
  { directory, actor, now }: Pick<SittingContext, 'directory' | 'actor' | 'now'>,
): views.MinutesView[] {
  return detail.minutes.flatMap(({ body, scribePostId, writtenAt, ...row }) => {
    if (!readable.includes(row.disputeId)) return [];
    const by = directory.post(scribePostId)?.name ?? '';
    const held = scribePostId !== actor.postId && now.getTime() - writtenAt.getTime() < SCRIBE_MS;
    return [{ ...row, text: body, by, at: toIso(writtenAt), heldBy: held ? by : null }];
  });
}

function notesView({ sitting, detail, readable }: SittingParts, sight: views.SittingSight, { actor }: SittingContext) {
  const postIds = [actor.postId, lastingPost(actor)];
  const all = readable.length === sitting.disputes.length;
  return detail.notes.flatMap(({ id, kind, body, at, by, visibility, authorId }): views.SittingNoteView[] => {
    const mine = authorId === actor.userId;
    if (!mayReadNote({ kind, visibility }, mine, sight, postIds, all)) return [];
    return [{ id, kind, text: body, at: toIso(at), by: by ?? '', mine }];
  });
}

/** Withdrawn, given up or moved by somebody at the desk: whatever the reason, the room is not there at that time. */
const needsRoom = (sitting: Sitting, { booked }: SittingDetail): boolean =>
  isOpenSitting(sitting) &&
  sitting.roomIds.some(
    (id) =>
      !booked.some(
        ({ roomId, state, from, to }) =>
          roomId === id && state === 'held' && from <= sitting.startsAt && to >= sitting.endsAt,
      ),
  );

/** What does not depend on how much one may read: when, where, and what one can do. */
function headView(bound: BoundSitting, { sitting, detail, roomName }: SittingParts, context: SittingContext) {
  const { startsAt, endsAt, coolingUntil, startedAt } = sitting;
  const { network, directory, now } = context;
  return {
    ...{
      id: sitting.id,
      code: sitting.code,
      title: sitting.title,
      form: sitting.form,
      status: sitting.status,
      version: sitting.version,
    },
    asOf: toIso(now),
    statusLabel: sittingStatusLabels[sitting.status].zh,
    ...{ from: toIso(startsAt), to: toIso(endsAt), when: spanText({ from: startsAt, to: endsAt }) },
    center: network.unit(sitting.receivingCenterId)?.name ?? '',
    ...{ centerId: sitting.receivingCenterId, countyCode: sitting.countyCode },
    rooms: sitting.roomIds.map(roomName),
    ...{ roomIds: [...sitting.roomIds], place: sitting.place, shared: [...sitting.shared] },
    needsRoom: needsRoom(sitting, detail),
    hosts: sitting.hostPostIds.flatMap((id) => directory.post(id)?.name ?? []),
    leadingUnit: sitting.leadingUnitId ? (network.unit(sitting.leadingUnitId)?.short ?? '') : null,
    coolingUntil: coolingUntil && coolingUntil > now ? toIso(coolingUntil) : null,
    startedAt: startedAt && toIso(startedAt),
    endedAt: detail.endedAt && toIso(detail.endedAt),
    steps: openSteps(bound, sitting, context),
  };
}

export function sittingView(bound: BoundSitting, parts: SittingParts, context: SittingContext): views.SittingView {
  const { sitting, detail, readable } = parts;
  const sight = sightOfSitting(context.actor, sitting, readable.length > 0);
  const invite = inviteOf(context.actor, sitting);
  const full = sight === 'full';
  return {
    ...headView(bound, parts, context),
    sight,
    agenda: full || sight === 'table' ? detail.agenda : '',
    bring: full ? sitting.bring : '',
    disputes: heardView(parts, sight, context),
    invites: invitesView(parts, sight, context),
    asked: invite ? { answer: invite.answer } : null,
    proposals: proposalsView(parts, sight, context),
    minutes: full ? minutesView(parts, context) : [],
    notes: notesView(parts, sight, context),
    result: full ? sitting.result : null,
    againOn: full ? sitting.againOn : null,
  };
}
