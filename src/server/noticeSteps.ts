import { FollowInput } from '../procedures/follow.ts';
import {
  AnswerInput,
  answerNotice,
  hindersAnswer,
  hindersSendingBack,
  SendBackAnswerInput,
  sendBackAnswer,
} from '../supervision/answerNotice.ts';
import {
  ClimbInput,
  closeNotice,
  copyNotice,
  hindersLift,
  liftNotice,
  listNotice,
  OpinionInput,
  replaceNotice,
  WhyInput,
  WithdrawInput as WithdrawNoticeInput,
  withdrawNotice,
} from '../supervision/endNotice.ts';
import { followMatter } from '../supervision/followMatter.ts';
import type { SupervisionEngine } from '../supervision/supervisionEngine.ts';

type BoundNotice = SupervisionEngine['kinds']['supervision'];

/** The steps of a supervision notice. */
export const noticeSteps: BoundNotice['steps'] = {
  answerSupervision: { input: AnswerInput, decide: answerNotice, hinders: hindersAnswer, idle: true },
  sendBackAnswer: { input: SendBackAnswerInput, decide: sendBackAnswer, hinders: hindersSendingBack, idle: true },
  liftSupervision: { input: OpinionInput, decide: liftNotice, hinders: hindersLift },
  withdrawSupervision: { input: WithdrawNoticeInput, decide: withdrawNotice },
  closeSupervision: { input: WhyInput, decide: closeNotice },
  replaceSupervision: { input: WhyInput, decide: replaceNotice },
  copySupervision: { input: ClimbInput, decide: copyNotice },
  listForInterview: { input: ClimbInput, decide: listNotice },
  followMatter: { input: FollowInput, decide: followMatter },
};
