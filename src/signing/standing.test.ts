import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftAgreement } from '../agreements/draftAgreement.ts';
import { lockAgreement } from '../agreements/lockAgreement.ts';
import { anAgreement } from '../agreements/testing/anAgreement.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { id } from '../disputes/testing/people.ts';
import type { Decision } from '../matters/decision.ts';
import { Refusal } from '../platform/refusal.ts';
import { signAgreement } from './signAgreement.ts';
import { signOnPaper } from './signOnPaper.ts';
import { aName } from './testing/aName.ts';
import { voidSignature } from './voidSignature.ts';

type Row = { partyId: string; digest: string; version: number; stands: boolean };
type World = { head: Dispute['agreements'][number] | null; rows: Row[] };
type Act = { do: 'draft' | 'lock' | 'screen' | 'paper' | 'void'; party: 0 | 1; text: string; stale: boolean };

const parties = [id(101), id(102)] as const;
const disputeOf = ({ head }: World): Dispute => ({
  ...aDispute(),
  status: 'inMediation',
  agreements: head ? [head] : [],
});

/** What the database and the reactions make of a decision: rows are kept, a new version or a slip voids. */
function kept(world: World, decision: Decision): World {
  let { head, rows } = world;
  const data = decision.data ?? {};
  for (const insert of decision.inserts ?? []) {
    if (insert.into === 'agreement') {
      const { id: agreementId, version, digest, party_ids } = insert.values;
      head = {
        id: agreementId,
        number: null,
        version,
        digest,
        locked: false,
        partyIds: party_ids,
        groupId: null,
        signedPartyIds: [],
      };
    }
    if (insert.into === 'signature') {
      const { party_id: partyId, digest, version } = insert.values;
      // The unique index: nobody twice.
      if (rows.some((row) => row.stands && row.partyId === partyId)) return world;
      rows = [...rows, { partyId, digest, version, stands: true }];
    }
  }
  for (const change of decision.changes ?? [])
    if (change.table === 'agreement' && head) {
      const { version, digest, locked_at } = change.set;
      head = {
        ...head,
        ...(version && { version: version as number }),
        ...(digest && { digest: digest as string }),
        locked: locked_at != null,
      };
    }
  if (decision.type === 'draftAgreement') rows = rows.map((row) => ({ ...row, stands: false }));
  if (decision.type === 'voidSignature')
    rows = rows.map((row) => (row.partyId === data.partyId ? { ...row, stands: false } : row));
  const signedPartyIds = rows.flatMap(({ partyId, stands }) => (stands ? [partyId] : []));
  return { head: head && { ...head, signedPartyIds }, rows };
}

function act(world: World, { do: what, party, text, stale }: Act): World {
  const [dispute, context] = [disputeOf(world), aContext()];
  const { id: agreementId = id(9), digest: now = '0'.repeat(64) } = world.head ?? {};
  const digest = stale ? 'f'.repeat(64) : now;
  const partyId = parties[party];
  const hand = { agreementId, digest, partyId, signerPartyId: partyId };
  const agreement = anAgreement({
    partyIds: [...parties],
    place: text,
    terms: anAgreement().terms.map((term) => ({ ...term, owesId: parties[1], toId: parties[0] })),
  });
  const decide = {
    draft: () => draftAgreement(dispute, { agreementId: world.head?.id ?? null, agreement, reason: '' }, context),
    lock: () => lockAgreement(dispute, { agreementId, digest }, context),
    screen: () =>
      signAgreement(dispute, { ...hand, strokes: aName, device: '', idChecked: true, authoritySeen: false }, context),
    paper: () => signOnPaper(dispute, { signatures: [hand], paperSeen: true }, context),
    void: () => voidSignature(dispute, { agreementId, partyId, reason: '签错了人' }, context),
  }[what];
  try {
    return kept(world, decide());
  } catch (error) {
    if (error instanceof Refusal) return world;
    throw error;
  }
}

const anAct: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom('draft', 'lock', 'lock', 'screen', 'screen', 'paper', 'void'),
  party: fc.constantFrom(0, 1),
  text: fc.constantFrom('中心', '社区', '家里'),
  stale: fc.boolean(),
});

test('whatever is written, locked, signed and voided in whatever order, a signature that stands is on the present words', () => {
  let signedOnce = 0;
  const check = (acts: readonly Act[]) => {
    let world: World = { head: null, rows: [] };
    for (const each of acts) {
      world = act(world, each);
      const standing = world.rows.filter(({ stands }) => stands);
      for (const row of standing)
        expect(row).toMatchObject({ digest: world.head?.digest, version: world.head?.version });
      expect(new Set(standing.map(({ partyId }) => partyId)).size).toBe(standing.length);
      if (standing.length > 0) expect(world.head?.locked).toBe(true);
    }
    signedOnce += world.rows.length;
  };
  fc.assert(fc.property(fc.array(anAct, { minLength: 5, maxLength: 40 }), check), { numRuns: 500 });
  expect(signedOnce).toBeGreaterThan(100);
});
