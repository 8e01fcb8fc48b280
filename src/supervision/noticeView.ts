import type { Calendar } from '../calendar/calendar.ts';
import { viewClock } from '../deadlines/clockView.ts';
import type { Network } from '../network/lookup.ts';
import { regionPath } from '../network/network.ts';
import type { Directory } from '../people/directory.ts';
import { roleLabel } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { formatDay } from '../platform/now.ts';
import {
  answersFor,
  isOpenNotice,
  mayVerify,
  type Notice,
  type NoticeUnit,
  noticeStatusLabels,
  replyClock,
} from './notice.ts';
import type { NoticeDetail, NoticeEventRow } from './noticeDetail.ts';
import type { NoticeTimelineEntry, NoticeUnitView, NoticeView } from './noticeViews.ts';

export type NoticeAround = { actor: Actor; network: Network; directory: Directory; calendar: Calendar; now: Date };

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
  withdrawSupervision: () => '撤销。',
  replaceSupervision: () => '由下一次督办接替。',
  copySupervision: () => '抄送分管领导。',
  listForInterview: () => '列入约谈通报名单。',
};

function whoDid(event: NoticeEventRow, { network }: NoticeAround): string {
  if (event.actor_role === 'system') return '系统';
  const unit = event.actor_unit_id ? network.unit(event.actor_unit_id)?.short : undefined;
  return `${event.name ?? '工作人员'}（${[unit, roleLabel(event.actor_role)].filter(Boolean).join(' ')}）`;
}

function timelineOf(detail: NoticeDetail, around: NoticeAround): NoticeTimelineEntry[] {
  const unit = (id: unknown) => around.network.unit(text(id))?.short ?? '';
  return detail.events.map((event) => ({
    seq: event.seq,
    at: event.at.toISOString(),
    who: whoDid(event, around),
    sentence: sentences[event.type]?.(event.data, unit) ?? '',
    notes: detail.notes.filter((note) => note.event_id === event.id).map(({ kind, body }) => ({ kind, body })),
  }));
}

function unitView(unit: NoticeUnit, notice: Notice, detail: NoticeDetail, around: NoticeAround): NoticeUnitView {
  const { network, calendar, now } = around;
  const event = unit.answeredAt
    ? detail.events.find(
        ({ type, data }) => type === 'answerSupervision' && (data.unitId === undefined || data.unitId === unit.unitId),
      )
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
    // Answers from before had one text for everything.
    answer: event
      ? {
          did: said('answerDid') ?? said('answerSupervision') ?? '',
          why: said('answerWhy') ?? '',
          by: whoDid(event, around),
        }
      : null,
  };
}

function actsOf(notice: Notice, actor: Actor): NoticeView['acts'] {
  const open = isOpenNotice(notice);
  const verifies = open && mayVerify(actor, notice);
  const answered = (unitId: string) => notice.units.some((unit) => unit.unitId === unitId && unit.answeredAt !== null);
  return {
    answer: open ? answersFor(actor, notice).filter((unitId) => !answered(unitId)) : [],
    returns: verifies ? notice.units.filter((unit) => unit.answeredAt !== null).map(({ unitId }) => unitId) : [],
    lift: verifies && notice.units.every((unit) => unit.answeredAt !== null),
    withdraw: verifies,
  };
}

function aboutOf(notice: Notice, { facts }: NoticeDetail, { network }: NoticeAround): NoticeView['about'] {
  const county = network.region(notice.countyCode)?.short ?? '';
  const place = facts.regionCode ?? notice.regionCode;
  return {
    code: notice.aboutCode,
    codeShort: shortCode(notice.aboutCode, county),
    category: facts.categoryCode ? (network.category(facts.categoryCode)?.name ?? '') : '',
    place: regionPath(place, (code) => network.region(code)?.short, 'county'),
  };
}

/** One notice as a post may see it: what is asked of whom until when, what was answered, and what can be done now. */
export function noticeView(notice: Notice, detail: NoticeDetail, around: NoticeAround): NoticeView {
  const { network, directory, actor } = around;
  const issuer = network.unit(notice.issuerCenterId);
  const word = (kind: string) => detail.notes.find((note) => note.kind === kind)?.body ?? '';
  return {
    code: notice.code,
    number: notice.number,
    title: detail.title,
    level: notice.level,
    origin: notice.origin,
    status: notice.status,
    statusLabel: noticeStatusLabels[notice.status],
    urgency: detail.urgency,
    restricted: notice.restricted,
    sentAt: detail.sentAt.toISOString(),
    endedAt: detail.endedAt?.toISOString() ?? null,
    copiedAt: detail.copiedAt?.toISOString() ?? null,
    listedAt: detail.listedAt?.toISOString() ?? null,
    about: aboutOf(notice, detail, around),
    clock: detail.facts.clock ?? null,
    reason: word('superviseReason'),
    ask: word('superviseAsk'),
    issuer: {
      center: issuer?.name ?? '',
      by: notice.issuedByPostId ? (directory.post(notice.issuedByPostId)?.name ?? null) : null,
      phone: issuer?.phone ?? null,
    },
    cosigners: detail.cosignerIds.map((id) => network.unit(id)?.name ?? ''),
    units: notice.units.map((unit) => unitView(unit, notice, detail, around)),
    timeline: timelineOf(detail, around),
    acts: actsOf(notice, actor),
  };
}
