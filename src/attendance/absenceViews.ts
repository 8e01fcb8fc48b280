export type AbsenceState = 'open' | 'asked' | 'granted' | 'refused' | 'ended' | 'withdrawn';

export type AbsenceView = {
  id: string;
  name: string;
  postLabel: string;
  unit: string;
  from: string;
  to: string;
  reason: string;
  state: AbsenceState;
  coverName: string | null;
  decision: string;
  mine: boolean;
  covering: boolean;
  running: boolean;
  acts: { name: boolean; decide: boolean; end: boolean };
};
export type AbsencePage = {
  today: string;
  rows: AbsenceView[];
  /** Where the person may say that somebody is away: the own posts, and colleagues of a unit that the person leads. */
  posts: { postId: string; name: string; label: string; mine: boolean }[];
  /** Who might cover: colleagues of the unit first, then of the county's center. */
  colleagues: { postId: string; name: string; label: string }[];
};
