import { createHash } from 'node:crypto';
import { type Strokes, strokesText } from '../agreements/strokes.ts';
import type { Dispute } from '../disputes/dispute.ts';
import type { Reaction } from '../disputes/engine.ts';
import type { Decision } from '../matters/decision.ts';
import { record, type Tx } from '../platform/db.ts';
import { formatTime } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { type Doubt, doubtWords } from './objectAtSigning.ts';
import type { SigningDecision } from './signing.ts';

/** SM3 over the strokes to the letter. */
export const digestOfStrokes = (strokes: Strokes): string =>
  createHash('sm3').update(strokesText(strokes), 'utf8').digest('hex');

type Signing = { agreement_id: string; party_id: string; signer_party_id: string; version: number };
const signingsOf = ({ inserts = [] }: Decision): Signing[] =>
  inserts.flatMap((each) => (each.into === 'signature' ? [each.values] : []));
const key = (agreementId: string, partyId: string): string => `${agreementId} ${partyId}`;

function listStanding(tx: Tx, { countyCode, id }: Dispute) {
  return tx
    .selectFrom('visible_signature')
    .select(['agreement_id', 'party_id', 'signer_party_id', 'at'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('voided_at', 'is', null)
    .execute();
}

function listDoubts(tx: Tx, { countyCode, id }: Dispute) {
  return tx
    .selectFrom('visible_signing_objection')
    .select(['agreement_id', 'party_id', 'version', 'what', 'at'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Nobody signs twice: who did, and when, is told. And nobody signs what he just doubted. */
export const refuseTwiceOrDoubted: Reaction = async (tx, dispute, decision) => {
  const wanted = new Map(signingsOf(decision).map((each) => [key(each.agreement_id, each.party_id), each]));
  const [standing, doubted] = await Promise.all([listStanding(tx, dispute), listDoubts(tx, dispute)]);
  const name = (id: string) => dispute.parties.find((party) => party.id === id)?.name ?? '';
  const twice = standing.find((each) => wanted.has(key(each.agreement_id, each.party_id)));
  if (twice) {
    const by = twice.signer_party_id === twice.party_id ? '' : `（${name(twice.signer_party_id)}代签）`;
    const sentence = `${name(twice.party_id)}已经在 ${formatTime(twice.at)} 签过了${by}。不是他签的，先把那个签名作废。`;
    refuse('conflict', 'signedAlready', sentence);
  }
  const open = doubted.find((each) => wanted.get(key(each.agreement_id, each.party_id))?.version === each.version);
  if (open) {
    const sentence = `${name(open.party_id)} ${formatTime(open.at)} 说「${doubtWords[open.what as Doubt].zh}」，还没有说清楚。调解员先记下怎么说清楚的，再签。`;
    refuse('conflict', 'doubted', sentence);
  }
};

/** The strokes are kept sealed beside the signature; the event has their owner's id only. */
export const keepStrokes: Reaction = async (tx, { countyCode, id }, decision, _context, { crypto }) => {
  const drawn = (decision as SigningDecision).strokes;
  if (!drawn) return;
  const row = {
    ...{ county_code: countyCode, signature_id: drawn.signatureId, matter_id: id, device: drawn.device },
    ...{ strokes: crypto.seal(countyCode, strokesText(drawn.strokes)), digest: digestOfStrokes(drawn.strokes) },
  };
  record(tx, tx.insertInto('signature_strokes').values(row));
};

/** Agreements that get other words by this decision, and which version they are then. */
const rewritten = ({ changes = [] }: Decision): { id: string; version: number }[] =>
  changes.flatMap((each) =>
    each.table === 'agreement' && each.set.version ? [{ id: each.id, version: Number(each.set.version) }] : [],
  );

/** A new version, or a slip: what was signed on the words before no longer counts, and says why. */
export const voidSignatures: Reaction = async (tx, { countyCode, id }, decision, { now }) => {
  const { data, notes } = decision;
  const standing = (agreementId: string, void_reason: string) =>
    tx
      .updateTable('signature')
      .set({ voided_at: now, void_reason })
      .where('county_code', '=', countyCode)
      .where('matter_id', '=', id)
      .where('agreement_id', '=', agreementId)
      .where('voided_at', 'is', null);
  for (const { id: agreementId, version } of rewritten(decision))
    record(tx, standing(agreementId, `协议改成第${version}稿，要重新签。`));
  if (decision.type !== 'voidSignature') return;
  const slip = standing(String(data?.agreementId), notes?.[0]?.body ?? '');
  record(tx, slip.where('party_id', '=', String(data?.partyId)));
};

/** Answered: he may sign. Where nothing was doubted, nothing is answered. */
export const endDoubts: Reaction = async (tx, dispute, { data }, { now, actor }) => {
  const [agreementId, partyId] = [String(data?.agreementId), String(data?.partyId)];
  const open = await listDoubts(tx, dispute);
  if (!open.some((each) => each.agreement_id === agreementId && each.party_id === partyId))
    refuse('conflict', 'nothingDoubted', '这个人没有提出不对的地方。刷新以后再看。');
  const row = tx
    .updateTable('signing_objection')
    .set({ ended_at: now, ended_by_post_id: actor.postId })
    .where('county_code', '=', dispute.countyCode)
    .where('agreement_id', '=', agreementId)
    .where('party_id', '=', partyId)
    .where('ended_at', 'is', null);
  record(tx, row);
};
