import { refuseField } from '../platform/refusal.ts';
import type { KeepDossierInput } from './dossier.ts';
import type { FiledFile } from './material.ts';
import { isIdentity } from './places.ts';

/** What may not stand on a cover, or be bound, as it was sent. */
export function refuseUnfit(input: KeepDossierInput, files: readonly Pick<FiledFile, 'id' | 'name'>[]): void {
  const { cover, fileIds, leftOutIds, identityReason } = input;
  const chosen = files.filter(({ id }) => fileIds.includes(id));
  if (chosen.length < fileIds.length) refuseField('fileIds', '有一份证据不在这件事里。刷新以后再选。');
  if (fileIds.some((id) => leftOutIds.includes(id))) refuseField('fileIds', '一份证据不能又装订又不装订。');
  if (chosen.some(({ name }) => isIdentity(name)) && identityReason.trim() === '')
    refuseField('identityReason', '证件复印件一般不装订。要装订，写一句为什么。');
  if (cover.title.trim() === '') refuseField('cover.title', '写上卷名。');
  const { mediatedFrom, mediatedUntil } = cover;
  if (mediatedFrom && mediatedUntil && mediatedUntil < mediatedFrom)
    refuseField('cover.mediatedUntil', '结束的日子不能早于开始的日子。');
}
