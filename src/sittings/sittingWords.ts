import { spanText } from '../bookings/booking.ts';
import { say } from '../law/say.ts';
import { formatDay } from '../platform/now.ts';
import type { Sitting } from './sitting.ts';

type Where = { readonly centerName: string; readonly rooms: string; readonly phone: string | null };
type Asked = Pick<Sitting, 'startsAt' | 'endsAt' | 'place' | 'bring'>;

export const whereText = ({ place }: Pick<Sitting, 'place'>, { centerName, rooms }: Where): string =>
  rooms === '' ? place : `${centerName}${rooms}`;

/** What a party is asked, the same in letter, SMS and call: when, where, what to bring, and that the law stays open. */
export function invitationWords(sitting: Asked, where: Where): string {
  const bring = sitting.bring === '' ? '' : `请带：${sitting.bring}。`;
  const call = where.phone === null ? '请提前说一声' : `请提前打电话${where.phone}说一声`;
  const at = spanText({ from: sitting.startsAt, to: sitting.endsAt });
  return `请您${at}到${whereText(sitting, where)}参加调解会。${bring}来不了${call}。${say('sittingFree')}`;
}

export const changedWords = (sitting: Asked, where: Where): string =>
  `调解会改了时间或地点。${invitationWords(sitting, where)}`;

export const remindedWords = (sitting: Asked, where: Where): string =>
  `提醒您，明天开调解会。${invitationWords(sitting, where)}`;

export const tomorrowWords = ({ startsAt, endsAt }: Pick<Asked, 'startsAt' | 'endsAt'>): string =>
  `明天的调解会：${spanText({ from: startsAt, to: endsAt })}。`;

export const cancelledWords = (sitting: Asked): string =>
  `原定${spanText({ from: sitting.startsAt, to: sitting.endsAt })}的调解会取消了，您不用来。${say('sittingFree')}`;

export const againWords = (day: string): string =>
  `调解会改到${formatDay(day)}再谈，具体时间另行告诉您。${say('sittingFree')}`;
