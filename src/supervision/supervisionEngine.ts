import type { Calendar } from '../calendar/calendar.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import type { Bound, Engine } from '../procedures/engine.ts';
import type { Notice } from './notice.ts';
import type { NoticeStep } from './procedure.ts';
import type { SupervisionRules } from './supervisionRules.ts';

/** What a notice is decided by, of all that a county chooses; when one is sent is asked of the rules of today. */
export type NoticeRules = { clocks: Readonly<Record<string, ClockRule>> };
type SupervisionRulesOf = NoticeRules & { supervision: SupervisionRules };

/** What supervision stands on; the server's engine has it all. */
export type SupervisionEngine = Engine<SupervisionRulesOf> & {
  readonly kinds: { readonly supervision: Bound<Notice, NoticeRules, NoticeStep> };
};

export const calendarOf = (engine: SupervisionEngine, countyCode: string, centerId?: string): Calendar =>
  engine.reference().calendarFor(countyCode, centerId);
