import type { Dispute } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Queries } from '../platform/db.ts';
import { formatTime } from '../platform/now.ts';
import type { Mark } from './agreementPaper.ts';
import { type Strokes, strokesSvg } from './strokes.ts';

/** What the paper draws at each place of an agreement: the strokes of whose signature stands, in whose stead, and when. */
export async function listMarks(
  { crypto }: Pick<Engine, 'crypto'>,
  queries: Queries,
  { countyCode, parties }: Dispute,
  agreementId: string,
): Promise<Map<string, Mark>> {
  const rows = await queries
    .selectFrom('visible_signature as s')
    .leftJoin('visible_signature_strokes as d', (join) =>
      join.onRef('d.county_code', '=', 's.county_code').onRef('d.signature_id', '=', 's.id'),
    )
    .select(['s.party_id', 's.signer_party_id', 's.how', 's.at', 'd.strokes'])
    .where('s.county_code', '=', countyCode)
    .where('s.agreement_id', '=', agreementId)
    .where('s.voided_at', 'is', null)
    .execute();
  const name = new Map(parties.map((party) => [party.id, party.name]));
  return new Map(
    rows.map(({ party_id, signer_party_id, how, at, strokes }) => {
      const instead = signer_party_id === party_id ? '' : `，${name.get(signer_party_id) ?? ''}代签`;
      const drawn = strokes === null ? '' : strokesSvg(JSON.parse(crypto.open(countyCode, strokes)) as Strokes);
      // Strokes are there: they were drawn on the screen. On paper the pen and the thumb speak for themselves.
      const note = how === 'paper' ? `在纸上签的${instead}` : `${formatTime(at)} 在屏幕上签${instead}`;
      return [party_id, { strokesSvg: drawn, note }];
    }),
  );
}
