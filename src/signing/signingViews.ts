import type { Doubt } from './objectAtSigning.ts';

export type SignedView = { at: string; how: 'screen' | 'paper'; signer: string; inStead: boolean; witness: string };
/** One name under one agreement: whose, by whose hand it may be, and how it stands. */
export type PlaceView = {
  agreementId: string;
  digest: string;
  number: string;
  partyId: string;
  name: string;
  role: string;
  kind: 'person' | 'organization';
  minor: boolean;
  standIns: { id: string; name: string }[];
  signed: SignedView | null;
  doubt: { what: Doubt; at: string } | null;
  /** Everything this party is to get by the agreements is paid. */
  paid: boolean;
};
export type AttestedView = { agreementId: string; what: 'mediator' | 'seal'; who: string; onDay: string };
/** The table: every place that is to be signed, in the order of the agreements and their parties. */
export type SigningView = {
  code: string;
  title: string;
  mediators: { postId: string; name: string }[];
  places: PlaceView[];
  attested: AttestedView[];
  /** Agreements that are written and not locked yet: nothing to sign. */
  unlocked: number;
  /** Who signed today, or said that something is wrong. */
  today: number;
};

/** What one person reads before signing: what concerns him first, the whole below. */
export type OwnWordsView = {
  agreementId: string;
  digest: string;
  number: string;
  own: string[];
  all: string;
  getsCents: number | null;
  owesCents: number | null;
  instalments: { cents: number; dueOn: string }[];
  account: string[];
};

/** What anybody learns who holds a paper: its number, whether it stands, the last day of signing. Nothing else. */
export type PaperCheck = { number: string; state: 'stands' | 'voided' | 'unsigned'; signedOn: string | null };

/** A tablet at the signing table. */
export type TableView = { id: string; by: string; openedAt: string; lastSeenAt: string };
export type TablePassView = { address: string; qrSvg: string; until: string };
