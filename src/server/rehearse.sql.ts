import { gunzipSync, gzipSync } from 'node:zlib';
import { disputeKind } from '../disputes/kind.ts';
import { type CountyRules, ruleUnder } from '../disputes/rules.ts';
import { counting, type Db } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { addMonths, dayOf, startOfDay } from '../platform/now.ts';
import { asHouse, FIRST_ID, type Step } from '../replays/moves.sql.ts';
import { countRecorded, listRecorded, type RecordedDispute } from '../replays/recordedMatters.sql.ts';
import { rehearsal } from '../replays/rehearsal.ts';
import type { Rehearsal, ReplayLine, Ruling } from '../replays/rehearsalFacts.ts';
import { sendBackLimit } from '../routing/court.ts';
import { proposeDifficulty } from '../routing/triage.ts';
import { firstNoticeAt } from '../supervision/firstNotice.ts';
import { calendarsUnder, countiesUnder } from './openUnder.ts';
import type { Reference } from './reference.ts';

/** What a rehearsal answers; the lines behind its counts lie in the file store under `list`. */
export type RehearsalResult = Rehearsal & {
  readonly draft: string;
  readonly revision: number;
  readonly months: number;
  readonly from: string;
  readonly asOf: string;
  readonly counties: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly list: string;
};

const BATCH = 1_000;
/** Of every count so many lines are kept to be opened; the counts are of all. */
const KEPT = 500_000;

/** Triage as people would have decided it: where they followed what was proposed, they follow the draft's proposal. */
function difficultyUnder(matter: RecordedDispute, today: CountyRules, rules: CountyRules): string | null {
  if (matter.difficulty === null) return null;
  const followed = proposeDifficulty(matter, today.triage).difficulty === matter.difficulty;
  return followed ? proposeDifficulty(matter, rules.triage).difficulty : matter.difficulty;
}

function ruling(reference: Reference, today: CountyRules, rules: CountyRules): Ruling<RecordedDispute> {
  const calendars = calendarsUnder(reference, rules);
  // Clocks end at midnight: a year has few hundred ends, a county tens of thousands of clocks.
  const notices = new Map<string, Date | null>();
  const calendarOf = ({ countyCode, receivingCenterId }: RecordedDispute) => calendars(countyCode)(receivingCenterId);
  return {
    difficultyOf: (matter) => difficultyUnder(matter, today, rules),
    ruleOf: (kind, difficulty) => ruleUnder(rules, kind, difficulty),
    calendarOf,
    sendBackUntil: (matter, sentAt) => {
      const given = { leadUnitId: null, ruledUnitId: null, dispatchedAt: sentAt, clocks: [] };
      return sendBackLimit(given, { calendar: calendarOf(matter), rules })?.due.dueAt ?? null;
    },
    noticeAt: (matter, kind, due) => {
      if (kind === 'strikeOff') return null;
      const urgent = rules.clocks[kind]?.urgent === true;
      const key = `${matter.countyCode} ${urgent} ${due.getTime()}`;
      const known = notices.get(key);
      if (known !== undefined) return known;
      const at = firstNoticeAt(rules.supervision, due, calendars(matter.countyCode)(), urgent);
      notices.set(key, at);
      return at;
    },
  };
}

export type Asked = {
  readonly draft: string;
  readonly revision: number;
  readonly countyCode: string;
  readonly rules: CountyRules;
  readonly months: number;
};

async function replay(db: Db, reference: Reference, asked: Asked, asOf: Date, step: Step) {
  const from = startOfDay(addMonths(dayOf(asOf), -asked.months));
  const counties = countiesUnder(reference, asked.countyCode);
  const spans = counties.map((countyCode) => ({ countyCode, kind: disputeKind.name, from, to: asOf }));
  const counts = spans.map((span) => counting(db, asHouse([span.countyCode]), (tx) => countRecorded(tx, span)));
  const total = (await Promise.all(counts)).reduce((sum, each) => sum + each, 0);
  const today = reference.rulesOn(asked.countyCode, reference.day).value;
  const lines: ReplayLine[] = [];
  const sides = [ruling(reference, today, today), ruling(reference, today, asked.rules)] as const;
  const run = rehearsal(sides, asOf, (line) => (lines.length < KEPT ? lines.push(line) : 0));
  let done = 0;
  for (const span of spans)
    for (let after: string | undefined = FIRST_ID; after !== undefined; ) {
      const since: string = after;
      const page = await counting(db, asHouse([span.countyCode]), (tx) => listRecorded(tx, span, since, BATCH));
      for (const matter of page) run.add(matter);
      done += page.length;
      after = page.length < BATCH ? undefined : page.at(-1)?.id;
      await step(Math.min(done, total), total);
    }
  return { ...run.result(), from: dayOf(from), counties, lines };
}

/** The last months again, with the draft beside today's rules. Nothing is written but the list of what was counted. */
export async function rehearse(
  deps: Pick<Deps, 'db' | 'files' | 'now'>,
  reference: Reference,
  asked: Asked,
  step: Step,
): Promise<RehearsalResult> {
  const began = performance.now();
  const asOf = deps.now();
  const { lines, ...found } = await replay(deps.db, reference, asked, asOf, step);
  const { sha256 } = await deps.files.put(gzipSync(JSON.stringify(lines)));
  const unitIds = found.units.map(({ unitId }) => unitId);
  const kinds = Object.entries(asked.rules.clocks);
  return {
    ...found,
    draft: asked.draft,
    revision: asked.revision,
    months: asked.months,
    asOf: asOf.toISOString(),
    names: Object.fromEntries(unitIds.map((id) => [id, reference.network.unit(id)?.short ?? id])),
    labels: Object.fromEntries(kinds.map(([, { kind, label }]) => [kind, label])),
    seconds: Math.round((performance.now() - began) / 100) / 10,
    list: sha256,
  };
}

/** The lines behind the counts of a rehearsal, as they were found. */
export async function readLines(deps: Pick<Deps, 'files'>, list: string): Promise<ReplayLine[]> {
  const parts: Uint8Array[] = [];
  for await (const part of await deps.files.read(list)) parts.push(part as Uint8Array);
  return JSON.parse(gunzipSync(Buffer.concat(parts)).toString('utf8')) as ReplayLine[];
}
