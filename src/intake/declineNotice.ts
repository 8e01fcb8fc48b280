import { type FrameFacts, type Printable, type SheetFrame, sheetFrame } from '../documents/printable.ts';
import { formatDocumentDay } from '../platform/now.ts';

/** A place that can take the matter instead, with what is needed to walk in there. */
export type OtherDoor = {
  where: string;
  what: string;
  bring: string | null;
  phone: string | null;
  /** the day after which that door may close, as a sentence */
  before: string | null;
};

export type DeclineFacts = FrameFacts & {
  centerPhone: string | null;
  counterLabel: string | null;
  receptionist: string;
  /** the center's own document number, where it keeps one */
  noticeNumber: string | null;
  addressee: string;
  addresseeAddress: string | null;
  title: string;
  registeredOn: string;
  declinedOn: string;
  reason: string;
  legalBasis: string[];
  otherDoors: OtherDoor[];
  /** how to ask for the decision to be looked at again, as sentences */
  review: string[];
};

export type DeclineSheet = SheetFrame & {
  noticeNumber: string | null;
  addressee: string;
  addresseeAddress: string | null;
  opening: string;
  reason: string;
  legalBasis: string[];
  otherDoors: { where: string; what: string; details: string[] }[];
  review: string[];
  whoToAsk: string;
  declinedOn: string;
};

/** The notice that a matter is not accepted, why, and which doors are open instead (A4). */
export function declineNotice(facts: DeclineFacts): Printable<DeclineSheet> {
  if (facts.reason.trim() === '') throw new Error('a notice without a reason tells the resident nothing');
  return {
    template: 'intake/declineNotice.typ',
    data: {
      ...sheetFrame(facts),
      noticeNumber: facts.noticeNumber,
      addressee: facts.addressee,
      addresseeAddress: facts.addresseeAddress,
      opening: `您${formatDocumentDay(facts.registeredOn)}来登记的「${facts.title}」，我们看过了，本中心不能受理。`,
      reason: facts.reason,
      legalBasis: facts.legalBasis,
      otherDoors: facts.otherDoors.map(otherDoor),
      review: facts.review,
      whoToAsk: whoToAsk(facts),
      declinedOn: formatDocumentDay(facts.declinedOn),
    },
  };
}

function otherDoor({ where, what, bring, phone, before }: OtherDoor): DeclineSheet['otherDoors'][number] {
  const details = [before, bring && `要带：${bring}`, phone && `电话 ${phone}`];
  return { where, what, details: details.filter((line): line is string => Boolean(line)) };
}

function whoToAsk({ counterLabel, receptionist, centerPhone }: DeclineFacts): string {
  const desk = `${counterLabel ?? ''}${receptionist}`;
  return centerPhone ? `${desk}，电话 ${centerPhone}` : `${desk}（来窗口问）`;
}
