import { agreementLaws } from '../law/data/agreements.ts';
import type { Agreement, AgreementParty } from './agreement.ts';
import { type FindingId, findingWords, type Severity } from './data/findings.ts';
import { type Place, placesOf } from './places.ts';
import { beyond } from './rules/beyond.ts';
import { breach } from './rules/breach.ts';
import { capacity } from './rules/capacity.ts';
import { confirmable } from './rules/confirmable.ts';
import { days } from './rules/days.ts';
import { forbidden } from './rules/forbidden.ts';
import { identity } from './rules/identity.ts';
import { order } from './rules/order.ts';
import { others } from './rules/others.ts';
import { penalty } from './rules/penalty.ts';
import { sums } from './rules/sums.ts';
import { vague } from './rules/vague.ts';

export type PartyFacts = AgreementParty & {
  representation: string | null;
  authority: string;
  /** A number of some paper, or why there is none. */
  identified: boolean;
  address: string;
};
/** What is known of the dispute beside the agreement. */
export type LintFacts = { parties: readonly PartyFacts[]; categoryCode: string; amountCents: number | null };

/** A rule's find: in which field, at which letters; an empty field is the agreement as a whole. */
export type Hit = { id: FindingId; field: string; from: number; to: number; parts?: Readonly<Record<string, string>> };
export type Draft = { agreement: Agreement; facts: LintFacts; places: readonly Place[] };
export type Rule = (draft: Draft) => Hit[];

export type Finding = Hit & {
  severity: Severity;
  law: (typeof agreementLaws)[keyof typeof agreementLaws] & { id: string };
  says: string;
  todo: string;
};

const rules: readonly Rule[] = [
  ...[identity, capacity, forbidden, sums, days, vague, others],
  ...[order, breach, beyond, penalty, confirmable],
];

const fill = (text: string, parts: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '');

function findingOf(hit: Hit, language: 'zh' | 'en'): Finding {
  const words = findingWords[hit.id];
  const { says, todo } = words[language];
  const parts = hit.parts ?? {};
  const law = { ...agreementLaws[words.law], id: `agreement:${words.law}` };
  return { ...hit, severity: words.severity, law, says: fill(says, parts), todo: fill(todo, parts) };
}

const rank = ({ severity }: Finding): number => (severity === 'must' ? 0 : 1);

/**
 * What should be changed in an agreement, and what people should know of it, before it is signed and before a court is asked
 * to confirm it. It advises: nothing here keeps anybody from signing what the law allows, or from suing.
 */
export function lint(agreement: Agreement, facts: LintFacts, language: 'zh' | 'en' = 'zh'): Finding[] {
  const draft = { agreement, facts, places: placesOf(agreement) };
  const found = rules.flatMap((rule) => rule(draft)).map((hit) => findingOf(hit, language));
  return found.toSorted((a, b) => rank(a) - rank(b));
}
