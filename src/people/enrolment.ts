import { type Static, Type } from 'typebox';

export const enrolmentInput = Type.Object(
  {
    enrolment: Type.String({ minLength: 1, maxLength: 1000 }),
    code: Type.String({ pattern: '^[0-9]{6}$', sentence: '动态码是 6 位数字' }),
  },
  { additionalProperties: false },
);
export type EnrolmentInput = Static<typeof enrolmentInput>;

const MINUTES_OPEN = 15;

/** What goes sealed to the browser and comes back with the first code, so that nothing half done is stored. */
export type Enrolment = { readonly userId: string; readonly secret: string; readonly until: number };

export function enrolmentOf(userId: string, secret: string, now: Date): Enrolment {
  return { userId, secret, until: now.getTime() + MINUTES_OPEN * 60_000 };
}

export function isOpen(enrolment: Enrolment, userId: string, now: Date): boolean {
  return enrolment.userId === userId && enrolment.until > now.getTime();
}
