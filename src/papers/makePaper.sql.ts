import { type MatterPaper, makeAgreementPaper } from '../agreements/agreementPaper.sql.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { formInForce } from '../documents/countyForms.sql.ts';
import { fillTemplate } from '../documents/fillTemplate.ts';
import { matterFrame } from '../documents/matterFrame.ts';
import { type Facts, type Form, paper } from '../documents/paper.ts';
import { type PaperSheet, paperSheet } from '../documents/paperSheet.ts';
import type { Printable } from '../documents/printable.ts';
import type { Actor } from '../platform/actor.ts';
import { ask, type Queries } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { readOwnSitting } from '../sittings/readSitting.sql.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { invitationPaper, minutesPaper } from '../sittings/sittingPapers.ts';
import { type PaperEntry, papers } from './catalogue.ts';
import { acceptanceFacts } from './forms/acceptance.ts';
import { applicationFacts } from './forms/application.ts';
import { authorityFacts } from './forms/authority.ts';
import { closingFacts } from './forms/closing.ts';
import { inquiryFacts } from './forms/inquiry.ts';
import { deedDone, deedFacts, receiptFacts } from './forms/receipt.ts';
import { returnVisitFacts } from './forms/returnVisit.ts';
import { rightsFacts } from './forms/rights.ts';
import { type FormKey, forms } from './forms.ts';
import { readPaperMatter } from './paperFacts.sql.ts';
import type { PaperMatter } from './read.ts';

export type PaperAsked = {
  largePrint: boolean;
  /** Numbers unmasked, for a purpose that was written down. */
  plain?: boolean;
  /** The county's own template in the place of ours. */
  form?: Form | undefined;
};
type Subject = Pick<PaperEntry, 'subjectId'>;

const gone = (): never => refuse('notFound', 'noSuchPaper', '没有这一份文书，刷新再看。');
const of = <T extends { id: string }>(all: readonly T[], id: string | null): T =>
  all.find((each) => each.id === id) ?? gone();

type Filled = { facts: Facts; form: Form };

/** What each form says, of what was read; the deed done is a receipt of another shape. */
const fillers: Readonly<Record<string, (matter: PaperMatter, id: string | null) => Facts>> = {
  application: applicationFacts,
  acceptance: acceptanceFacts,
  rights: (matter, id) => rightsFacts(matter, of(matter.parties, id)),
  authority: (matter, id) => authorityFacts(matter, of(matter.parties, id)),
  inquiry: (matter, id) => inquiryFacts(matter, of(matter.inquiries, id)),
  receipt: (matter, id) => receiptFacts(matter, of(matter.payments, id)),
  returnVisit: (matter, id) => returnVisitFacts(matter, of(matter.visits, id)),
  closing: closingFacts,
};

function fill(key: FormKey, matter: PaperMatter, id: string | null, own: Form | undefined): Filled {
  const deed = key === 'receipt' && matter.promises.find((each) => each.id === id && each.amountCents === null);
  if (deed) return { form: deedDone, facts: deedFacts(matter, deed) };
  const facts = fillers[key]?.(matter, id) ?? gone();
  return { facts, form: own ?? forms[key] };
}

/** Sheets with one line for each party are as many as there are parties. */
const sheetsFor = ({ parties }: PaperMatter): number => 12 + Math.ceil(parties.length / 8);

async function makeOwn(
  engine: SittingEngine,
  queries: Queries,
  actor: Actor,
  dispute: Dispute,
  key: FormKey,
  { subjectId }: Subject,
  asked: PaperAsked,
): Promise<MatterPaper> {
  const matter = await readPaperMatter(engine, queries, dispute, asked.plain);
  const { form, facts } = fill(key, matter, subjectId, asked.form);
  const sheet = { code: dispute.code, form: papers[key].letters, subjectId };
  return {
    frame: matterFrame(engine, actor, sheet, {
      ...{ centerName: matter.center, largePrint: asked.largePrint, sheets: sheetsFor(matter) },
    }),
    paper: paper(form.template.title, fillTemplate(form.template, facts), { number: numberOf(key, matter) }),
  };
}

const numberOf = (key: FormKey, { agreementNumber }: PaperMatter): string =>
  key === 'closing' || key === 'returnVisit' ? agreementNumber : '';

/** The code of the sitting that is meant, or that this invitation is to. */
async function sittingOf(queries: Queries, { countyCode, id }: Dispute, key: FormKey, { subjectId }: Subject) {
  const table = key === 'minutes' ? 'visible_sitting_dispute' : 'visible_sitting_invite';
  const column = key === 'minutes' ? 'matter_id' : 'id';
  const [row] = await ask<{ code: string }>(
    queries,
    `select m.code from ${table} t join matter m on m.county_code = t.county_code and m.id = t.matter_id
      where t.county_code = $1 and t.dispute_id = $2 and t.${column} = $3::uuid`,
    [countyCode, id, subjectId],
  );
  return row?.code ?? gone();
}

async function makeOfSitting(
  engine: SittingEngine,
  queries: Queries,
  actor: Actor,
  dispute: Dispute,
  key: 'minutes' | 'invitation',
  subject: Subject,
  { largePrint, form = forms[key] }: PaperAsked,
): Promise<MatterPaper> {
  const view = await readOwnSitting(engine, queries, actor, await sittingOf(queries, dispute, key, subject));
  if (view.sight !== 'full') return gone();
  const sheet = { code: dispute.code, form: papers[key].letters, subjectId: subject.subjectId };
  const frame = matterFrame(engine, actor, sheet, { centerName: view.center, largePrint });
  if (key === 'minutes') return { frame, paper: minutesPaper(view, dispute.id, form) };
  const phone = engine.reference().network.unit(view.centerId)?.phone ?? null;
  return { frame, paper: invitationPaper(view, of(view.invites, subject.subjectId), { ...frame, phone }, form) };
}

/** One form of a dispute, filled: for the printer (`paperSheet`), and for Word (`paperDocx`). The county's own form where it has one. */
export async function fillPaper(
  engine: SittingEngine,
  queries: Queries,
  actor: Actor,
  dispute: Dispute,
  { form: key, subjectId }: Pick<PaperEntry, 'form' | 'subjectId'>,
  asked: PaperAsked,
): Promise<MatterPaper> {
  if (!(key in forms)) return gone();
  const own = key as FormKey;
  const form = asked.form ?? (await formInForce(queries, dispute.countyCode, own, forms[own]));
  const filled = { ...asked, form };
  if (key === 'agreement' && subjectId !== null)
    return makeAgreementPaper(engine, queries, actor, dispute, {
      ...{ agreementId: subjectId, version: null, largePrint: asked.largePrint, form },
    });
  if ((key === 'minutes' || key === 'invitation') && subjectId !== null)
    return makeOfSitting(engine, queries, actor, dispute, key, { subjectId }, filled);
  return makeOwn(engine, queries, actor, dispute, own, { subjectId }, filled);
}

export async function makePaper(...asked: Parameters<typeof fillPaper>): Promise<Printable<PaperSheet>> {
  const { frame, paper: filled } = await fillPaper(...asked);
  return paperSheet(frame, filled);
}
