import { recordPageNotices } from '../attendance/attendance.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import { type Span, spanText } from './booking.ts';

type Told = {
  readonly countyCode: string;
  readonly postIds: readonly string[];
  readonly span: Span;
  /** The rooms by name, or who cannot come. */
  readonly more?: string;
};

const sentences = {
  made: (when: string, where: string) => `约您${when}${where && `到${where}`}。`,
  moved: (when: string, where: string) => `约您的时间或地方改了，现在是${when}${where && `，${where}`}。`,
  released: (when: string) => `约您的${when}取消了，不用来。`,
  cannotCome: (when: string, name: string) => `${when}${name}来不了。换一位，或者改时间。`,
  needsRoom: (when: string, room: string) => `${room}停用了，${when}订的还留着。换一间。`,
} as const;

/** Whoever is concerned finds it in the inbox; who did it knows. No matter is named: of that the page tells those who may know. */
export function tellPosts(
  tx: Tx,
  by: Pick<Actor, 'postId'>,
  what: keyof typeof sentences,
  told: Told,
  now: Date,
): void {
  const text = sentences[what](spanText(told.span), told.more ?? '');
  const asked = what === 'made' || what === 'moved' || what === 'released';
  const page = asked ? '/bookings/mine' : '/bookings';
  const others = told.postIds.filter((postId) => postId !== by.postId);
  recordPageNotices(
    tx,
    told.countyCode,
    others.map((postId) => ({ owner: `p:${postId}`, text, page })),
    now,
  );
}
