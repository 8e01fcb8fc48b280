export type AlarmRow = {
  id: string;
  kind: 'violence' | 'selfHarm' | 'other';
  kindLabel: string;
  center: string;
  place: string;
  drill: boolean;
  raisedAt: string;
  raisedBy: string;
  told: string[];
  answers: { name: string; at: string }[];
  endedAt: string | null;
  outcomeLabel: string | null;
  measures: string;
  mine: boolean;
  answered: boolean;
  mayEnd: boolean;
};

export type AlarmGuide = {
  center: { id: string; short: string; phone: string | null };
  violence: string[];
  selfHarm: string[];
  onDuty: { part: 'leader' | 'officer'; name: string; phone: string }[];
};
