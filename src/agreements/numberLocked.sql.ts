import type { Dispute } from '../disputes/dispute.ts';
import type { Reaction } from '../disputes/engine.ts';
import { undrawable } from '../documents/coverage.ts';
import { drawnCharacters } from '../documents/fonts.ts';
import { takeNumber } from '../documents/takeNumber.sql.ts';
import { record, type Tx } from '../platform/db.ts';
import { dayOf, yearOf } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { agreementNumber, seriesOf } from './agreementNumber.ts';

function readWords(tx: Tx, { countyCode, id }: Dispute, agreementId: string) {
  return tx
    .selectFrom('visible_agreement as a')
    .innerJoin('visible_agreement_version as v', (join) =>
      join
        .onRef('v.county_code', '=', 'a.county_code')
        .onRef('v.agreement_id', '=', 'a.id')
        .onRef('v.version', '=', 'a.version'),
    )
    .select(['a.number', 'a.form', 'v.words'])
    .where('a.county_code', '=', countyCode)
    .where('a.matter_id', '=', id)
    .where('a.id', '=', agreementId)
    .executeTakeFirstOrThrow();
}

/** No box may stand in a paper that people sign: the character is named, and nothing is locked. */
function refuseUndrawable(words: string): void {
  const missing = undrawable(words, drawnCharacters());
  if (missing.length === 0) return;
  const named = missing.map((each) => `「${each}」（U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase()}）`);
  const sentence = `字体里没有${named.join('、')}，打出来会缺字。换个写法，或者请系统管理员加字体，再定稿。`;
  throw new Refusal('conflict', 'noGlyph', sentence);
}

/** The number of what is locked, from the center's own series of the year; once given, later versions keep it. */
export const numberLocked: Reaction = async (tx, dispute, { data }, { now, network }) => {
  const agreementId = String(data?.agreementId);
  const { number: given, form, words } = await readWords(tx, dispute, agreementId);
  refuseUndrawable(words);
  // Only foretold: nothing is written, so no number is taken.
  if (given !== null || tx.rehearsed) return;
  const office = network.unit(dispute.receivingCenterId);
  if (!office) throw new Error(`no center ${dispute.receivingCenterId}`);
  const year = yearOf(dayOf(now));
  const { countyCode } = dispute;
  const number = await takeNumber(tx, { countyCode, officeId: office.id, series: seriesOf(form), year });
  const said = agreementNumber(office, (region) => network.region(region)?.short, { form, year, number });
  const row = tx.updateTable('agreement').set({ number: said });
  record(tx, row.where('county_code', '=', countyCode).where('id', '=', agreementId));
};
