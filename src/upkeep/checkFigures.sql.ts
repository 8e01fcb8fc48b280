import type { Ended } from '../backups/outcome.ts';
import { houseOf } from '../platform/actor.ts';
import { counting, type Db } from '../platform/db.ts';
import { addMonths, dayOf } from '../platform/now.ts';
import { figureValue } from '../reports/counted.ts';
import { countListed, type DisputeMeasure } from '../reports/figures.across.sql.ts';
import { countKept } from '../reports/kept.sql.ts';
import { figureTitle, measureFacts, measureNames, ofVisits } from '../reports/measures.ts';
import { periodOn, type Span, spanOf } from '../reports/period.ts';
import type { ReportScope } from '../reports/scope.ts';
import { listWronglyKept } from '../rollups/boardClocks.sql.ts';
import { foldAnew, gatherMoments } from '../rollups/foldAnew.sql.ts';
import { foldChanges, foldFirst, noteChanged } from '../rollups/foldChanges.sql.ts';
import { mendLists } from './checkLists.sql.ts';

const measures = measureNames.filter((measure): measure is DisputeMeasure => !ofVisits(measure));

export type KeptDifference = { county: string; what: DisputeMeasure; kept: number; listed: number };

/** What the sums say of a county, or of several together, otherwise than the lists behind them, of one span. */
export async function differencesIn(
  db: Db,
  counties: readonly string[],
  span: Span,
  now: Date,
): Promise<KeptDifference[]> {
  const scope: ReportScope = { counties, within: { kind: 'all' } };
  const figures = measures.map((what) => ({ what, filter: {} }));
  const { groups, waiting } = await countKept(db, scope, figures, { this: span }, now);
  // What is only just being taken in is no difference.
  if (waiting > 0) return [];
  const differences: KeptDifference[] = [];
  for (const figure of figures) {
    const asked = { measure: figure.what, span, filter: {} };
    const { value } = await counting(db, { counties, viewers: ['system'] }, (queries) =>
      countListed(queries, { scope, hiddenFrom: null }, asked),
    );
    const kept = figureValue(figure, 'this', groups).value ?? 0;
    const listed = measureFacts(figure.what).unit === '元' ? value / 100 : value;
    if (kept !== listed) differences.push({ county: counties.join(), what: figure.what, kept, listed });
  }
  return differences;
}

/** Whose clocks the board keeps otherwise than they are; these are taken in once more. Answers how many that were. */
async function mendClocks(db: Db, county: string, now: Date): Promise<number> {
  await foldFirst(db, [county], now);
  const wrong = await counting(db, houseOf(county), (queries) => listWronglyKept(queries, county, now));
  if (wrong.length > 0) await noteChanged(db, county, wrong);
  return wrong.length;
}

/**
 * The month before and this one, county by county, counted from the beginning, and the board's clocks and the rows of
 * the lists one by one. What differs is said, and made anew.
 */
export async function checkFigures(db: Db, counties: readonly string[], now: Date): Promise<Ended> {
  const month = periodOn('month', dayOf(now));
  const spans = [spanOf(periodOn('month', addMonths(month.from, -1)), now), spanOf(month, now, true)];
  const found: KeptDifference[] = [];
  let clocks = 0;
  let listed = 0;
  for (const county of counties) {
    const own: KeptDifference[] = [];
    await foldChanges(db, county, now);
    await gatherMoments(db, county);
    for (const span of spans) own.push(...(await differencesIn(db, [county], span, now)));
    if (own.length > 0) await foldAnew(db, county);
    found.push(...own);
    clocks += await mendClocks(db, county, now);
    listed += await mendLists(db, county);
  }
  const [first] = found;
  if (!first && clocks > 0)
    return { outcome: 'failed', said: `督办台存下的钟有${clocks}件事和重数不一致，已经重新累计。` };
  if (!first && listed > 0)
    return { outcome: 'failed', said: `台账里有${listed}件的筛选栏和事项本身不一致，已经重新写过。` };
  if (!first) return { outcome: 'done', said: `${counties.length}个区县，重数和存下的一致` };
  const example = `${first.county}「${figureTitle(first.what)}」存下的是${first.kept}，重数是${first.listed}`;
  return { outcome: 'failed', said: `有${found.length}个数不一致，已经重新累计。例如${example}。` };
}
