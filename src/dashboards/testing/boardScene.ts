import pg from 'pg';
import { defaultClockRules } from '../../deadlines/rules.13710.ts';
import { newId } from '../../platform/ids.ts';

type ClockFacts = {
  kind?: string;
  /** Days from now: where the clock began, is due, was stopped. A due of null stands still. */
  started?: number;
  due: number | null;
  stopped?: number;
  stopReason?: string;
  binds?: 'ours' | 'party' | 'other';
  unitId?: string;
  unitSince?: number;
  ground?: string;
  pausedFrom?: number;
  pausedTo?: number;
};

export type MatterFacts = {
  countyCode?: string;
  regionCode?: string;
  receiving?: string;
  lead?: string | null;
  category?: string;
  status?: string;
  restricted?: boolean;
  namedPost?: string;
  title?: string;
  clocks: readonly ClockFacts[];
};

const DAY = 86_400_000;

/** Disputes with clocks as somebody left them, put straight into the tables: any state can stand at any moment. `from`: beside registered ones. */
export async function boardScene(adminUrl: string, now: Date, from = 0) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  let serial = from;
  const at = (days: number | undefined): Date | null =>
    days === undefined ? null : new Date(now.getTime() + days * DAY);

  async function addClock(countyCode: string, matterId: string, facts: ClockFacts): Promise<string> {
    const { kind = 'handle', started = -20, due, binds = 'ours', ground, pausedFrom, pausedTo } = facts;
    const usual = defaultClockRules[kind as 'handle'];
    const rule = { ...(usual ?? { ...defaultClockRules.handle, label: '等别人' }), kind };
    const pause = {
      from: at(pausedFrom ?? -1),
      to: at(pausedTo),
      reason: '等',
      approvedBy: '贾敏',
      ...(ground && { ground }),
    };
    const pauses = due === null || pausedFrom !== undefined ? [pause] : [];
    const id = newId();
    const values: readonly unknown[] = [
      ...[countyCode, id, matterId, kind, JSON.stringify(rule), at(started), due === null ? null : at(due)],
      ...[JSON.stringify(pauses), at(facts.stopped), facts.stopReason ?? null, binds, facts.unitId ?? null],
      at(facts.unitSince),
    ];
    await admin.query(
      `insert into matter_clock (county_code, id, matter_id, kind, rule, calendar_version, started_at, due_at, pauses,
         stopped_at, stop_reason, binds, unit_id, unit_since)
       values ($1, $2, $3, $4, $5, '', $6, $7, $8, $9, $10, $11, $12, $13)`,
      [...values],
    );
    return id;
  }

  /** Seen as the procedure would have it: by the centers and places above; restricted by the leader and the named. */
  function viewers(receiving: string, countyCode: string, regionCode: string, facts: MatterFacts): string[] {
    const named = facts.namedPost ? [`p:${facts.namedPost}`] : [];
    if (facts.restricted) return ['system', `c:${receiving}#centerLeader`, ...named];
    const centers = [...new Set([receiving, `${countyCode}-center`, '140100-center'])].map((center) => `c:${center}`);
    const places = [...new Set(['140100', countyCode, regionCode])].map((code) => `r:${code}`);
    const lead = facts.lead ? [`${facts.lead.endsWith('-center') ? 'c' : 'u'}:${facts.lead}`] : [];
    return [...new Set(['system', ...centers, ...places, ...lead])];
  }

  async function addDispute(facts: MatterFacts): Promise<{ id: string; code: string; clockIds: string[] }> {
    const { countyCode = '140106', regionCode = '140106004', lead = '140106-housing' } = facts;
    const receiving = facts.receiving ?? `${countyCode}-center`;
    const id = newId();
    const code = `${countyCode}26${String(++serial).padStart(6, '0')}0`;
    const seenBy = viewers(receiving, countyCode, regionCode, { ...facts, lead });
    const values: readonly unknown[] = [
      ...[
        countyCode,
        id,
        code,
        facts.status ?? 'inMediation',
        facts.title ?? `第${serial}件事`,
        facts.category ?? '02',
      ],
      ...[regionCode, receiving, lead, seenBy, facts.restricted ?? false, at(-20)],
    ];
    await admin.query(
      `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id,
         lead_unit_id, seen_by, restricted, opened_at, updated_at)
       values ($1, $2, 'dispute', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
      [...values],
    );
    const clockIds: string[] = [];
    for (const clock of facts.clocks) clockIds.push(await addClock(countyCode, id, clock));
    await admin.query('insert into figure_change (county_code, matter_id) values ($1, $2)', [countyCode, id]);
    return { id, code, clockIds };
  }

  async function addNotice(
    about: { id: string; code: string; clockIds: string[] },
    level: number,
    unitId: string,
  ): Promise<void> {
    const id = newId();
    const code = `DB14010626${String(++serial).padStart(6, '0')}`;
    await admin.query(
      `insert into matter (county_code, id, kind, code, status, title, region_code, receiving_center_id, lead_unit_id,
         seen_by, opened_at, updated_at)
       values ('140106', $1, 'supervision', $2, 'sent', '督办', '140106004', '140106-center', $3, $4, $5, $5)`,
      [id, code, unitId, ['system', 'c:140106-center', 'r:140106', 'r:140100', `u:${unitId}`], now],
    );
    await admin.query(
      `insert into supervision_notice (county_code, matter_id, about_matter_id, clock_id, clock_kind, level, unit_id, sent_at)
       values ('140106', $1, $2, $3, 'handle', $4, $5, $6)`,
      [id, about.id, about.clockIds[0], level, unitId, now],
    );
  }

  return { admin, addDispute, addNotice, close: () => admin.end() };
}
