import { type Static, Type } from 'typebox';
import type { PaperRules } from '../intake/paperRules.ts';
import { RegisterInput } from '../intake/registerInput.ts';
import { Id } from '../matters/fields.ts';
import { formatTime, HOUR } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { Happened, momentOf } from '../waits/happened.ts';

/** A form that was filled in by hand: its reserved code, when it was received and by whom. */
export const PaperInput = Type.Object(
  {
    ...RegisterInput.properties,
    paper: Type.Object(
      {
        code: Type.String({ pattern: '^\\d{15}$', title: '编号', sentence: '编号是 15 位数字，印在表的右上角。' }),
        ...Happened,
        receivedByPostId: Id,
        lateReason: Type.String({ maxLength: 200, title: '为什么现在才补录' }),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type PaperForm = Static<typeof PaperInput>['paper'];

/** The true time of a form of paper: after its sheet was printed, not in the future; late, somebody says why. */
export function receivedAt(form: PaperForm, reservedAt: Date, rules: PaperRules, now: Date): Date {
  if (form.time === undefined) return refuseField('paper.time', '写几点几分收的，表的右上角有。');
  const at = momentOf(form, now, '09:00');
  if (at.getTime() < reservedAt.getTime() - HOUR)
    return refuseField('paper.day', `这张表 ${formatTime(reservedAt)} 才印出来，收到不会更早。`);
  const late = now.getTime() - at.getTime() > rules.lateHours * HOUR;
  if (late && form.lateReason.trim().length < 2)
    return refuseField('paper.lateReason', `收到已经超过 ${rules.lateHours} 小时，写一句为什么现在才补录。`);
  return at;
}
