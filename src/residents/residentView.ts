import type { Dispute } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import { type StepName, statusLabels, stepOf } from '../disputes/procedure.ts';
import { ratingOpenUntil } from '../disputes/ratingBox.ts';
import { spokenQuestions } from '../law/questions.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { dayOf } from '../platform/now.ts';
import { waitingFor, waitSentence } from '../waits/waits.ts';
import { movedWords, residentClock, residentDates, rightsOf } from './residentClock.ts';
import { type ResidentInput, type ResidentPage, spokenCenter } from './residentInput.ts';
import { lateness, whatNext } from './residentNext.ts';
import { papersSaid } from './residentPapers.ts';
import { stepsShown, whereSince } from './residentSteps.ts';
import { residentTimeline } from './residentTimeline.ts';
import { asLed, togetherWords } from './residentTogether.ts';

export type { ResidentInput, ResidentPage } from './residentInput.ts';

const takes = (name: StepName, { status }: Dispute): boolean => stepOf(name).from.includes(status);

function mayRate({ dispute, context }: ResidentInput): boolean {
  const until = ratingOpenUntil(dispute.closedAt ?? new Date(0), context.rules.handling.ratingDays);
  return takes('rate', dispute) && !dispute.rated && context.now < until;
}

function whereNow({ dispute, entries, partyId }: ResidentInput): string {
  if (!dispute.contested) return statusLabels[dispute.status].resident;
  const last = entries.findLast(({ type }) => type === 'contest');
  const other = last?.actorRole === 'party' && partyId !== null && last.actorPostId !== partyId;
  return `${other ? '有一方' : '您'}说没有解决，中心正在看`;
}

/** Material is asked for at once; another wait is told when it is approved: until then the date stands. */
function waitShown({ dispute, context }: ResidentInput): ResidentPage['waitingFor'] {
  const wait = waitingFor(dispute);
  const asked = wait?.ground === 'material';
  if (!wait || (!asked && wait.state !== 'approved')) return null;
  return { asked, sentence: waitSentence(wait, context.network) };
}

/** What only the reader can miss, and what the reader has asked for. */
const ownOf = ({ entries, partyId, dispute, context }: ResidentInput): Pick<ResidentPage, 'rights' | 'claims'> => ({
  rights: rightsOf(dispute.clocks, context.now, { partyId, parties: dispute.parties }),
  claims: entries.flatMap(({ notes }) => notes.flatMap(({ kind, body }) => (kind === 'claim' ? [body] : []))),
});

/** Who mediates she knows by name, and that she may ask for another one (人民调解法 23). */
function whoMediates({ dispute, entries, context }: ResidentInput): Pick<ResidentPage, 'mediators' | 'canObject'> {
  // Words of an objection come to whoever objected alone: the other side does not learn that anybody did.
  const asked = entries.some(({ type, notes }) => type === 'objectToMediator' && notes.length > 0);
  const mediators = mediating(dispute).map(({ id, postId, unitId, state }) => ({
    id,
    name: context.directory.post(postId)?.name ?? '调解员',
    unit: context.network.unit(unitId)?.short ?? '',
    changing: state === 'tied' || (state === 'objected' && asked),
  }));
  return { mediators, canObject: mediators.length > 0 && takes('objectToMediator', dispute) };
}

/** The facts a resident sees, on screen, on paper and in the official's preview: same step, same date, same person. */
export function residentView(own: ResidentInput): ResidentPage {
  const input = asLed(own);
  const { dispute, context } = input;
  const { network, directory } = context;
  const center = network.unit(dispute.receivingCenterId);
  const lead = network.unit(dispute.leadUnitId ?? dispute.receivingCenterId);
  const unit = lead?.short ?? '综治中心';
  const handler = (dispute.handlerPostId && directory.post(dispute.handlerPostId)?.name) || null;
  const clock = residentClock(dispute);
  const dates = residentDates(clock, context);
  const first = dispute.firstContactPostId === null ? null : directory.post(dispute.firstContactPostId)?.name;
  const phone = center?.phone ?? lead?.phone ?? null;
  return {
    ...{ code: dispute.code, codeGrouped: formatCode(dispute.code) },
    title: dispute.title,
    registeredOn: dayOf(dispute.openedAt),
    where: whereNow(input),
    whereSince: whereSince(input),
    unit,
    handler,
    ...dates,
    late: lateness(dates.late, input, clock?.dueAt ?? null, phone),
    next: whatNext(input, { center: spokenCenter(center), unit, handler }),
    phone,
    askAt: [spokenCenter(center), input.centerAddress, first && `找${first}`].filter(Boolean).join('，'),
    steps: stepsShown(input),
    timeline: residentTimeline(input.entries, input, context),
    ...papersSaid(own),
    waitingFor: waitShown(input),
    moved: clock ? movedWords(clock) : null,
    ...{ ...ownOf(own), ...whoMediates(own) },
    canRate: mayRate(own),
    canContest: takes('contest', own.dispute) && !dispute.contested,
    canAdd: takes('message', own.dispute),
    rated: input.score,
    routes: spokenQuestions(dispute.categoryCode, context.rules.law),
    centerName: spokenCenter(center),
    together: togetherWords(own),
  };
}
