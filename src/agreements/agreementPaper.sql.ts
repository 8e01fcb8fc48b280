import type { Dispute } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { qrPath, qrSvg } from '../platform/qr.ts';
import { refuse } from '../platform/refusal.ts';
import { agreementPaper, type Signer } from './agreementPaper.ts';
import { listAgreements, listSigners } from './agreements.sql.ts';
import { digestOfText } from './digest.ts';
import { plainText, textOf } from './textOf.ts';

type Asked = { agreementId: string; version: number | null; largePrint: boolean };

async function readSigners(queries: Queries, dispute: Dispute): Promise<Signer[]> {
  const rows = await listSigners(queries, dispute);
  return rows.map(({ birth_year, represents_party_id, ...row }) => ({
    ...row,
    birthYear: birth_year,
    representsPartyId: represents_party_id,
  }));
}

/** One version as a paper; it has its number once these very words are locked. */
export async function makeAgreementPaper(
  engine: Engine,
  queries: Queries,
  actor: Actor,
  dispute: Dispute,
  asked: Asked,
) {
  const { network, directory } = engine.reference();
  const [all, signers] = await Promise.all([
    listAgreements(queries, dispute, directory, { agreementId: asked.agreementId }),
    readSigners(queries, dispute),
  ]);
  const head = all.find(({ id }) => id === asked.agreementId);
  const kept = head?.versions.find(({ version }) => version === (asked.version ?? head.version));
  if (!head || !kept) return refuse('notFound', 'noSuchAgreement', '没有这份协议。刷新以后再看。');
  const { agreement, digest, version } = kept;
  if (digestOfText(plainText(textOf(agreement, signers))) !== digest)
    return refuse('conflict', 'namesChanged', '登记的姓名后来改过，和这一稿不一样。再写一稿。');
  return agreementPaper({
    ...{ agreement, signers, digest, version },
    number: head.lockedAt !== null && head.version === version ? head.number : null,
    centerName: network.unit(dispute.receivingCenterId)?.name ?? '综治中心',
    codeGrouped: formatCode(dispute.code),
    qrSvg: qrSvg(`${engine.config.publicUrl}${qrPath(engine.secrets.qrSecret, dispute.code)}`),
    largePrint: asked.largePrint,
    printedAt: engine.now(),
    printedBy: actor.name,
  });
}
