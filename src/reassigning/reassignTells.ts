import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { Telling } from '../matters/decision.ts';
import type { PostEntry } from '../people/directory.ts';
import { headKey } from '../procedures/owners.ts';
import type { Part } from './holding.ts';

/** Whom the parties reach from now on, and where; the office's number, never a person's own. */
export function contactSentence(dispute: Dispute, part: Part, name: string, { network }: DisputeContext): string {
  const unit = network.unit((part === 'handling' ? dispute.leadUnitId : null) ?? dispute.receivingCenterId);
  const phone = unit?.phone ?? network.unit(dispute.receivingCenterId)?.phone;
  const at = `${unit?.short ?? ''}${name}`;
  return `您的事以后由${at}${part === 'handling' ? '办理' : '和您联系'}${phone ? `，电话 ${phone}` : ''}。日期不变。`;
}

export function tellOf(
  dispute: Dispute,
  input: { fromPostId: string },
  parts: readonly Part[],
  to: PostEntry,
  context: DisputeContext,
) {
  const { actor, directory, network } = context;
  const from = directory.post(input.fromPostId)?.name ?? '不在岗的同事';
  const unit = network.unit(to.unitId);
  const head = unit && headKey(unit.id);
  const told = parts.find((part) => part !== 'named');
  const ended = ['closed', 'struckOff'].includes(dispute.status) && told === 'handling';
  return [
    { owner: `p:${to.postId}`, text: `${from}移交给你一件，看过移交的话，点「收到」。` },
    ...(actor.postId === input.fromPostId || !directory.post(input.fromPostId)
      ? []
      : [{ owner: `p:${input.fromPostId}`, text: `这件移交给了${to.name}。` }]),
    ...(head && actor.postId === input.fromPostId ? [{ owner: head, text: `${from}把这件移交给了${to.name}。` }] : []),
    ...(told && !ended ? [{ owner: 'resident', text: contactSentence(dispute, told, to.name, context) }] : []),
  ] satisfies Telling[];
}
