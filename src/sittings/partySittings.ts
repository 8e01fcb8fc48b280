import { spanText } from '../bookings/booking.ts';

export type PartySitting = { startsAt: Date; endsAt: Date; place: string; bring: string; rooms: string };
/** One that the reader is expected at; `here`: it is written down that he came. */
export type Expected = { id: string; code: string; words: string; here: boolean };

/** 10月9日（周五）15:00—17:00，迎泽区综治中心调解室，请带收据。 */
export function partySittingWords({ startsAt, endsAt, place, bring, rooms }: PartySitting, centerName: string): string {
  const where = rooms === '' ? place : `${centerName}${rooms}`;
  return [spanText({ from: startsAt, to: endsAt }), where, bring === '' ? '' : `请带${bring}`]
    .filter(Boolean)
    .join('，');
}
