import type { Actor } from '../platform/actor.ts';
import { command, reading, record } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { dayOf } from '../platform/now.ts';
import { unanswered } from './answers.ts';
import { fillTitle } from './countFill.sql.ts';
import { countPeriod, listFills } from './fills.sql.ts';
import { type FormRow, listForms } from './forms.sql.ts';
import { draftedBy } from './period.ts';
import type { ReportDeps } from './reports.sql.ts';

/** Who is told that a draft is there: the filler, or whoever is at the center's desk. */
const ownerOf = ({ filler_post_id, center_id }: FormRow): string =>
  filler_post_id === null ? `c:${center_id}` : `p:${filler_post_id}`;

async function draft(deps: ReportDeps, actor: Actor, form: FormRow): Promise<void> {
  const period = draftedBy(dayOf(deps.now()), { cutoffDay: form.cutoff_day, draftDay: form.draft_day });
  const { answers, isNew } = await countPeriod(deps, actor, form, period);
  if (!isNew) return;
  const at = deps.now();
  const empty = unanswered(answers, {}).length;
  const until = form.hand_in_day === null ? '' : `每月${form.hand_in_day}日前报。`;
  const rest = empty === 0 ? '每格都有数，看过就能报。' : `有 ${empty} 格没有人能答，要人写。`;
  const text = `《${form.name}》${fillTitle(period)}的草稿出来了。${rest}${until}`;
  await command(deps.db, actor, async (tx) => {
    const notice = {
      county_code: form.county_code,
      id: newId(at),
      owner: ownerOf(form),
      matter_id: null,
      code: null,
      text,
      at,
    };
    record(tx, tx.insertInto('notice').values(notice));
  });
}

/** On the day that is set, the month that has ended is filled as a draft, once, and its filler is told. */
export async function draftForms(deps: ReportDeps, actor: Actor, countyCode: string): Promise<number> {
  const today = dayOf(deps.now());
  const due = await reading(deps.db, actor, async (queries) => {
    const forms = (await listForms(queries, countyCode)).filter(
      ({ active, mapping }) => active && Object.keys(mapping).length > 0,
    );
    const fills = await listFills(
      queries,
      countyCode,
      forms.map(({ id }) => id),
    );
    return forms.filter((form) => {
      const { from, to } = draftedBy(today, { cutoffDay: form.cutoff_day, draftDay: form.draft_day });
      return !fills.some((fill) => fill.form_id === form.id && fill.period_from === from && fill.period_to === to);
    });
  });
  for (const form of due) await draft(deps, actor, form);
  return due.length;
}
