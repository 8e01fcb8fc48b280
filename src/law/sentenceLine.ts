import type { LegalSentence } from './sentence.ts';

/** How a sentence stands: reviewed; entered and not yet published; run out; changed since it was read; never read. */
export type SentenceStanding = 'reviewed' | 'pending' | 'expired' | 'changed' | 'unreviewed';

/** A row of the page of legal sentences. */
export type SentenceLine = LegalSentence & {
  digest: string;
  standing: SentenceStanding;
  review: {
    id: string;
    by: string;
    on: string;
    until: string;
    note: string;
    enteredBy: string;
    publishedBy: string | null;
    /** Entered in the reader's county: only those are its to publish or take back. */
    ours: boolean;
    mine: boolean;
  } | null;
};
