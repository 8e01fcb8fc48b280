import type { TSchema } from 'typebox';
import { dayOf, now } from '../../../../platform/now.ts';
import { readDay } from '../../../../platform/readDay.ts';
import { FollowInput } from '../../../../procedures/follow.ts';
import { AnswerInput, SendBackAnswerInput } from '../../../../supervision/answerNotice.ts';
import { ClimbInput, OpinionInput, WhyInput, WithdrawInput } from '../../../../supervision/endNotice.ts';
import { noticeKind } from '../../../../supervision/noticeKind.ts';
import type { NoticeView } from '../../../../supervision/noticeViews.ts';
import type { NoticeStep } from '../../../../supervision/procedure.ts';
import { type Forms, spec } from '../../steps/forms.ts';
import type { Values } from '../../steps/values.ts';
import { noticeChanged } from './queries.ts';
import { useNoticeWords } from './words.ts';

/** A day as people type it, the nearest to come; what is no day stays as it is and is refused at its field. */
export const comingDay = (value: unknown): string => {
  const typed = String(value ?? '').trim();
  return readDay(typed, dayOf(now()), 'future') ?? typed;
};

const answered = ({ units }: NoticeView): string[] =>
  units.filter(({ answeredAt }) => answeredAt !== null).map(({ unitId }) => unitId);

/** Which unit is meant is asked about only where there are several. */
const ofUnits = (units: (view: NoticeView) => string[]) => ({
  answers: { unitId: units },
  initial: (view: NoticeView): Values => ({ unitId: units(view)[0] ?? '' }),
  asks: (field: string, view: NoticeView) => field !== 'unitId' || units(view).length > 1,
});

/** The house takes this step by itself; nobody is offered it. */
const byHouse = (schema: TSchema) => spec<NoticeView>(schema, {});

/** The forms of a supervision notice. */
export const noticeForms: Forms<NoticeView, NoticeStep> = {
  kind: noticeKind,
  specs: {
    answerSupervision: spec(
      AnswerInput,
      { unitId: 'choice', did: 'text', why: 'text', until: 'day' },
      {
        ...ofUnits((view) => view.answerable),
        toInput: ({ until, ...rest }) => ({ ...rest, until: until ? comingDay(until) : null }),
      },
    ),
    sendBackAnswer: spec(SendBackAnswerInput, { unitId: 'choice', reason: 'text' }, ofUnits(answered)),
    liftSupervision: spec(OpinionInput, { text: 'text' }),
    withdrawSupervision: spec(WithdrawInput, { reason: 'text' }),
    closeSupervision: byHouse(WhyInput),
    replaceSupervision: byHouse(WhyInput),
    copySupervision: byHouse(ClimbInput),
    listForInterview: byHouse(ClimbInput),
    followMatter: byHouse(FollowInput),
  },
  before: {},
  shapes: {},
  useWords: () => {
    const { field_unitId, did, why, until, liftText, ...words } = useNoticeWords();
    return {
      fields: {
        ...{ unitId: field_unitId, did, why, until, text: liftText },
        ...{ sendBackAnswer_reason: words.sendBackReason, withdrawSupervision_reason: words.withdrawReason },
      },
      answers: {},
    };
  },
  useNames: () => () => undefined,
  changed: ({ code, about }) => noticeChanged(code, about.code),
};
