import { sql } from 'kysely';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { Reaction } from '../disputes/engine.ts';
import { undrawable } from '../documents/coverage.ts';
import { drawnCharacters } from '../documents/fonts.ts';
import { takeNumber } from '../documents/takeNumber.sql.ts';
import { recordText, type Tx } from '../platform/db.ts';
import { dayOf, yearOf } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { spokenNames } from '../ui/spokenNames.ts';
import { agreementNumber, seriesOf } from './agreementNumber.ts';

type Row = { id: string; number: string | null; form: 'written' | 'oral'; words: string; names: string[] };

/** Words of what is locked now, with the names that stand in it, in the order of the roster. */
async function readLocked(tx: Tx, dispute: Dispute, ids: ReadonlySet<string>): Promise<Row[]> {
  const { countyCode, id, agreements, parties } = dispute;
  const { rows } = await sql<{ id: string; version: number; form: Row['form']; words: string }>`
    select agreement_id as id, version, terms ->> 'form' as form, words from visible_agreement_version
    where county_code = ${countyCode} and matter_id = ${id} and agreement_id = any(${[...ids]}::uuid[])`.execute(tx);
  const versions = new Map(rows.map((row) => [`${row.id} ${row.version}`, row]));
  const place = new Map(parties.map((party, index) => [party.id, index]));
  const first = (partyIds: readonly string[]) => Math.min(...partyIds.map((each) => place.get(each) ?? 0));
  return agreements
    .filter((head) => ids.has(head.id))
    .toSorted((a, b) => first(a.partyIds) - first(b.partyIds))
    .flatMap(({ id: own, version, number, partyIds }) => {
      const row = versions.get(`${own} ${version}`);
      const names = partyIds.map((each) => parties[place.get(each) ?? -1]?.name ?? '');
      return row ? [{ id: own, number, form: row.form, words: row.words, names }] : [];
    });
}

/** One name that the font lacks must not be printed with a gap: everybody whose paper would have one is named, all at once. */
function refuseUndrawable(rows: readonly Row[]): void {
  const drawn = drawnCharacters();
  const missing = rows.map(({ words, names }) => ({ signs: undrawable(words, drawn), names }));
  const gaps = missing.filter(({ signs }) => signs.length > 0);
  if (gaps.length === 0) return;
  const signs = [...new Set(gaps.flatMap((each) => each.signs))];
  const named = signs.map((each) => `「${each}」（U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase()}）`);
  const common =
    gaps[0]?.names.filter((name) => rows.length > 1 && rows.every(({ names }) => names.includes(name))) ?? [];
  const own = gaps.flatMap(({ names }) => names.filter((name) => !common.includes(name)));
  const who = gaps.length === rows.length && rows.length > 1 ? '每一份' : spokenNames([...new Set(own)]);
  const sentence = `字体里没有${named.join('、')}，${who}的协议打出来会缺字。换个写法，或者请系统管理员加字体；这几份也可以先不定稿。`;
  throw new Refusal('conflict', 'noGlyph', sentence);
}

const write = `update agreement a set number = v.number
  from json_to_recordset($2::json) as v(id uuid, number text) where a.county_code = $1 and a.id = v.id`;

/** Numbers that follow one another from the center's series of the year; who has one keeps it. */
export const numberGroup: Reaction = async (tx, dispute, { changes = [] }, { now, network }: DisputeContext) => {
  const ids = new Set(changes.flatMap(({ table, id }) => (table === 'agreement' ? [id] : [])));
  const rows = await readLocked(tx, dispute, ids);
  refuseUndrawable(rows);
  const open = rows.filter(({ number }) => number === null);
  // Only foretold: nothing is written, so no number is taken.
  if (open.length === 0 || tx.rehearsed) return;
  const office = network.unit(dispute.receivingCenterId);
  if (!office) throw new Error(`no center ${dispute.receivingCenterId}`);
  const year = yearOf(dayOf(now));
  const { countyCode } = dispute;
  const { form } = open[0] as Row;
  const last = await takeNumber(tx, { countyCode, officeId: office.id, series: seriesOf(form), year }, open.length);
  const short = (region: string) => network.region(region)?.short;
  const numbered = open.map(({ id }, index) => {
    const number = last - open.length + 1 + index;
    return { id, number: agreementNumber(office, short, { form, year, number }) };
  });
  recordText(tx, write, [countyCode, JSON.stringify(numbered)]);
};
