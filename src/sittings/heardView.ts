import { shortCode } from '../platform/disputeCode.ts';
import type { SittingContext } from './sitting.ts';
import type { HeardRow } from './sittingRows.ts';
import type { SittingParts } from './sittingView.ts';
import type * as views from './sittingViews.ts';

const sideNames = { applicant: '申请人', respondent: '被申请人', third: '第三人' } as const;

/** Where names were not put on the table, the words say which side is meant. What is written otherwise stays as it was written. */
const withoutNames = (text: string, { parties }: Pick<HeardRow, 'parties'>): string =>
  parties
    .toSorted((a, b) => b.name.length - a.name.length)
    .reduce((words, { name, side }) => words.replaceAll(name, sideNames[side]), text);

/** What is read of the disputes: all of those one reads, of the others what was put on the table. */
export function heardView(
  { sitting, readable, heard }: SittingParts,
  sight: views.SittingSight,
  { network }: SittingContext,
): views.HeardView[] {
  if (sight === 'own') return [];
  const county = network.region(sitting.countyCode)?.short ?? '';
  return sitting.disputes.flatMap(({ id, result }) => {
    const row = heard.find((each) => each.id === id);
    const open = readable.includes(id);
    if (!row || (sight === 'full' && !open)) return [];
    const onTable = (what: 'facts' | 'demands' | 'names') =>
      open || (sight === 'table' && sitting.shared.includes(what));
    const named = (text: string) => (onTable('names') ? text : withoutNames(text, row));
    return [
      {
        ...{ id, code: row.code, codeShort: shortCode(row.code, county), categoryCode: row.categoryCode, open },
        category: network.category(row.categoryCode)?.name ?? '',
        title: open ? row.title : null,
        facts: onTable('facts') ? named(row.facts) : null,
        demands: onTable('demands') ? named(row.demands) : null,
        parties: onTable('names') ? row.parties : [],
        result: open ? result : null,
      },
    ];
  });
}
