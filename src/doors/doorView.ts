import { viewClock, viewClocks } from '../deadlines/clockView.ts';
import { runningClocks } from '../deadlines/leading.ts';
import { statusLabels } from '../disputes/procedure.ts';
import type { Door, DoorContext, DoorField, DoorWay } from '../handover/door.ts';
import type { DoorDetail } from '../handover/doorDetail.ts';
import type { DoorSpec } from '../handover/doorKind.ts';
import { wayOf } from '../handover/doorLife.ts';
import type { BoundDoor } from '../handover/doorSteps.ts';
import { missingFields } from '../handover/fillDoor.ts';
import { actedBy } from '../people/actedBy.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { dayOf, formatDay, isDay } from '../platform/now.ts';
import { openSteps } from '../procedures/openSteps.ts';
import type { Named } from '../procedures/views.ts';
import type { Choice, DoorRow, DoorTurn, DoorView, FieldView } from './doorViews.ts';

const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const named = ({ parties }: Pick<Door, 'parties'>, ids: readonly string[]): string =>
  parties
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join('、');

function resultWords(door: Door, way: DoorWay): string | null {
  if (door.result !== null) return way.results[door.result]?.label ?? door.result;
  if (door.status === 'refused') return `没有受理：${way.grounds[door.ground ?? ''] ?? ''}`;
  return null;
}

/** One line of the doors of a dispute. */
export function doorRow(kind: BoundDoor['kind'], way: DoorWay, door: Door, { calendar, now }: DoorContext): DoorRow {
  const [next] = runningClocks(door.clocks);
  const clock = next ? viewClock(next, calendar, now, false) : null;
  return {
    ...{ code: door.code, kind: kind.name, way: door.way, label: way.label, status: door.status },
    statusLabel: kind.statuses[door.status]?.zh ?? door.status,
    body: door.bodyName,
    applicants: named(door, door.applicantIds),
    result: resultWords(door, way),
    openedOn: dayOf(door.openedAt),
    clock: clock && { label: clock.label, sentence: clock.sentence, dueAt: clock.dueAt, code: clock.code },
  };
}

const sealedSay = '已经填好，不显示';

function fieldView(field: DoorField, { answers }: Pick<DoorDetail, 'answers'>, proposals: Proposals): FieldView {
  const { name, label, hint, kind, who, options = [], must = false, protect = false } = field;
  const kept = answers.find((each) => each.field === name);
  const value = kept === undefined || kept.sealed ? '' : kept.value;
  return {
    ...{ name, label, hint: kept?.sealed ? sealedSay : hint, kind, who, options, must, protect },
    ...{ filled: kept !== undefined, value, proposal: kept === undefined ? (proposals[name] ?? '') : '' },
  };
}

function sentenceOf({ kind }: BoundDoor, way: DoorWay, { type, data }: DoorDetail['events'][number]): string {
  if (type === 'openDoor') return `开了「${way.label}」。`;
  const label = kind.steps[type]?.label ?? '';
  const day = typeof data.on === 'string' && isDay(data.on) ? `（${formatDay(data.on)}）` : '';
  const ground = typeof data.ground === 'string' ? way.grounds[data.ground] : undefined;
  const result = typeof data.result === 'string' ? way.results[data.result]?.label : undefined;
  const until = typeof data.until === 'string' && isDay(data.until) ? `最晚${formatDay(data.until)}` : undefined;
  const served = typeof data.servedOn === 'string' ? `${formatDay(data.servedOn)}送达对方` : undefined;
  const more = [result, ground, until, served].filter(Boolean).join('，');
  return `${label}${day}${more ? `：${more}` : ''}。`;
}

function timelineOf(bound: BoundDoor, way: DoorWay, detail: DoorDetail, context: DoorContext): DoorTurn[] {
  const { events, notes, files } = detail;
  return events.map((event) => ({
    ...{ seq: event.seq, at: event.at.toISOString(), who: actedBy({ ...event, role: event.actorRole }, context) },
    sentence: sentenceOf(bound, way, event),
    words: notes.filter(({ eventId, kind }) => eventId === event.id && kind !== 'told').map(({ body }) => body),
    files: files.filter(({ eventId }) => eventId === event.id).map(({ id, name }) => ({ id, name })),
  }));
}

/** What is known of the lines that nobody wrote yet. */
export type Proposals = Readonly<Record<string, string>>;
export type DoorReading = {
  detail: DoorDetail;
  material: DoorView['material'];
  proposals: Proposals;
  name: Named | null;
};

/** One door as a post may see it: how far it is, what is missing and who can bring it, what can be done now. */
export function doorView(
  bound: BoundDoor,
  spec: DoorSpec,
  door: Door,
  reading: DoorReading,
  context: DoorContext,
): DoorView {
  const way = wayOf(spec, door);
  const { network, calendar, now } = context;
  const { countyCode, version, about, joint, how, ground, resultOn, categoryCode } = door;
  const { detail, material, proposals, name } = reading;
  return {
    ...doorRow(bound.kind, way, door, context),
    ...{ countyCode, version, joint, how, resultOn, material, secret: way.secret, number: door.bodyNumber },
    about: {
      code: about.code,
      codeShort: shortCode(about.code, network.region(countyCode)?.short ?? ''),
      category: categoryCode ? (network.category(categoryCode)?.name ?? '') : '',
      ...{ status: statusLabels[about.status].zh, name },
    },
    ground: ground === null ? null : (way.grounds[ground] ?? way.results[door.result ?? '']?.grounds?.[ground] ?? null),
    says: door.result === null ? '' : (way.results[door.result]?.says ?? ''),
    ...{ paper: way.paper, papers: way.papers.map((each) => ({ ...each })) },
    fields: way.fields.map((field) => fieldView(field, detail, proposals)),
    missing: missingFields(door, way).map(({ label, who }) => ({ label, who })),
    clocks: viewClocks(door.clocks, calendar, now),
    choices: {
      grounds: choicesOf(way.grounds),
      results: Object.entries(way.results).map(([value, { label, grounds = {} }]) => ({
        ...{ value, label, grounds: choicesOf(grounds) },
      })),
    },
    timeline: timelineOf(bound, way, detail, context),
    files: detail.files.map(({ id, name: called }) => ({ id, name: called })),
    steps: openSteps(bound, door, context),
    ended: door.closedAt !== null,
  };
}
