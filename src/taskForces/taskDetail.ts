export type TaskEvent = {
  seq: number;
  id: string;
  at: Date;
  type: string;
  actorRole: string;
  name: string | null;
  unitId: string | null;
  data: Record<string, unknown>;
};
export type TaskNote = { eventId: string; kind: string; body: string };
export type TaskFile = { eventId: string; id: string; name: string };

export type TaskDetail = { events: TaskEvent[]; notes: TaskNote[]; files: TaskFile[] };
