import type { Dispute } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import type { Directory } from '../people/directory.ts';
import { dayOf } from '../platform/now.ts';
import type { Cover } from './dossier.ts';
import type { Material } from './material.ts';

type Facts = { dispute: Dispute; material: Material; directory: Directory; by: string; now: Date; committee: string };

/** What the cover says until somebody has kept it: from the agreement, who mediates, and today. */
export function proposeCover({ dispute, material, directory, by, now, committee }: Facts): Cover {
  const numbered = material.agreements.filter(({ locked }) => locked);
  const [first] = numbered;
  const last = material.agreements.findLast(({ locked }) => locked);
  const names = mediating(dispute).map(({ postId }) => directory.post(postId)?.name ?? '');
  const sitting = material.sittings.at(-1);
  return {
    committee: first?.committee || committee,
    title: dispute.title,
    number: numbered.length > 1 ? `${first?.number}等${numbered.length}份` : (first?.number ?? ''),
    mediators: [...new Set(names)].filter((name) => name !== '').join('、'),
    mediatedFrom: dayOf(dispute.openedAt),
    mediatedUntil: last?.madeOn || (sitting ? dayOf(sitting.startsAt) : null),
    boundBy: by,
    boundOn: dayOf(now),
    checkedBy: '',
    remark: '',
  };
}
