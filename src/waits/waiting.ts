import type { ClockRule, ExtensionRule, PauseGround } from '../deadlines/clockRule.ts';
import type { Head, StepContext } from '../procedures/head.ts';

/** Somebody or something the work waits for: material of the resident, or another ground; unitId where a unit is waited for. */
export type MaterialRequest = {
  id: string;
  what: string;
  state: 'proposed' | 'approved' | 'refused' | 'received' | 'expired';
  limitAt: Date;
  askedByPostId: string | null;
  ground: PauseGround;
  unitId: string | null;
};

/** More time asked for on one clock; `late`: asked when its limit was over. */
export type ExtensionRequest = {
  id: string;
  clockId: string;
  length: number;
  unit: ExtensionRule['unit'];
  reason: string;
  plan: string;
  late: boolean;
  state: 'proposed' | 'approved' | 'refused';
  askedByPostId: string | null;
};

/** What a matter of any kind must carry so that its work can wait, be given more time and run under limits of law. */
export type Waiting = Head & {
  materials: readonly MaterialRequest[];
  extensionRequests: readonly ExtensionRequest[];
  parties: readonly { id: string; representsPartyId: string | null }[];
  /** Only these can be waited for: the others would not know of it. */
  supportingUnits: readonly { unitId: string }[];
};

/** The part of a county's rules that waiting follows. */
export type WaitRules = {
  handling: { maxMaterialDays: number };
  clocks: Readonly<Record<string, ClockRule>>;
};

export type WaitContext = StepContext<Waiting, WaitRules>;
