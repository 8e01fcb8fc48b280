import { type Static, Type } from 'typebox';
import { Id } from '../matters/fields.ts';

export const clueKinds = ['dispute', 'danger', 'other'] as const;
export type ClueKind = (typeof clueKinds)[number];
export const clueKindLabels: Record<ClueKind, { zh: string; en: string }> = {
  dispute: { zh: '有人闹矛盾', en: 'A dispute' },
  danger: { zh: '可能出事', en: 'Danger' },
  other: { zh: '别的线索', en: 'Something else' },
};

export type ClueState = 'reported' | 'taken' | 'registered' | 'answered' | 'withdrawn';
/** To who reported it: where it is now. */
export const clueStateLabels: Record<ClueState, { zh: string; en: string }> = {
  reported: { zh: '已报上去，中心还没看', en: 'reported, not looked at yet' },
  taken: { zh: '中心在看', en: 'the center is looking at it' },
  registered: { zh: '已登记成一件纠纷', en: 'registered as a dispute' },
  answered: { zh: '中心已答复', en: 'answered' },
  withdrawn: { zh: '自己撤回了', en: 'withdrawn' },
};

export const ReportClueInput = Type.Object(
  {
    kind: Type.Union(
      clueKinds.map((kind) => Type.Literal(kind)),
      { title: '哪一种' },
    ),
    urgent: Type.Boolean({ title: '急不急' }),
    text: Type.String({ minLength: 4, maxLength: 500, title: '看到了什么' }),
    regionCode: Type.String({ pattern: '^[0-9]{6}([0-9]{3}){1,3}$', title: '在哪个社区、网格' }),
    place: Type.String({ maxLength: 100, title: '具体在哪' }),
    uploads: Type.Array(Id, { maxItems: 9, uniqueItems: true, title: '照片' }),
    commandId: Id,
  },
  { additionalProperties: false },
);
export type ReportClueInput = {
  kind: ClueKind;
  urgent: boolean;
  text: string;
  regionCode: string;
  place: string;
  uploads: string[];
  commandId: string;
};

export const AnswerClueInput = Type.Object(
  { text: Type.String({ minLength: 2, maxLength: 300, title: '怎么答复' }) },
  { additionalProperties: false },
);
export type AnswerClueInput = Static<typeof AnswerClueInput>;

/** What a list and a page show of one clue; times are ISO. the dispute only to those who may see the dispute. */
export type ClueView = {
  id: string;
  kind: ClueKind;
  urgent: boolean;
  text: string;
  regionCode: string;
  region: string;
  place: string;
  state: ClueState;
  answer: string;
  reportedAt: string;
  takenAt: string | null;
  endedAt: string | null;
  reporter: string;
  takenBy: string | null;
  center: string;
  mine: boolean;
  files: { id: string; name: string; mime: string; size: number }[];
  dispute: { code: string; status: string } | null;
};
export type ClueList = { rows: ClueView[]; next: string | null; open: number; asOf: string };
