import type { Agreement } from './agreement.ts';

export type VersionView = {
  version: number;
  digest: string;
  at: string;
  by: string;
  reason: string;
  agreement: Agreement;
  words: string;
};

/** An agreement of a dispute with all its versions, newest first. */
export type AgreementView = {
  id: string;
  number: string | null;
  form: 'written' | 'oral' | 'onTheSpot';
  version: number;
  digest: string;
  lockedAt: string | null;
  /** The group with which it was written. */
  groupId: string | null;
  /** Who signs it and has not yet, and the day of the last signature that stands. */
  missingIds: string[];
  signedOn: string | null;
  versions: VersionView[];
};
