import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { sm2 } from 'sm-crypto-v2';
import { pack } from 'tar-stream';
import type { Dispute } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Queries } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { canonical, type Manifest, type SignedManifest } from './manifest.ts';
import type { Head } from './signing.ts';
import { fingerprintOf, signingKey } from './signingKey.ts';

const sm3 = (content: string | Uint8Array): string => createHash('sm3').update(content).digest('hex');
const verifierFile = new URL('./verifier/verifier.html', import.meta.url);

/** The offline verifier with this installation's public key in it: one file, no network. */
export function verifierPage({ secrets }: Pick<Engine, 'secrets'>): string {
  const { publicKey } = signingKey(secrets.masterKey);
  return readFileSync(verifierFile, 'utf8')
    .replace('PUBLIC_KEY_OF_THIS_HOUSE', publicKey)
    .replace('FINGERPRINT_OF_THIS_HOUSE', fingerprintOf(publicKey));
}

export type Proved = { head: Head; signatures: Manifest['signatures'] };

/** Whose signature stands on the present words, how and when. */
export async function readProved(queries: Queries, dispute: Dispute, agreementId: string): Promise<Proved> {
  const head = dispute.agreements.find(({ id }) => id === agreementId);
  if (!head) return refuse('notFound', 'noSuchAgreement', '没有这份协议。刷新以后再看。');
  if (!head.locked) return refuse('conflict', 'notLocked', '这份协议还没有定稿，不能签。');
  const rows = await queries
    .selectFrom('visible_signature as s')
    .leftJoin('visible_signature_strokes as d', (join) =>
      join.onRef('d.county_code', '=', 's.county_code').onRef('d.signature_id', '=', 's.id'),
    )
    .select(['s.party_id', 's.signer_party_id', 's.how', 's.at', 'd.digest as strokes'])
    .where('s.county_code', '=', dispute.countyCode)
    .where('s.agreement_id', '=', agreementId)
    .where('s.voided_at', 'is', null)
    .orderBy('s.at')
    .orderBy('s.id')
    .execute();
  const signatures = rows.map(({ party_id, signer_party_id, how, at, strokes }) => ({
    ...{ party: sm3(party_id), signer: sm3(signer_party_id), how: how as 'screen' | 'paper' },
    ...{ at: at.toISOString(), strokes },
  }));
  return { head, signatures };
}

/** Paper, manifest and verifier in one archive. The manifest is about this very file: printed anew, it is another one. */
export async function makeProof(
  { secrets, now }: Pick<Engine, 'secrets' | 'now'>,
  { head, signatures }: Proved,
  pdf: Uint8Array,
): Promise<Buffer> {
  const { privateKey, publicKey } = signingKey(secrets.masterKey);
  const manifest: Manifest = {
    ...{ format: 'fengqiao-agreement-manifest/1', number: head.number ?? '', version: head.version },
    ...{ textDigest: head.digest, pdfDigest: sm3(pdf), pdfBytes: pdf.length, signatures },
    ...{ missing: head.partyIds.length - signatures.length, madeAt: now().toISOString() },
  };
  const signature = sm2.doSignature(canonical(manifest), privateKey, { hash: true, der: true, publicKey });
  const signed: SignedManifest = { manifest, publicKey, signature };
  const archive = pack();
  archive.entry({ name: 'agreement.pdf' }, Buffer.from(pdf));
  archive.entry({ name: 'manifest.json' }, `${JSON.stringify(signed, null, 2)}\n`);
  archive.entry({ name: 'verifier.html' }, verifierPage({ secrets }));
  archive.finalize();
  return buffer(archive);
}
