import type { BoardMatter } from '../../../dashboards/boardView.ts';
import type { Reminders } from '../../../disputes/views.ts';
import { type ApiError, api, newCommandId } from '../api.ts';

/** What a notice is foreseen to do, as far as a list of them shows it. */
type Preview = { tells: readonly { who: string }[]; starts: readonly { sentence: string }[] };

export type BulkKind = 'notify' | 'remind';
export type BulkForm = { reason: string; ask: string; text: string; replyBy: string };
/** What pressing will do with one matter, or did: who is told and which clock starts, or why not. */
export type Foreseen = { code: string; who: readonly string[]; lines: readonly string[]; why: string | null };

/** A notice to the unit and about the clock that the matter was listed for. */
const noticeOf = (matter: BoardMatter, { reason, ask, replyBy }: BulkForm) => ({
  unitIds: [matter.unitId],
  clockId: matter.clock?.stoppedAt === null ? matter.clock.id : null,
  reason,
  ask,
  replyBy,
  urgency: 'none',
  cosignerIds: [],
});

const refused = (code: string, error: unknown): Foreseen => ({
  code,
  who: [],
  lines: [],
  why: (error as ApiError).message,
});

const fromReminders = ({ reminded, refused: not }: Reminders): Foreseen[] => [
  ...reminded.map(({ code, who }) => ({ code, who, lines: [], why: null })),
  ...not.map(({ code, why }) => ({ code, who: [], lines: [], why })),
];

/** One after the other: what was sent stays sent when a later one is refused. */
async function each(
  matters: readonly BoardMatter[],
  work: (matter: BoardMatter) => Promise<Foreseen>,
): Promise<Foreseen[]> {
  const found: Foreseen[] = [];
  for (const matter of matters) found.push(await work(matter).catch((error) => refused(matter.code, error)));
  return found;
}

const remindOf = (matters: readonly BoardMatter[], text: string) => ({ codes: matters.map(({ code }) => code), text });

export async function foresee(kind: BulkKind, matters: readonly BoardMatter[], form: BulkForm): Promise<Foreseen[]> {
  if (kind === 'remind')
    return fromReminders(await api.post('/api/supervision/reminder-previews', remindOf(matters, form.text)));
  return each(matters, async (matter) => {
    const path = `/api/disputes/${matter.code}/supervision-notice-previews`;
    const { tells, starts } = await api.post<Preview>(path, noticeOf(matter, form));
    return {
      code: matter.code,
      who: tells.map(({ who }) => who),
      lines: starts.map(({ sentence }) => sentence),
      why: null,
    };
  });
}

export async function act(kind: BulkKind, matters: readonly BoardMatter[], form: BulkForm): Promise<Foreseen[]> {
  if (kind === 'remind')
    return fromReminders(await api.post('/api/supervision/reminders', remindOf(matters, form.text)));
  return each(matters, async (matter) => {
    const body = { ...noticeOf(matter, form), commandId: newCommandId() };
    await api.post(`/api/disputes/${matter.code}/supervision-notices`, body);
    return { code: matter.code, who: [], lines: [], why: null };
  });
}
