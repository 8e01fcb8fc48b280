import { Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { refuse } from '../platform/refusal.ts';
import { type Service, services } from './services.ts';

const Services = Type.Array(Type.Union(services.map((each) => Type.Literal(each))), {
  minItems: 1,
  maxItems: services.length,
  uniqueItems: true,
  title: '办了什么',
});
const HeadCount = Type.Integer({ minimum: 1, maximum: 999, title: '来了几个人' });
const Memo = Type.String({ maxLength: 300, title: '记一句' });

export const VisitInput = Type.Object(
  {
    services: Services,
    headCount: HeadCount,
    memo: Memo,
    confidential: Type.Optional(Type.Boolean({ title: '不留名' })),
    ticketId: Type.Optional(Id),
    commandId: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type VisitInput = {
  services: Service[];
  headCount: number;
  memo: string;
  confidential?: boolean;
  ticketId?: string;
  commandId?: string;
};

export const VisitCorrection = Type.Object(
  { services: Services, headCount: HeadCount, memo: Memo },
  { additionalProperties: false },
);
export type VisitCorrection = Pick<VisitInput, 'services' | 'headCount' | 'memo'>;

/** What registering says of the visit it comes from: the number, a visit recorded before, the services given beside it. */
export const RegisteredVisit = Type.Object(
  {
    services: Type.Optional(Services),
    ticketId: Type.Optional(Id),
    visitId: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type RegisteredVisit = { services?: Service[]; ticketId?: string; visitId?: string };

/** 《信访工作条例》第二十条 [V]: many people with one petition choose representatives, five at most. */
export const MOST_REPRESENTATIVES = 5;

export function representativesHint({ services: own, headCount }: Pick<VisitInput, 'services' | 'headCount'>) {
  if (!own.includes('petition') || headCount <= MOST_REPRESENTATIVES) return null;
  return `多人走访提出共同的信访事项，要推选代表，代表不超过 ${MOST_REPRESENTATIVES} 人（《信访工作条例》第二十条）。来了几个人照实记。`;
}

/** Of a visitor who wants to stay unnamed nothing is kept but what was given, and to how many. */
export function withoutTrace(input: VisitInput): VisitInput {
  return input.confidential ? { ...input, memo: '' } : { ...input, memo: input.memo.trim() };
}

export type CorrectableVisit = { postId: string; day: string; withdrawn: boolean; matterId: string | null };

/** A slip of the pen is put right on the same day, by whoever wrote it; later it is a figure that was reported. */
export function checkCorrection(visit: CorrectableVisit, actor: { postId: string }, today: string): void {
  if (visit.postId !== actor.postId) refuse('forbidden', 'notYourVisit', '谁记的谁来改：这次接待是别的岗位记的。');
  if (visit.day !== today) refuse('conflict', 'visitOver', '只能当天改。过了当天，数字已经报出去了。');
  if (visit.withdrawn) refuse('conflict', 'visitWithdrawn', '这次接待已经撤掉了。');
}
