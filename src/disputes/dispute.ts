import type { Clock } from '../deadlines/state.ts';
import type { StepContext } from '../procedures/head.ts';
import type { OpenPromise, PaidSum } from '../promises/promise.ts';
import type { LastDispatch } from '../routing/giveTo.ts';
import type { ExtensionRequest, MaterialRequest } from '../waits/waiting.ts';
import type { DisputeRules } from './kind.ts';
import type { Status } from './procedure.ts';

export type Difficulty = 'simple' | 'ordinary' | 'complex';
export type Grade = 'low' | 'medium' | 'high';
export type Outcome = 'settled' | 'failed' | 'withdrawn' | 'terminated';

export type PartyBrief = {
  id: string;
  side: 'applicant' | 'respondent' | 'third';
  kind: 'person' | 'organization';
  name: string;
  minor: boolean;
  representsPartyId: string | null;
  /** The claimant whom this one chose to speak for all (劳动争议调解仲裁法 7); null: speaks for himself. */
  chosenPartyId: string | null;
  /** Asks for nothing here any more, and stays written down. */
  left: boolean;
  /** What this party asks for, of many; null where the dispute has one sum only. */
  claimCents: number | null;
};

/** Whom a dispute follows: the leading one, who works on that one, and where this one stood before. */
export type Follows = {
  linkId: string;
  leadId: string;
  since: Status;
  leadUnitId: string | null;
  leadHandlerPostId: string | null;
  leadCenterId: string;
};

/** What was handed over last and not taken back, newest first; `version` is the matter's, as that left it. */
export type LastReassignment = {
  id: string;
  runId: string;
  part: 'handling' | 'contact' | 'named';
  fromPostId: string;
  toPostId: string;
  byPostId: string | null;
  at: Date;
  version: number;
  acknowledged: boolean;
};

/**
 * appointed: asked, and still to say whether anything ties him to a party; accepted: nothing does, or the parties know and
 * agree; tied: something does, and they were not asked yet; objected: a party wants another one; released: mediates no longer.
 */
export type MediatorState = 'appointed' | 'accepted' | 'tied' | 'objected' | 'released';

/** Who mediates, and who did (人民调解法 art. 19). */
export type MediatorBrief = { id: string; postId: string; unitId: string; state: MediatorState };

/** People of several units who work on the dispute together, and read it while they do. */
export type TaskForce = {
  id: string;
  name: string;
  leaderPostId: string;
  memberPostIds: readonly string[];
  until: string;
};

/** The head of an agreement 调解协议: which version, of which words, and whether they are fixed for signing. */
export type AgreementHead = {
  id: string;
  number: string | null;
  version: number;
  digest: string;
  locked: boolean;
  partyIds: readonly string[];
  /** Those written at once for many parties, one for each, share it. */
  groupId: string | null;
  /** Whose signature on these words stands. */
  signedPartyIds: readonly string[];
};

/** A dispute as one command locks and sees it. Personal values stay in the database; only names and briefs come along. */
export type Dispute = {
  countyCode: string;
  id: string;
  code: string;
  title: string;
  status: Status;
  version: number;
  eventSeq: number;
  eventHash: string;
  settingsVersion: number;
  restricted: boolean;
  categoryCode: string;
  regionCode: string;
  receivingCenterId: string;
  leadUnitId: string | null;
  handlerPostId: string | null;
  /** Brought by an import that was undone: it stays, and nobody has it any more. */
  importUndone: boolean;
  seenBy: readonly string[];
  openedAt: Date;
  closedAt: Date | null;
  /** Nobody of ours where an old ledger names nobody of ours. */
  firstContactPostId: string | null;
  /** Who keeps the contact with the parties now, where it is not who first received them. */
  contactPostId: string | null;
  townshipCode: string | null;
  communityCode: string | null;
  gridCode: string | null;
  peopleInvolved: number;
  amountCents: number | null;
  willing: 'yes' | 'no' | 'undecided';
  difficulty: Difficulty | null;
  urgency: Grade | null;
  gravity: Grade | null;
  violence: Readonly<Record<string, boolean>>;
  outcome: Outcome | null;
  dispatchedAt: Date | null;
  dispatchUndoUntil: Date | null;
  formerUnitIds: readonly string[];
  lastDispatch: LastDispatch | null;
  /** Whom the last ruling 裁定 gave it to. */
  ruledUnitId: string | null;
  namedPostIds: readonly string[];
  /** Who had it in hand before; and who is still handing it over. */
  formerPostIds: readonly string[];
  handingPostIds: readonly string[];
  reassignments: readonly LastReassignment[];
  reopened: number;
  contested: boolean;
  supportingUnits: readonly { unitId: string; task: string; doneAt: Date | null }[];
  parties: readonly PartyBrief[];
  clocks: readonly Clock[];
  materials: readonly MaterialRequest[];
  extensionRequests: readonly ExtensionRequest[];
  returnVisited: boolean;
  rated: boolean;
  submittedByPostId: string | null;
  /** The dispute it is handled together with, which leads; null when it goes its own way. */
  follows: Follows | null;
  mediators: readonly MediatorBrief[];
  /** 专班 that stands. */
  taskForce: TaskForce | null;
  agreements: readonly AgreementHead[];
  /** What is still owed by its agreements, soonest first; what has no day comes last. */
  promises: readonly OpenPromise[];
  /** The last two hundred, newest first. */
  payments: readonly PaidSum[];
  /** How many disputes follow this one. */
  followers: number;
  /** Tasks 专班任务 about it that are not done. */
  openTasks: number;
  remindedAt: Date | null;
  /** The oldest supervision notice 督办单 about it that stands. */
  openNotice: { name: string; level: number; answered: boolean } | null;
};

export type DisputeContext = StepContext<Dispute, DisputeRules>;
