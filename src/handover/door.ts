import type { ClockRule } from '../deadlines/clockRule.ts';
import type { Status } from '../disputes/procedure.ts';
import type { DoorRules } from '../law/doorRules.ts';
import type { UnitKind } from '../network/network.ts';
import type { PaperMatter } from '../papers/read.ts';
import type { Role } from '../platform/actor.ts';
import type { Day } from '../platform/now.ts';
import type { StepContext } from '../procedures/head.ts';
import type { Waiting } from '../waits/waiting.ts';

/** How it reaches the body: to those stationed in the network, sealed to one outside, or on paper. */
export const hows = ['here', 'packet', 'paper'] as const;
export type How = (typeof hows)[number];

type Party = { id: string; name: string; side: string; kind: string; representsPartyId: string | null; left: boolean };

/** A door of law as one command locks and sees it: one way of one dispute, asked of one body by these applicants. */
export type Door = Omit<Waiting, 'parties'> & {
  way: string;
  joint: boolean;
  applicantIds: readonly string[];
  /** null: a party by himself, on the resident's page. */
  openerPostId: string | null;
  /** null: outside the network; then only its name is known. */
  bodyUnitId: string | null;
  bodyName: string;
  how: How | null;
  bodyNumber: string | null;
  handedInOn: Day | null;
  /** Since when the other side has it by law. */
  servedOn: Day | null;
  result: string | null;
  ground: string | null;
  resultOn: Day | null;
  /** Fields of its form that somebody filled. */
  answered: readonly string[];
  parties: readonly Party[];
  about: {
    id: string;
    code: string;
    status: Status;
    leadUnitId: string | null;
    handlerPostId: string | null;
  };
};

export type DoorHandling = {
  clocks: Readonly<Record<string, ClockRule>>;
  handling: { maxMaterialDays: number };
  doors: DoorRules;
};
export type DoorContext = StepContext<Door, DoorHandling>;

/** One line of a form that the dispute does not know. `protect`: kept sealed, shown as filled, never erased by a blank. */
export type DoorField = {
  name: string;
  label: string;
  hint: string;
  kind: 'text' | 'long' | 'day' | 'money' | 'pick';
  options?: readonly string[];
  must?: true;
  protect?: true;
  /** Who can bring it: 申请人, 单位. */
  who: string;
  /** What the dispute knows of it; stands in the form until somebody writes otherwise. */
  proposal?(matter: PaperMatter): string;
};

/** What a body may decide. `title`: what was promised can be enforced by it; `rights`: limits that run from the day it was served. */
export type DoorResult = {
  label: string;
  says: string;
  title?: string;
  rights?: readonly string[];
  /** Its reason has to be one of these. */
  grounds?: Readonly<Record<string, string>>;
};

/** What is known of a dispute, as far as a way asks for it before its door opens. */
export type DoorFacts = {
  status: Status;
  categoryCode: string;
  restricted: boolean;
  now: Date;
  clocks: Waiting['clocks'];
  parties: readonly Party[];
  /** Written, oral or performed on the spot, with the day since when it holds. */
  agreements: readonly { id: string; effectiveOn: Day; form: string }[];
  promises: readonly { id: string; title: string | null; late: boolean; money: boolean; payeePartyId: string | null }[];
  /** Ways of the same dispute that were opened, and how they stand. */
  doors: readonly { way: string; status: string; result: string | null }[];
};

/** Open until a day, or open without one, or not open and why; closed ways are never hidden, only explained. */
export type Entry =
  | { open: true; until: Date | null; clock: string | null; note: string }
  | { open: false; why: string };

/** One way through a door: what it asks, of whom, for what. */
export type DoorWay = {
  /** The code of the same route of the law (law/data/routes.ts), where one measures it. */
  route: string;
  label: string;
  /** 申请书 that it prints. */
  paper: string;
  /** What the applicants declare above their signatures. */
  declaration?: string;
  /** Both sides together; else the applicant's side alone, until the body serves it. */
  joint: boolean;
  /** Never reaches the other side, whatever is served: legal aid, protection, police, counseling. */
  secret: boolean;
  bodies: readonly UnitKind[];
  /** To whom, as the paper says: 人民法院. */
  body: string;
  /** Limits of its kind's table that do not run on this way. */
  without?: readonly string[];
  /** Limits of the dispute that are kept by handing it in. */
  keeps: readonly string[];
  fields: readonly DoorField[];
  /** What to bring: read from a ready list, with who can bring it. */
  papers: readonly { name: string; who: string; must: boolean }[];
  grounds: Readonly<Record<string, string>>;
  results: Readonly<Record<string, DoorResult>>;
  /** Whether it has anything to do with this dispute: what never can is not told of. */
  concerns(facts: DoorFacts): boolean;
  entry(facts: DoorFacts): Entry;
};

export type Ways = Readonly<Record<string, DoorWay>>;
export type Officer = Extract<
  Role,
  | 'courtClerk'
  | 'arbitrator'
  | 'reconsiderationOfficer'
  | 'notary'
  | 'legalAidOfficer'
  | 'communityOfficer'
  | 'mediator'
>;
