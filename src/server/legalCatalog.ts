import { spokenLength } from '../deadlines/clockRule.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { CountyRules } from '../disputes/rules.ts';
import { ownRoutes } from '../law/countyRoutes.ts';
import { agreementLaws } from '../law/data/agreements.ts';
import { lawfulGrounds } from '../law/data/grounds.ts';
import { questionsByCategory } from '../law/data/routes.ts';
import { sayings } from '../law/data/sayings.ts';
import { type LegalRoute, routeSentence } from '../law/route.ts';
import type { LegalSentence } from '../law/sentence.ts';
import { safetyDuties, safetyItems } from '../routing/safety.ts';

/** When the limits were last compared with the texts. */
const LIMITS_CHECKED = '2026-11-30';

const routeLine = (route: LegalRoute, id: string): LegalSentence => ({
  id: `route:${id}`,
  group: 'routes',
  about: route.label,
  says: `${routeSentence(route)}要带：${route.papers}。`,
  basis: route.basis,
  status: route.status,
  checked: route.checked,
});

/** Each route once, however many categories it serves: one code, one text. */
function routeLines(): LegalSentence[] {
  const routes = Object.values(questionsByCategory).flatMap((questions) => questions.flatMap(({ routes }) => routes));
  return [...new Map(routes.map((route) => [route.code, routeLine(route, route.code)])).values()];
}

const sayingLines = (): LegalSentence[] =>
  Object.entries(sayings).map(([id, { about, text, basis, status, checked }]) => ({
    ...{ id: `words:${id}`, group: 'words', about, basis, status, checked },
    says: text.replace(/\{\w+\}/g, '……'),
  }));

const agreementLines = (): LegalSentence[] =>
  Object.entries(agreementLaws).map(([id, { about, text, basis, status, checked }]) => ({
    ...{ id: `agreement:${id}`, group: 'agreement', about, says: text, basis, status, checked },
  }));

/** A ground that the county worded itself is its own, whatever it cites. */
const groundLines = ({ intake }: CountyRules): LegalSentence[] =>
  intake.declineGrounds.map(({ code, label, basis, goTo }) => {
    const lawful = lawfulGrounds.find((each) => each.code === code && each.label === label && each.basis === basis);
    const { status, checked } = lawful ?? { status: 'G' as const, checked: null };
    return {
      ...{ id: `ground:${code}`, group: 'declines', about: label, basis, status, checked },
      says: `${label}：到${goTo}。`,
    };
  });

/** Every duty that an answer of the checklist leads to, alone or together with another. */
function dutyLines(): LegalSentence[] {
  const none = Object.fromEntries(safetyItems.map(([item]) => [item, false]));
  const answers = safetyItems.flatMap(([one]) => safetyItems.map(([two]) => ({ ...none, [one]: true, [two]: true })));
  const duties = answers.flatMap((answer) => safetyDuties(answer as Parameters<typeof safetyDuties>[0]));
  return [...new Map(duties.map((duty) => [duty.code, duty])).values()].map(({ code, sentence, law }) => ({
    ...{ id: `safety:${code}`, group: 'safety', about: '安全核对', says: sentence, basis: law },
    status: 'V',
    checked: LIMITS_CHECKED,
  }));
}

const limitLines = (): LegalSentence[] =>
  [...statutoryClocks.values()].map(({ rule, note, before }) => ({
    id: `limit:${rule.kind}`,
    group: 'limits',
    about: rule.label,
    says: `${rule.label}：${before ? `${rule.startEvent}前` : `从${rule.startEvent}起`}${spokenLength(rule.length, rule.unit)}（${rule.who}）。${note ? `${note}。` : ''}`,
    basis: rule.basis,
    status: rule.status,
    checked: rule.status === 'G' ? null : LIMITS_CHECKED,
  }));

const localLines = ({ clocks }: CountyRules): LegalSentence[] =>
  Object.entries(clocks).map(([name, { label, length, unit, basis, status, startEvent }]) => ({
    ...{ id: `local:${name}`, group: 'local', about: label, basis, status },
    says: `${label}：从${startEvent ?? ''}起${spokenLength(length, unit)}。`,
    checked: status === 'G' ? null : LIMITS_CHECKED,
  }));

const ownLines = ({ law }: CountyRules): LegalSentence[] => ownRoutes(law).map((route) => routeLine(route, route.code));

/** Every sentence of law that people read in a county, from where it stands; nothing is written here a second time. */
export function legalCatalog(rules: CountyRules): LegalSentence[] {
  return [
    ...routeLines(),
    ...ownLines(rules),
    ...sayingLines(),
    ...agreementLines(),
    ...groundLines(rules),
    ...dutyLines(),
    ...limitLines(),
    ...localLines(rules),
  ];
}
