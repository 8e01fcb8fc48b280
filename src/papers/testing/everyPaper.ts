import { agreementPaper } from '../../agreements/agreementPaper.ts';
import { strokesSvg } from '../../agreements/strokes.ts';
import { anAgreement, guo, people, ren } from '../../agreements/testing/anAgreement.ts';
import { fillTemplate } from '../../documents/fillTemplate.ts';
import { type Facts, type Form, type Paper, paper } from '../../documents/paper.ts';
import { frame } from '../../documents/testing/frame.ts';
import { aName } from '../../signing/testing/aName.ts';
import { invitationPaper, minutesPaper } from '../../sittings/sittingPapers.ts';
import { view } from '../../sittings/testing/aSittingView.ts';
import { acceptance, acceptanceFacts } from '../forms/acceptance.ts';
import { application, applicationFacts } from '../forms/application.ts';
import { authority, authorityFacts } from '../forms/authority.ts';
import { closing, closingFacts } from '../forms/closing.ts';
import { inquiry, inquiryFacts } from '../forms/inquiry.ts';
import { deedDone, deedFacts, receipt, receiptFacts } from '../forms/receipt.ts';
import { returnVisit, returnVisitFacts } from '../forms/returnVisit.ts';
import { rights, rightsFacts } from '../forms/rights.ts';
import { hardMatter as hard, ninetyMatter } from './hardMatter.ts';

const filled = ({ template }: Form, facts: Facts): Paper => paper(template.title, fillTemplate(template, facts));
export const one = <T>(all: readonly T[], at = 0): T => {
  const found = all[at];
  if (found === undefined) throw new Error('nothing to print');
  return found;
};
const signers = people.map((each) => ({ ...each, sex: 'female' as const, birthYear: 1966 }));
const number = '〔2026〕迎人调字第12号';
const agreed = {
  agreement: anAgreement(),
  signers,
  number,
  digest: 'ab'.repeat(32),
  version: 1,
  checkSvg: frame.qrSvg,
};
const marks = new Map([guo, ren].map((id) => [id, { strokesSvg: strokesSvg(aName), note: '10月14日在屏幕上签' }]));
const many = {
  ...agreed,
  agreement: anAgreement({ partyIds: Array.from({ length: 90 }, (_, at) => `w${at}`) }),
  signers: Array.from({ length: 90 }, (_, at) => ({ ...one(signers), id: `w${at}`, name: `钱工${at + 1}` })),
};

/** Every form, filled with what is hard to lay out. */
export const everyPaper: Readonly<Record<string, Paper>> = {
  application: filled(application, applicationFacts(hard)),
  acceptance: filled(acceptance, acceptanceFacts(hard)),
  'acceptance-90': filled(acceptance, acceptanceFacts(ninetyMatter)),
  rights: filled(rights, rightsFacts(hard, one(hard.parties, 1))),
  authority: filled(authority, authorityFacts(hard, one(hard.parties, 4))),
  inquiry: filled(inquiry, inquiryFacts(hard, one(hard.inquiries))),
  invitation: invitationPaper(view, one(view.invites, 1), { ...frame, phone: '0351-0000112' }),
  minutes: minutesPaper(view, 'd1'),
  agreement: agreementPaper({ ...agreed, marks }),
  'agreement-void': agreementPaper({ ...agreed, voided: true }),
  'agreement-90': agreementPaper(many),
  receipt: filled(receipt, receiptFacts(hard, one(hard.payments))),
  deed: filled(deedDone, deedFacts(hard, one(hard.promises, 2))),
  returnVisit: filled(returnVisit, returnVisitFacts(hard, one(hard.visits))),
  closing: filled(closing, closingFacts(hard)),
};
