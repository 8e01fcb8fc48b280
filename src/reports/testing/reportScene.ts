import pg from 'pg';
import { defaultClockRules } from '../../deadlines/rules.13710.ts';
import { newId } from '../../platform/ids.ts';
import { atTime } from '../../platform/now.ts';

type Event = { type: string; day: string; status: string };
export type DisputeFacts = {
  countyCode?: string;
  category?: string;
  source?: string;
  region?: string;
  lead?: string | null;
  receiving?: string;
  difficulty?: string;
  restricted?: boolean;
  opened: string;
  people?: number;
  events?: readonly Event[];
  /** The limit of handling ends with this day; done on that day. */
  due?: string;
  done?: string;
  stopReason?: string;
  ratings?: readonly { score: number; day: string }[];
  /** `owed` on that day, of which so much is paid. */
  agreed?: readonly { cents: number | null; day: string; owed?: { on: string; cents: number; paid: number } }[];
  prevented?: readonly { kind: 'criminal' | 'groupPetition'; people: number; day: string }[];
  title?: string;
  /** Came with an old ledger, standing there as its first event says; over on that day, or on none that the ledger names. */
  imported?: { closedOn: string | null; outcome: string | null };
};

/** Half past ten of a day, or its end where it says so: '2026-10-31 24' . */
const at = (day: string): Date =>
  day.endsWith(' 24') ? new Date(atTime(day.slice(0, 10), '00:00').getTime() + 86_400_000) : atTime(day, '10:30');

const ended = ['declined', 'closed', 'struckOff', 'archived'];

/** Disputes with a history, and visits, put straight into the tables, so that a whole month can be counted by hand. */
/** `from`: beside registered ones. */
export async function reportScene(adminUrl: string, from = 0) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  let serial = from;
  const add = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    return admin.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
  };

  async function addBelow(county_code: string, matter_id: string, facts: DisputeFacts): Promise<void> {
    const own = { county_code, matter_id };
    for (const [index, event] of (facts.events ?? []).entries())
      await add('matter_event', {
        ...{ ...own, seq: index + 1, id: newId(), at: at(event.day), type: event.type, actor_role: 'handler' },
        ...{ status_after: event.status, data: '{}', previous_hash: '', hash: `${matter_id}${index}` },
      });
    if (facts.due)
      await add('matter_clock', {
        ...{
          ...own,
          id: newId(),
          kind: 'handle',
          rule: JSON.stringify(defaultClockRules.handle),
          calendar_version: '',
        },
        ...{
          started_at: at(facts.opened),
          due_at: at(`${facts.due} 24`),
          stopped_at: facts.done ? at(facts.done) : null,
        },
        stop_reason: facts.stopReason ?? (facts.done ? 'submitClosure' : null),
      });
    for (const { score, day } of facts.ratings ?? [])
      await add('rating', { ...own, id: newId(), score, channel: 'counter', at: at(day) });
    for (const { cents, day, owed } of facts.agreed ?? []) {
      const settlement_id = newId();
      await add('settlement', {
        ...{
          ...own,
          id: settlement_id,
          form: 'written',
          terms: '付清',
          total_cents: cents,
          effective_on: day,
          created_at: at(day),
        },
      });
      if (owed)
        await add('promise', {
          ...{ ...own, id: newId(), settlement_id, position: 0, obligation: '付钱' },
          ...{ amount_cents: owed.cents, due_on: owed.on, paid_cents: owed.paid },
        });
    }
    for (const { kind, people, day } of facts.prevented ?? [])
      await add('prevention', { ...own, id: newId(at(day)), kind, people, at: at(day) });
  }

  async function addDispute(facts: DisputeFacts): Promise<{ id: string; code: string }> {
    const { countyCode = '140106', region = '140106004', lead = '140106-housing', restricted = false } = facts;
    const receiving = facts.receiving ?? `${countyCode}-center`;
    const id = newId();
    const code = `${countyCode}26${String(++serial).padStart(6, '0')}0`;
    const status = facts.events?.at(-1)?.status ?? 'registered';
    const seen = [
      `c:${receiving}`,
      `c:${countyCode}-center`,
      'c:140100-center',
      'r:140100',
      `r:${countyCode}`,
      `r:${region}`,
    ];
    const units = lead === null ? [] : [`${lead.endsWith('-center') ? 'c' : 'u'}:${lead}`, `u:${lead}#unitHead`];
    const seen_by = restricted
      ? ['system', `c:${receiving}#centerLeader`]
      : [...new Set(['system', ...seen, ...units])];
    const opened_at = at(facts.opened);
    await add('matter', {
      ...{ county_code: countyCode, id, kind: 'dispute', code, status, title: facts.title ?? `第${serial}件事` },
      ...{
        category_code: facts.category ?? '02',
        region_code: region,
        receiving_center_id: receiving,
        lead_unit_id: lead,
      },
      ...{ seen_by, restricted, opened_at, updated_at: opened_at },
      closed_at: facts.imported
        ? facts.imported.closedOn && at(facts.imported.closedOn)
        : ended.includes(status)
          ? opened_at
          : null,
    });
    await add('dispute', {
      ...{ county_code: countyCode, matter_id: id, source: facts.source ?? 'walkIn', first_contact_post_id: newId() },
      ...{ first_contact_unit_id: receiving, facts: '经过', willing: 'yes', people_involved: facts.people ?? 2 },
      difficulty: facts.difficulty ?? null,
      outcome: facts.events?.some(({ type }) => type === 'settle') ? 'settled' : null,
      ...(facts.imported && { import_run_id: newId(), outcome: facts.imported.outcome }),
    });
    await addBelow(countyCode, id, facts);
    await add('figure_change', { county_code: countyCode, matter_id: id });
    return { id, code };
  }

  async function addVisit(
    day: string,
    services: readonly string[],
    headCount: number,
    more: { center?: string; withdrawn?: boolean } = {},
  ) {
    const { center = '140106-center', withdrawn = false } = more;
    await add('visit', {
      ...{
        county_code: center.slice(0, 6),
        id: newId(),
        center_id: center,
        owner: `c:${center}`,
        at: at(day),
        post_id: newId(),
      },
      ...{
        service: services[0],
        services: [...services],
        head_count: headCount,
        withdrawn_at: withdrawn ? at(day) : null,
      },
      memo: '不该被看到的话',
    });
    await add('visit_change', { county_code: center.slice(0, 6), center_id: center, day: atTime(day, '00:00') });
  }
  return { admin, addDispute, addVisit, close: () => admin.end() };
}

export type ReportScene = Awaited<ReturnType<typeof reportScene>>;

const step =
  (type: string, status: string) =>
  (day: string): Event => ({ type, day, status });
export const registered = step('register', 'registered');
export const accepted = step('accept', 'accepted');
export const settled = step('settle', 'settled');
export const failed = step('fail', 'mediationFailed');
export const closed = step('verifyClosure', 'closed');
export const struckOff = step('strikeOff', 'struckOff');
export const reopened = step('reopen', 'accepted');
export const declined = step('decline', 'declined');
export const visited = step('recordReturnVisit', 'closed');
export const sentBack = step('sendBack', 'routingDisputed');

/**
 * October in Yingze, to be counted by hand. Today is the 20th, 15:00. Each line says what it adds.
 */
export async function october(scene: ReportScene): Promise<void> {
  // 1: neighbors, walked in; the whole way within October; on time; satisfied.
  await scene.addDispute({
    opened: '2026-10-02',
    events: [
      registered('2026-10-02'),
      accepted('2026-10-02'),
      settled('2026-10-08'),
      closed('2026-10-09'),
      visited('2026-10-12'),
      struckOff('2026-10-14'),
    ],
    due: '2026-10-12',
    done: '2026-10-09',
    ratings: [{ score: 5, day: '2026-10-12' }],
    agreed: [{ cents: 800_000, day: '2026-10-08', owed: { on: '2026-10-10', cents: 800_000, paid: 500_000 } }],
    prevented: [{ kind: 'criminal', people: 3, day: '2026-10-09' }],
    people: 4,
  });
  // 2: marriage, from the hotline; settled without an amount; closed late; not satisfied.
  await scene.addDispute({
    category: '01',
    source: 'hotline',
    lead: '140106-justice',
    opened: '2026-10-03',
    events: [registered('2026-10-03'), accepted('2026-10-04'), settled('2026-10-15'), closed('2026-10-16')],
    due: '2026-10-12',
    done: '2026-10-16',
    ratings: [{ score: 2, day: '2026-10-17' }],
    agreed: [{ cents: null, day: '2026-10-15' }],
  });
  // 3: from screening, another township; in hand and already late; sent back once.
  await scene.addDispute({
    category: '11',
    source: 'screening',
    region: '140106005',
    opened: '2026-10-05',
    events: [
      registered('2026-10-05'),
      accepted('2026-10-05'),
      sentBack('2026-10-06'),
      step('acknowledge', 'inMediation')('2026-10-07'),
    ],
    due: '2026-10-15',
  });
  // 4: restricted; accepted, failed, its limit still ahead.
  await scene.addDispute({
    restricted: true,
    category: '01',
    opened: '2026-10-06',
    events: [registered('2026-10-06'), accepted('2026-10-06'), failed('2026-10-18')],
    due: '2026-10-25',
    people: 7,
  });
  // 5: declined.
  await scene.addDispute({
    opened: '2026-10-07',
    events: [registered('2026-10-07'), declined('2026-10-08')],
    lead: null,
  });
  // 6: of September: accepted and closed then, reopened in October, and open.
  await scene.addDispute({
    opened: '2026-09-05',
    events: [
      registered('2026-09-05'),
      accepted('2026-09-05'),
      settled('2026-09-10'),
      closed('2026-09-12'),
      reopened('2026-10-10'),
    ],
    due: '2026-09-15',
    done: '2026-09-11',
    agreed: [{ cents: 100_000, day: '2026-09-10' }],
  });
  // 7: registered in the last minute of September.
  await scene.addDispute({ opened: '2026-09-30', events: [registered('2026-09-30')], lead: null });
  // 8: of another county.
  await scene.addDispute({
    ...{ countyCode: '140105', region: '140105001', lead: null, opened: '2026-10-03' },
    events: [registered('2026-10-03'), accepted('2026-10-03')],
  });
  await scene.addVisit('2026-10-02', ['mediation'], 2);
  await scene.addVisit('2026-10-09', ['legalAdvice', 'petition'], 12);
  await scene.addVisit('2026-10-20', ['consultation'], 1);
  await scene.addVisit('2026-10-20', ['consultation'], 9, { withdrawn: true });
  await scene.addVisit('2026-09-30', ['consultation'], 4);
  await scene.addVisit('2026-10-11', ['consultation'], 5, { center: '140106004-center' });
}
