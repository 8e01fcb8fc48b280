import { Type } from 'typebox';
import { command } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { type Gate, openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { lockCalendarYear, recordCalendarYear } from './calendar.sql.ts';
import { type Calendar, missingYear } from './calendar.ts';
import { PublishYearInput, publishYear } from './publishYear.ts';

export type CalendarDeps = Deps & {
  readonly gate: Gate;
  readonly reference: { current(): { readonly calendar: Calendar }; refresh(): Promise<void> };
};

const tags = ['日历 calendar'];
const params = Type.Object({ year: Type.Integer({ minimum: 2020, maximum: 2100 }) });

const notPublished = (year: number): string =>
  `${year}年的放假安排还没有录入，这一年的日期按周一到周五推算，录入后会重算。`;

/** The working-day calendar: a year with its days, or the sentence that it is missing; a notice entered. */
export function calendarRoutes(app: Http, deps: CalendarDeps): void {
  const { gate, reference } = deps;
  app.get('/api/calendar/:year', { schema: { tags, summary: '一年的放假和调休', params } }, async (request) => {
    await gate.requireActor(request);
    const { year } = request.params;
    const { calendar } = reference.current();
    const published = calendar.years.get(year);
    const days = [...calendar.days.values()].filter(({ day }) => day.startsWith(`${year}-`));
    const missing = { missingYear: missingYear(calendar, deps.now()) };
    if (published === undefined) return { year, published: false, sentence: notPublished(year), days: [], ...missing };
    return { published: true, sentence: null, ...published, days, ...missing };
  });
  const schema = { tags, summary: '录入一年的放假通知', params, body: PublishYearInput };
  app.put('/api/calendar/:year', { schema }, async (request) => {
    const actor = await gate.requireKeeper(request);
    if (!actor.countyCode.endsWith('00')) refuse('forbidden', 'cityOnly', '放假安排全市统一，由市里的系统管理员录入。');
    const published = await command(deps.db, openScope, async (tx) => {
      const { year } = request.params;
      const entered = publishYear(year, request.body, await lockCalendarYear(tx, year));
      recordCalendarYear(tx, entered, request.body.days);
      const detail = { version: entered.version, source: entered.source };
      gate.recordTrail(tx, request, actor, { act: 'calendar.published', subject: `calendar/${year}`, detail });
      return entered;
    });
    await reference.refresh();
    return published;
  });
}
