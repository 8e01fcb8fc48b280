export type DoorEvent = {
  seq: number;
  id: string;
  at: Date;
  type: string;
  actorRole: string;
  name: string | null;
  unitId: string | null;
  data: Record<string, unknown>;
};
export type DoorNote = { eventId: string; kind: string; visibility: string; body: string };
export type DoorFile = { eventId: string; id: string; name: string; mime: string };
export type AnswerRow = { field: string; value: string; sealed: boolean };
export type DoorDetail = { events: DoorEvent[]; notes: DoorNote[]; files: DoorFile[]; answers: AnswerRow[] };
