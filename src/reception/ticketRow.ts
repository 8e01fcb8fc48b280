import type { TicketState } from './ticketSteps.ts';

/** A number as the table has it; pure files read it from here. */
export type TicketRow = {
  readonly id: string;
  readonly center_id: string;
  readonly day: string;
  readonly prefix: string;
  readonly number: number;
  readonly priority: string | null;
  readonly origin: 'kiosk' | 'counter' | 'appointment';
  readonly state: TicketState;
  readonly issued_at: Date;
  readonly waits_from: Date;
  readonly due_at: Date | null;
  readonly for_counter: number | null;
  readonly counter_number: number | null;
  readonly post_id: string | null;
  readonly called_at: Date | null;
  readonly calls: number;
  readonly serving_at: Date | null;
  readonly ended_at: Date | null;
};
