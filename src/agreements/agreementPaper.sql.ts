import type { Dispute } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import { formInForce } from '../documents/countyForms.sql.ts';
import { matterFrame } from '../documents/matterFrame.ts';
import type { Form, Paper } from '../documents/paper.ts';
import type { FrameFacts } from '../documents/printable.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { qrSvg, signCode } from '../platform/qr.ts';
import { refuse } from '../platform/refusal.ts';
import { agreementForm } from './agreementForm.ts';
import { agreementPaper, type Mark, type Signer } from './agreementPaper.ts';
import { listAgreements, listSigners } from './agreements.sql.ts';
import { digestOfText } from './digest.ts';
import { listMarks } from './marks.sql.ts';
import { plainText, textOf } from './textOf.ts';

/** The address of a paper: which version of which agreement, and that we printed it. */
export const checkPath = (secret: Uint8Array, countyCode: string, agreementId: string, version: number): string => {
  const code = `${countyCode}-${agreementId.replaceAll('-', '')}-${version}`;
  return `/c/a/${code}?s=${signCode(secret, code)}`;
};

type Asked = { agreementId: string; version: number | null; largePrint: boolean; form?: Form | undefined };
export type MatterPaper = { frame: FrameFacts & { qrText: string }; paper: Paper };

/** A sheet has room for some ten signatures; the words take two or three. */
const sheetsFor = (parties: number): number => 12 + Math.ceil(parties / 8);

async function readSigners(queries: Queries, dispute: Dispute): Promise<Signer[]> {
  const rows = await listSigners(queries, dispute);
  return rows.map(({ birth_year, represents_party_id, ...row }) => ({
    ...row,
    birthYear: birth_year,
    representsPartyId: represents_party_id,
  }));
}

async function getVersion(engine: Engine, queries: Queries, dispute: Dispute, { agreementId, version }: Asked) {
  const all = await listAgreements(queries, dispute, engine.reference().directory, { agreementId });
  const head = all.find(({ id }) => id === agreementId);
  const kept = head?.versions.find((each) => each.version === (version ?? head.version));
  return head && kept ? { head, kept } : refuse('notFound', 'noSuchAgreement', '没有这份协议。刷新以后再看。');
}

/** One version as a paper; it has its number once these very words are locked. */
export async function makeAgreementPaper(
  engine: Engine,
  queries: Queries,
  actor: Actor,
  dispute: Dispute,
  asked: Asked,
): Promise<MatterPaper> {
  const [{ head, kept }, signers, marks] = await Promise.all([
    getVersion(engine, queries, dispute, asked),
    readSigners(queries, dispute),
    listMarks(engine, queries, dispute, asked.agreementId),
  ]);
  const { agreement, digest, version } = kept;
  if (digestOfText(plainText(textOf(agreement, signers))) !== digest)
    return refuse('conflict', 'namesChanged', '登记的姓名后来改过，和这一稿不一样。再写一稿。');
  const check = checkPath(engine.secrets.qrSecret, dispute.countyCode, head.id, version);
  const facts = {
    ...{ agreement, signers, digest, version, voided: version < head.version },
    number: head.lockedAt !== null && head.version === version ? head.number : null,
    marks: head.version === version ? marks : new Map<string, Mark>(),
    checkSvg: qrSvg(`${engine.config.publicUrl}${check}`),
  };
  const frame = matterFrame(
    engine,
    actor,
    { code: dispute.code, form: 'agr', subjectId: head.id },
    {
      centerName: engine.reference().network.unit(dispute.receivingCenterId)?.name ?? '综治中心',
      largePrint: asked.largePrint,
      sheets: sheetsFor(agreement.partyIds.length),
    },
  );
  const form = asked.form ?? (await formInForce(queries, dispute.countyCode, 'agreement', agreementForm));
  return { frame, paper: agreementPaper(facts, form) };
}
