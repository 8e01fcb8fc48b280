import { Type } from 'typebox';
import type { Change, ClockAct, Decision } from '../matters/decision.ts';
import { DayField, Id, StepInput } from '../matters/fields.ts';
import type { OpenPromise, PromiseContext, Promising } from './promise.ts';

const Name = Type.String({ pattern: '^[a-zA-Z]{1,40}$' });
const Maybe = Type.Union([Name, Type.Null()]);

export const HearDoorInput = StepInput({
  doorCode: Type.String({ pattern: '^[A-Z]{2}\\d{14}$' }),
  way: Name,
  status: Name,
  result: Maybe,
  on: DayField,
  applicantIds: Type.Array(Id, { maxItems: 500 }),
  apart: Type.Boolean(),
  title: Maybe,
  ends: Type.Array(Name, { maxItems: 10 }),
  again: Type.Array(Name, { maxItems: 10 }),
});
/** `apart`: the other side does not know of it; `ends`: limits that are kept by it; `again`: they run as they did before. */
export type HearDoorInput = {
  doorCode: string;
  way: string;
  status: string;
  result: string | null;
  on: string;
  applicantIds: string[];
  apart: boolean;
  title: string | null;
  ends: string[];
  again: string[];
};

type Asking = { applicantIds: readonly string[] };

/** A limit of all is kept only when all ask; one of a party's own when that party does. */
function coversAll({ parties }: Pick<Promising, 'parties'>, { applicantIds }: Asking): boolean {
  return parties.every(({ id, representsPartyId }) => representsPartyId !== null || applicantIds.includes(id));
}

function clocksOf(matter: Promising, { ends, again, ...asking }: HearDoorInput): ClockAct[] {
  const kept = (partyId: string | null) =>
    partyId === null ? coversAll(matter, asking) : asking.applicantIds.includes(partyId);
  const stops = matter.clocks.flatMap(({ id, kind, partyId, stoppedAt }): ClockAct[] =>
    ends.includes(kind) && stoppedAt === null && kept(partyId) ? [{ act: 'stop', kind, clockId: id }] : [],
  );
  const last = new Map(matter.clocks.map((clock) => [`${clock.kind} ${clock.partyId ?? ''}`, clock]));
  const starts = [...last.values()].flatMap(({ kind, partyId, stoppedAt, startedAt }): ClockAct[] =>
    again.includes(kind) && stoppedAt !== null && kept(partyId)
      ? [{ act: 'start', kind, at: startedAt, ...(partyId === null ? {} : { partyId }) }]
      : [],
  );
  return [...stops, ...starts];
}

/** What those who asked owe each other can be enforced from now on. */
const titled = (promises: readonly OpenPromise[], title: string, { applicantIds }: Asking): Change[] =>
  promises
    .filter(({ payerPartyId, payeePartyId }) =>
      [payerPartyId, payeePartyId].every((id) => id === null || applicantIds.includes(id)),
    )
    .map(({ id }) => ({ table: 'promise', id, set: { title } }));

/** What became of a door of law stands in the dispute: its limits, and by what its promises can be enforced. */
export function hearDoor(matter: Promising, input: HearDoorInput, _context: PromiseContext): Decision {
  const { doorCode, way, status, result, on, apart, title } = input;
  return {
    type: 'hearDoor',
    data: { doorCode, way, status, result, on, apart },
    clocks: clocksOf(matter, input),
    changes: title === null ? [] : titled(matter.promises, title, input),
  };
}
