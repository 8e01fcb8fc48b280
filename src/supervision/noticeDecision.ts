import { type TProperties, Type } from 'typebox';
import { CommandId } from '../matters/fields.ts';
import type { Actor } from '../platform/actor.ts';
import { Refusal } from '../platform/refusal.ts';
import { isOpenNotice, mayVerify, type Notice, type NoticeStatus, type NoticeUnit, nameOfNotice } from './notice.ts';

export type NoticeStepName =
  | 'answerSupervision'
  | 'sendBackAnswer'
  | 'liftSupervision'
  | 'withdrawSupervision'
  | 'replaceSupervision'
  | 'copySupervision'
  | 'listForInterview';

/** What a step on a notice decides; clocks are named by their unit. */
export type NoticeDecision = {
  type: NoticeStepName;
  to: NoticeStatus;
  data: { readonly [key: string]: string | number | readonly string[] | null };
  notes: readonly { kind: string; body: string }[];
  units: readonly NoticeUnit[];
  /** Units whose reply clock stops, and units for which a new one starts. */
  stops: readonly string[];
  starts: readonly string[];
  tell: readonly { owner: string; text: string }[];
  stamp?: 'copied' | 'listed';
};

export type NoticeMoment = { actor: Actor; now: Date; unitName(unitId: string): string };

export const noticeText = (title: string) => Type.String({ minLength: 2, maxLength: 1000, title });

/** Every step's form: unknown fields are refused, and it may carry its command's id. */
export const noticeForm = <P extends TProperties>(properties: P) =>
  Type.Object({ ...properties, commandId: CommandId }, { additionalProperties: false });

export function refuseEnded(notice: Notice): void {
  if (isOpenNotice(notice)) return;
  const ended = { lifted: '解除', withdrawn: '撤销', replaced: '由下一次督办接替' } as Record<string, string>;
  throw new Refusal('conflict', 'noticeEnded', `督办单 ${nameOfNotice(notice)} 已经${ended[notice.status]}。`);
}

export function refuseOthers(notice: Notice, actor: Actor): void {
  if (!mayVerify(actor, notice))
    throw new Refusal('forbidden', 'notYourNotice', '督办单由发出它的中心（督办岗、中心主任）核对。');
}

/** What a step leaves as it is. */
export const unchanged = (notice: Notice) => ({
  to: notice.status,
  units: notice.units,
  stops: [],
  starts: [],
  notes: [],
  tell: [],
  data: {},
});
