import { noteText } from '../matters/noteText.ts';
import { actedBy } from '../people/actedBy.ts';
import { holdsPost } from '../platform/actor.ts';
import { describe } from './describe.ts';
import type { DisputeContext } from './dispute.ts';
import type { EventRow, NoteRow } from './disputeRows.ts';
import type { ViewParts } from './disputeView.ts';
import { mayRead } from './sight.ts';
import type { Sight, TimelineEntry } from './views.ts';

/** History newest first, in sentences, with the words that this post may read. */
export function timelineOf({ rows, context }: ViewParts, sight: Sight): TimelineEntry[] {
  const { events, notes } = rows;
  if (sight === 'place') return [];
  const own = (postId: string | null) => postId !== null && postId === context.actor.postId;
  const shown = events.filter(
    (event) => event.type !== 'reveal' && (sight !== 'former' || own(event.actor_post_id) || ruledFor(event, context)),
  );
  return shown.map((event) => ({
    seq: event.seq,
    at: event.at.toISOString(),
    who: whoDid(event, context),
    type: event.type,
    sentence: describe({ type: event.type, data: event.data, statusAfter: event.status_after }, context),
    notes: onceEach(notes.filter((note) => note.event_id === event.id))
      .filter(
        (note) =>
          !saidOfOneself(event, context) &&
          mayRead(note.visibility, sight, context.actor, own(event.actor_post_id) || ruledFor(event, context)),
      )
      .map((note) => ({
        kind: note.kind,
        body: noteText(note),
        forResident: /^(resident$|party:)/.test(note.visibility),
      })),
    statusAfter: event.status_after,
  }));
}

/** What was ruled on a unit's sending back is for that unit to read, reasons included, also when it is rid of the matter. */
const ruledFor = (event: EventRow, { actor }: DisputeContext): boolean =>
  event.type === 'rule' && event.data.fromUnitId === actor.unitId;

/** Why a party wants another mediator is not for this one to read, unless he wrote it down himself. */
const saidOfOneself = ({ type, data, actor_post_id }: EventRow, { actor }: DisputeContext): boolean =>
  type === 'objectToMediator' && holdsPost(actor, String(data.postId)) && actor_post_id !== actor.postId;

/** What the resident was told may be words that stand in the event already. */
function onceEach(notes: readonly NoteRow[]): NoteRow[] {
  return notes.filter((note) => note.kind !== 'told' || notes.every((one) => one === note || one.body !== note.body));
}

function whoDid(event: EventRow, context: DisputeContext): string {
  if (event.actor_role === 'party') return '当事人';
  const { coversPostId } = event.data;
  const covered =
    typeof coversPostId === 'string' ? `代${context.directory.post(coversPostId)?.name ?? '同事'}` : undefined;
  return actedBy({ role: event.actor_role, name: event.name, unitId: event.actor_unit_id }, context, covered);
}
