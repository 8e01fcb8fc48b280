import type { ReleaseReason } from './words.ts';

export type BookingState = 'held' | 'needsRoom' | 'released';
/** One room or one person of what was booked together. */
export type BookingRow = {
  readonly id: string;
  readonly groupId: string;
  readonly countyCode: string;
  readonly centerId: string;
  readonly roomId: string | null;
  readonly postId: string | null;
  readonly userId: string | null;
  readonly from: Date;
  readonly to: Date;
  readonly matterCounty: string | null;
  readonly matterId: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly state: BookingState;
  readonly reason: ReleaseReason | 'otherTime' | null;
  readonly endedAt: Date | null;
};
