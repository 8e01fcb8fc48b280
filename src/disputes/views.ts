import type { ExtensionRule } from '../deadlines/clockRule.ts';
import type { ClockView } from '../deadlines/clockView.ts';
import type { OpenSteps, OwedNow } from '../procedures/views.ts';
import type { Way } from '../promises/paymentInput.ts';
import type { OpenPromise } from '../promises/promise.ts';
import type { UnitKept } from '../routing/accuracy.ts';
import type { Suggestion } from '../routing/suggestUnits.ts';
import type { Proposal } from '../routing/triage.ts';
import type { MediatorState } from './dispute.ts';
import type { Standing } from './kind.ts';
import type { Status, StepName } from './procedure.ts';

/** How much of a dispute a post sees (access.md); one mask for every page, list and paper. */
export type Sight = 'full' | 'superior' | 'support' | 'former' | 'ledger' | 'place';

/** One thing that was agreed on, as a party reads it; `over`: it is not owed any more, though it was not kept. */
export type AgreedItem = {
  what: string;
  by: string;
  due: string | null;
  done: string | null;
  kept: boolean;
  over: boolean;
};

export type PartyView = {
  id: string;
  side: 'applicant' | 'respondent' | 'third';
  kind: 'person' | 'organization';
  name: string;
  idKind: string;
  /** Always masked; the plain value comes from a reveal, with its purpose logged. */
  idNumberMasked: string | null;
  idException: string | null;
  phoneMasked: string | null;
  address: string | null;
  contactPerson: string | null;
  minor: boolean;
  representsPartyId: string | null;
  representation: string | null;
  authority: string | null;
  mayReveal: boolean;
  /** One of many: a name here; numbers and address are on the list of claimants. */
  brief: boolean;
  /** A number of some paper is kept, or why there is none. */
  identified: boolean;
};

export type TimelineEntry = {
  seq: number;
  at: string;
  /** 贾敏（迎泽中心 接待）; 当事人; 系统 */
  who: string;
  type: string;
  sentence: string;
  notes: { kind: string; body: string; forResident: boolean }[];
  statusAfter: string;
};

export type FileView = {
  id: string;
  name: string;
  mime: string;
  size: number;
  at: string;
  author: string;
  forResident: boolean;
};

export type UnitBrief = { id: string; name: string; short: string; phone: string | null };

export type ResidentView = {
  code: string;
  codeGrouped: string;
  title: string;
  registeredOn: string;
  where: string;
  whereSince: string;
  unit: string;
  handler: string | null;
  /** '10月16日24时前办完'; null when nothing is due any more. */
  nextBy: string | null;
  nextByDay: string | null;
  remaining: string | null;
  late: string | null;
  arithmetic: string[];
  next: string;
  phone: string | null;
  askAt: string;
  steps: { label: string; state: 'done' | 'here' | 'todo' }[];
  timeline: { at: string; text: string }[];
  /** Agreements in full, newest first: who does what by when. */
  /** Where and when the reader signed, and what of it no longer counts. */
  signed: string[];
  agreements: {
    head: string;
    terms: string;
    items: AgreedItem[];
  }[];
  /** Return visits, newest first. */
  visits: { at: string; text: string }[];
  /** 请您补交：…; 现在等法院：…; `asked`: it is the resident who is to bring it. */
  waitingFor: { asked: boolean; sentence: string } | null;
  /** That it is handled together with another one, and what stays the reader's own; null when it goes its own way. */
  together: string | null;
  /** That the date was moved, from which day and why; null when it was not. */
  moved: string | null;
  /** The parties' own limits, which they alone can miss: 双方当事人一起申请司法确认的期限到… */
  rights: string[];
  /** Who mediates now; `changing`: the reader asked for another one, or the parties are to be asked about a tie. */
  mediators: { id: string; name: string; unit: string; changing: boolean }[];
  /** May say that she wants another mediator. */
  canObject: boolean;
  canRate: boolean;
  canContest: boolean;
  canAdd: boolean;
  rated: number | null;
  /** The ways of the law that stay open, by what is in question; `when` is empty where there is one question. */
  routes: { when: string; ways: string[] }[];
};

/** A running clock that may be given more time, and how much its rule still allows: null where it sets no ceiling. */
export type Extendable = {
  kind: string;
  label: string;
  unit: ExtensionRule['unit'];
  lengthLeft: number | null;
  by: string;
  needsPlan: boolean;
  basis: string;
};

export type ExtensionAsked = {
  label: string;
  length: string;
  reason: string;
  plan: string;
  from: string | null;
  to: string | null;
  late: boolean;
  askedBy: string;
};

export type DisputeView = {
  code: string;
  codeGrouped: string;
  codeShort: string;
  codeAloud: string;
  countyCode: string;
  title: string;
  status: Status;
  statusLabel: string;
  version: number;
  sight: Sight;
  restricted: boolean;
  /** Who may know of a restricted one besides the center's leader; empty for those who do not see what it is about. */
  named: { postId: string; name: string }[];
  contested: boolean;
  reopened: number;
  /** Tasks about it that are not done. */
  openTasks: number;
  /** The label of one's own last step, as long as it can be taken back. */
  takeBack: string | null;
  category: { code: string; name: string };
  place: string;
  center: UnitBrief;
  leadUnit: UnitBrief | null;
  handler: { postId: string; name: string } | null;
  supportingUnits: { unit: UnitBrief; task: string; done: boolean }[];
  /** The task force that stands; its leader comes first. */
  taskForce: { name: string; until: string; people: { postId: string; name: string; unit: string }[] } | null;
  /** Who mediates, and who did; nothing for those who do not see what it is about. */
  mediators: { id: string; postId: string; name: string; unit: string; state: MediatorState }[];
  firstContact: { name: string; unit: string };
  difficulty: string | null;
  urgency: string | null;
  gravity: string | null;
  openedAt: string;
  closedAt: string | null;
  outcome: string | null;
  /** Absent for those who see place, category and status only. */
  facts: {
    source: string;
    facts: string;
    demands: string;
    occurredOn: string | null;
    address: string;
    peopleInvolved: number;
    amountCents: number | null;
    willing: 'yes' | 'no' | 'undecided';
    violence: Record<string, boolean>;
    /** Taken over from an old ledger, with its number there; or typed in from paper, and when. */
    imported: boolean;
    oldNumber: string | null;
    enteredAt: string | null;
  } | null;
  parties: PartyView[];
  clocks: ClockView[];
  timeline: TimelineEntry[];
  files: FileView[];
  settlements: {
    id: string;
    form: string;
    terms: string;
    totalCents: number | null;
    effectiveOn: string;
    items: {
      id: string;
      obligation: string;
      amountCents: number | null;
      dueOn: string | null;
      performedOn: string | null;
      payerPartyId: string | null;
      payeePartyId: string | null;
      part: OpenPromise['part'];
      paidCents: number;
      state: 'open' | 'kept' | 'waived' | 'replaced';
      defaulted: boolean;
      /** By what it can be enforced; null: by nothing yet. */
      title: string | null;
    }[];
  }[];
  payments: {
    id: string;
    payerPartyId: string;
    payeePartyId: string;
    cents: number;
    paidOn: string;
    how: Way;
    undone: boolean;
  }[];
  materials: {
    id: string;
    what: string;
    state: string;
    limitAt: string;
    ground: string;
    word: string;
    sentence: string;
  }[];
  /** Grounds on which a clock that runs now may stand still, besides material. */
  waitGrounds: string[];
  extendable: Extendable[];
  extensionAsked: ExtensionAsked | null;
  returnVisits: { at: string; outcome: string; performed: string; method: string }[];
  rating: { score: number; at: string } | null;
  supervision: {
    code: string;
    number: string | null;
    status: string;
    statusLabel: string;
    level: number;
    unit: string;
    sentAt: string;
    answeredAt: string | null;
    liftedAt: string | null;
  }[];
  standing: Standing;
  steps: OpenSteps<StepName>;
  /** Nothing for those who do not see what it is about. */
  owed: OwedNow<StepName>[] | null;
  undoDispatchUntil: string | null;
  proposals: { units: Suggestion[]; difficulty: Proposal; records: UnitKept[] } | null;
  /** 派单异议: until when the unit may send it back; what a referee has before him. */
  court: {
    sendBack: { until: string; arithmetic: string[] } | null;
    question: {
      fromUnitId: string;
      from: string;
      sentBackAt: string;
      by: string;
      words: string;
      betterUnitId: string | null;
      better: string | null;
      dispatchedAt: string | null;
      dispatchedBy: string | null;
      basis: string | null;
      basisDate: string | null;
      dispatchWords: string | null;
    } | null;
  } | null;
  /** Nothing for those who do not see what it is about. */
  residentSees: ResidentView | null;
  looks: number;
};

/** What a reminder to several matters tells whom, and which it cannot reach. */
export type Reminders = {
  reminded: { code: string; codeShort: string; who: string[] }[];
  refused: { code: string; codeShort: string; why: string }[];
};

export type Registered = {
  code: string;
  codeGrouped: string;
  codeShort: string;
  slips: { partyId: string; name: string; pin: string }[];
  sentence: string;
};
