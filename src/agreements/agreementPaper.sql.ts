import type { Dispute } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { qrPath, qrSvg, signCode } from '../platform/qr.ts';
import { refuse } from '../platform/refusal.ts';
import { agreementPaper, type Signer } from './agreementPaper.ts';
import { listAgreements, listSigners } from './agreements.sql.ts';
import { digestOfText } from './digest.ts';
import { listMarks } from './marks.sql.ts';
import { plainText, textOf } from './textOf.ts';

/** The address of a paper: which version of which agreement, and that we printed it. */
export const checkPath = (secret: Uint8Array, countyCode: string, agreementId: string, version: number): string => {
  const code = `${countyCode}-${agreementId.replaceAll('-', '')}-${version}`;
  return `/c/a/${code}?s=${signCode(secret, code)}`;
};

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
  const [all, signers, marks] = await Promise.all([
    listAgreements(queries, dispute, directory, { agreementId: asked.agreementId }),
    readSigners(queries, dispute),
    listMarks(engine, queries, dispute, asked.agreementId),
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
    marks: head.version === version ? marks : new Map(),
    voided: version < head.version,
    checkSvg: qrSvg(
      `${engine.config.publicUrl}${checkPath(engine.secrets.qrSecret, dispute.countyCode, head.id, version)}`,
    ),
    centerName: network.unit(dispute.receivingCenterId)?.name ?? '综治中心',
    codeGrouped: formatCode(dispute.code),
    qrSvg: qrSvg(`${engine.config.publicUrl}${qrPath(engine.secrets.qrSecret, dispute.code)}`),
    largePrint: asked.largePrint,
    printedAt: engine.now(),
    printedBy: actor.name,
  });
}
