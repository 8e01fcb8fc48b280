import { viewClock } from '../deadlines/clockView.ts';
import { regionPath } from '../network/network.ts';
import { actedBy } from '../people/actedBy.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { formatDay } from '../platform/now.ts';
import { openSteps } from '../procedures/openSteps.ts';
import type { Named } from '../procedures/views.ts';
import { answersFor, missingUnits, type Notice, type NoticeContext, type NoticeUnit, replyClock } from './notice.ts';
import type { NoticeDetail, NoticeEventRow } from './noticeDetail.ts';
import type { NoticeTimelineEntry, NoticeUnitView, NoticeView } from './noticeViews.ts';
import { noticeStatusLabels } from './procedure.ts';
import type { SupervisionEngine } from './supervisionEngine.ts';

type BoundNotice = SupervisionEngine['kinds']['supervision'];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

type Sentence = (data: Record<string, unknown>, unit: (id: unknown) => string) => string;
const sentences: Readonly<Record<string, Sentence>> = {
  supervise: (data) => `第${Number(data.level)}次督办${data.number ? `，${text(data.number)}` : ''}，发出。`,
  answerSupervision: (data, unit) => {
    const until = text(data.until);
    return `${unit(data.unitId) || '单位'}回复${until ? `，${formatDay(until)}前办完` : ''}。`;
  },
  sendBackAnswer: (data, unit) => `${unit(data.unitId)}的回复退回重报（第${Number(data.times)}次退回）。`,
  liftSupervision: () => '核对后解除。',
  closeSupervision: () => '解除。',
  followMatter: () => '随纠纷变动：谁可以知道、由谁回复，跟着改了。',
  withdrawSupervision: () => '撤销。',
  replaceSupervision: () => '由下一次督办接替。',
  copySupervision: () => '抄送分管领导。',
  listForInterview: () => '列入约谈通报名单。',
};

const whoDid = (event: NoticeEventRow, context: NoticeContext): string =>
  actedBy({ role: event.actor_role, name: event.name, unitId: event.actor_unit_id }, context);

function timelineOf(detail: NoticeDetail, context: NoticeContext): NoticeTimelineEntry[] {
  const unit = (id: unknown) => context.network.unit(text(id))?.short ?? '';
  return detail.events.map((event) => ({
    seq: event.seq,
    at: event.at.toISOString(),
    who: whoDid(event, context),
    sentence: sentences[event.type]?.(event.data, unit) ?? '',
    notes: detail.notes.filter((note) => note.event_id === event.id).map(({ kind, body }) => ({ kind, body })),
  }));
}

function unitView(unit: NoticeUnit, notice: Notice, detail: NoticeDetail, context: NoticeContext): NoticeUnitView {
  const { network, calendar, now } = context;
  const event = unit.answeredAt
    ? detail.events.find(({ type, data }) => type === 'answerSupervision' && data.unitId === unit.unitId)
    : undefined;
  const words = detail.notes.filter((note) => note.event_id === event?.id);
  const said = (kind: string) => words.find((note) => note.kind === kind)?.body;
  const clock = unit.answeredAt ? undefined : replyClock(notice.clocks, unit.unitId);
  return {
    unitId: unit.unitId,
    unit: network.unit(unit.unitId)?.short ?? '',
    name: network.unit(unit.unitId)?.name ?? '',
    answeredAt: unit.answeredAt?.toISOString() ?? null,
    promisedOn: unit.promisedOn,
    returns: unit.returns,
    clock: clock ? viewClock(clock, calendar, now, false) : null,
    answer: event
      ? {
          did: said('answerDid') ?? '',
          why: said('answerWhy') ?? '',
          by: whoDid(event, context),
        }
      : null,
  };
}

function aboutOf(
  notice: Notice,
  { facts }: NoticeDetail,
  { network }: NoticeContext,
  name: Named | null,
): NoticeView['about'] {
  const county = network.region(notice.countyCode)?.short ?? '';
  const place = facts.regionCode ?? notice.regionCode;
  return {
    code: notice.about.code,
    codeShort: shortCode(notice.about.code, county),
    category: facts.categoryCode ? (network.category(facts.categoryCode)?.name ?? '') : '',
    name,
    place: regionPath(place, (code) => network.region(code)?.short, 'county'),
  };
}

/** One notice as a post may see it: what is asked of whom until when, what was answered, and what can be done now. */
export function noticeView(
  bound: BoundNotice,
  notice: Notice,
  detail: NoticeDetail,
  context: NoticeContext,
  name: Named | null = null,
): NoticeView {
  const { network, directory } = context;
  const issuer = network.unit(notice.issuerCenterId);
  const word = (kind: string) => detail.notes.find((note) => note.kind === kind)?.body ?? '';
  return {
    ...{ code: notice.code, number: notice.number, level: notice.level, origin: notice.origin },
    title: detail.title,
    status: notice.status,
    statusLabel: noticeStatusLabels[notice.status].zh,
    urgency: detail.urgency,
    restricted: notice.restricted,
    sentAt: detail.sentAt.toISOString(),
    endedAt: detail.endedAt?.toISOString() ?? null,
    copiedAt: detail.copiedAt?.toISOString() ?? null,
    listedAt: detail.listedAt?.toISOString() ?? null,
    about: aboutOf(notice, detail, context, name),
    clock: detail.facts.clock ?? null,
    reason: word('superviseReason'),
    ask: word('superviseAsk'),
    issuer: {
      center: issuer?.name ?? '',
      by: notice.issuedByPostId ? (directory.post(notice.issuedByPostId)?.name ?? null) : null,
      phone: issuer?.phone ?? null,
    },
    cosigners: detail.cosignerIds.map((id) => network.unit(id)?.name ?? ''),
    units: notice.units.map((unit) => unitView(unit, notice, detail, context)),
    timeline: timelineOf(detail, context),
    version: notice.version,
    steps: openSteps(bound, notice, context),
    answerable: answersFor(context.actor, notice).filter((unitId) => missingUnits(notice).includes(unitId)),
  };
}
