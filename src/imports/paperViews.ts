export type PadView = {
  id: string;
  size: number;
  prints: number;
  reservedAt: string;
  reservedBy: string;
  outstanding: number;
  entered: number;
  voided: number;
};

export type PaperCodeView = {
  code: string;
  position: number;
  padId: string;
  state: 'outstanding' | 'entered' | 'voided';
  reservedAt: string;
  endedAt: string | null;
  voidReason: string | null;
};

export type PaperView = {
  pads: PadView[];
  codes: PaperCodeView[];
  rules: { padSize: number; lateHours: number };
  colleagues: { postId: string; name: string }[];
};
