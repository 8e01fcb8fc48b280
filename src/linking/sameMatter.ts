import { Type } from 'typebox';
import { beforeOutcome } from '../disputes/beforeOutcome.ts';
import type { DisputeContext } from '../disputes/dispute.ts';
import { type Status, statusLabels } from '../disputes/procedure.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { PartyInput } from '../intake/party.ts';
import { Id } from '../matters/fields.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { Candidate } from './candidate.ts';

/** What stands on the form so far; anything may still be missing. */
export const DraftInput = Type.Object(
  {
    parties: Type.Array(
      Type.Pick(PartyInput, ['side', 'kind', 'name', 'idKind', 'idNumber', 'phone'], { additionalProperties: false }),
      { maxItems: 20 },
    ),
    categoryCode: Type.String({ maxLength: 10 }),
    regionCode: Type.String({ pattern: '^([0-9]{6}([0-9]{3}){0,3})?$' }),
    address: Type.String({ maxLength: 200 }),
    title: Type.String({ maxLength: 60 }),
    facts: Type.String({ maxLength: 2000 }),
    occurredOn: Type.Union([Type.String({ maxLength: 10 }), Type.Null()]),
    draftId: Id,
  },
  { additionalProperties: false },
);
export type DraftInput = {
  parties: Pick<PartyInput, 'side' | 'kind' | 'name' | 'idKind' | 'idNumber' | 'phone'>[];
  categoryCode: string;
  regionCode: string;
  address: string;
  title: string;
  facts: string;
  occurredOn: string | null;
  draftId: string;
};

export type SameMatter = {
  code: string;
  codeShort: string;
  title: string;
  partiesLine: string;
  /** 对方、地址、8天前 */
  reasons: string[];
  /** 在迎泽街道，调处中 */
  where: string;
  /** Whether a newcomer can join it, and if not, what to do instead. */
  joins: boolean;
  instead: string | null;
};

const ended: ReadonlySet<Status> = new Set(['closed', 'struckOff', 'archived']);
export const hasEnded = (status: Status): boolean => ended.has(status);

/** Only what the post may read in full is spoken of; of anything else not even that it exists. */
export function maySpeakOf(actor: Actor, { seen }: Candidate): boolean {
  const sight = sightOf(actor, seen);
  return !seen.restricted && seen.status !== 'declined' && seesFacts(sight) && sight !== 'support';
}

function insteadOf(status: Status): string | null {
  if (beforeOutcome.includes(status) || status === 'linked') return null;
  if (ended.has(status)) return '已经办结。当事人说没有解决，打开那一件记「没有解决」，不用重新登记。';
  return `已经「${statusLabels[status].zh}」，合并不进去；照常登记，办理人会看到这两件。`;
}

export function sameMatterOf(
  { seen, partiesLine }: Candidate,
  reasons: string[],
  { network }: Pick<DisputeContext, 'network'>,
): SameMatter {
  const unit = network.unit(seen.leadUnitId ?? seen.receivingCenterId)?.short ?? '';
  const instead = insteadOf(seen.status);
  return {
    code: seen.code,
    codeShort: shortCode(seen.code, network.region(seen.code.slice(0, 6))?.short ?? ''),
    title: seen.title,
    partiesLine,
    reasons,
    where: `在${unit}，${statusLabels[seen.status].zh}`,
    joins: instead === null && seen.status !== 'linked',
    instead,
  };
}
