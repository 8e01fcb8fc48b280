import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reading } from '../src/platform/db.ts';
import { addMonths, dayOf, startOfDay } from '../src/platform/now.ts';
import { fillMonth, getFill } from '../src/reports/fills.sql.ts';
import { addForm, saveMapping } from '../src/reports/formChanges.sql.ts';
import { readForms, readFormView } from '../src/reports/formPages.sql.ts';
import { handInFill } from '../src/reports/handInFill.sql.ts';
import type { Mapping } from '../src/reports/mapping.ts';
import type { ReportDeps } from '../src/reports/reports.sql.ts';
import type { Stage } from './stage.ts';

const blank = (file: string): Buffer => readFileSync(fileURLToPath(new URL(`samples/${file}`, import.meta.url)));

/** What the ledger does not hold, and who is asked for it. */
const forms = [
  {
    file: 'superior-monthly.xlsx',
    name: '矛盾纠纷排查化解月报（演示）',
    issuer: '市里（演示）',
    asked: Object.fromEntries(
      ['5', '6', '7', '8', '9', '10', '11', '12', '13', '14'].map((row) => [
        `0!H${row}`,
        { kind: 'ask' as const, who: '司法所', why: '法治宣传的场次不在台账里' },
      ]),
    ),
  },
  {
    file: 'superior-brief.docx',
    name: '人民调解工作情况报告表（演示）',
    issuer: '司法局（演示）',
    asked: {
      '2!C7': { kind: 'ask' as const, who: '财务', why: '补贴发放不在台账里' },
      '2!D7': { kind: 'ask' as const, who: '财务', why: '补贴发放不在台账里' },
    },
  },
];

/** Two superiors' forms of a center, mapped by what their headings propose; the month before last is handed in, the last is a draft. */
export async function seedForms(stage: Stage): Promise<void> {
  const deps = stage.engine as unknown as ReportDeps;
  const now = deps.now();
  const actor = stage.post('dispatcher', '140106-center');
  const leader = stage.post('centerLeader', '140106-center');
  if ((await readForms(deps, actor)).length > 0) return;
  for (const { file, name, issuer, asked } of forms) {
    const { id } = await addForm(deps, actor, { name: file, bytes: blank(file) }, { name, issuer });
    const { suggestions, revision } = await readFormView(deps, actor, id);
    const proposed = Object.fromEntries(Object.entries(suggestions).map(([address, { rule }]) => [address, rule]));
    const mapping: Mapping = { ...proposed, ...asked };
    await saveMapping(deps, actor, id, { revision, mapping });
    const month = (back: number) => addMonths(`${dayOf(now).slice(0, 7)}-01`, -back).slice(0, 7);
    const then: ReportDeps = { ...deps, now: () => startOfDay(addMonths(`${dayOf(now).slice(0, 7)}-01`, -1)) };
    const before = await fillMonth(then, actor, id, month(2));
    const fill = await reading(deps.db, actor, (queries) => getFill(queries, actor.countyCode, before.id));
    await handInFill(then, leader, before.id, { revision: fill.revision, leaveEmpty: true });
    await fillMonth(deps, actor, id, month(1));
  }
}
