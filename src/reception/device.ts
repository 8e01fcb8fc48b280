import { createHash, randomBytes } from 'node:crypto';

/** The link is known to the machine alone: a copy of the table opens nothing. */
export const newDeviceToken = (): string => randomBytes(24).toString('base64url');
export const deviceHash = (token: string): string => createHash('sha256').update(`hall ${token}`).digest('hex');

export const deviceWords = { kiosk: '取号机', display: '大厅叫号屏', counter: '窗口屏' } as const;
export type DeviceKind = keyof typeof deviceWords;

export type Device = {
  readonly id: string;
  readonly countyCode: string;
  readonly centerId: string;
  readonly kind: DeviceKind;
  readonly counter: number | null;
};
