import type { BookingEngine } from '../bookings/bookingEngine.ts';
import type { BoundDispute, Engine } from '../disputes/engine.ts';
import type { Bound } from '../procedures/engine.ts';
import type { SittingStep } from './procedure.ts';
import type { Sitting, SittingRules } from './sitting.ts';

export type BoundSitting = Bound<Sitting, SittingRules, SittingStep>;

/** What this module stands on; the server's engine has it all. */
export type SittingEngine = Engine &
  BookingEngine & { readonly kinds: { readonly dispute: BoundDispute; readonly session: BoundSitting } };
