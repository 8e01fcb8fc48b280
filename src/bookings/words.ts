export const releaseReasons = ['notNeeded', 'cannotCome', 'roomUnusable', 'other'] as const;
export type ReleaseReason = (typeof releaseReasons)[number];
/** `otherTime` is what moving leaves behind; nobody chooses it. */
export const reasonWords: Record<ReleaseReason | 'otherTime', { zh: string; en: string }> = {
  notNeeded: { zh: '不用了', en: 'no longer needed' },
  cannotCome: { zh: '人来不了', en: 'somebody cannot come' },
  roomUnusable: { zh: '房间用不了', en: 'the room cannot be used' },
  other: { zh: '别的原因', en: 'something else' },
  otherTime: { zh: '改了时间或房间', en: 'moved' },
};
