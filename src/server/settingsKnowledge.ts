import { Compile } from 'typebox/compile';
import type { CountyRules } from '../disputes/rules.ts';
import { CITY_CODE } from '../network/network.ts';
import { fieldSentences } from '../platform/fieldSentences.ts';
import { textsIn } from '../settings/adapt.ts';
import type { Remarks } from '../settings/draft.ts';
import type { RulesKnowledge } from '../settings/knowledge.ts';
import { checkCountyRules } from './checkCountyRules.ts';
import { CountyRulesSchema, completed, RULES_KEY } from './countyRules.ts';
import type { Reference } from './reference.ts';

const compiled = Compile(CountyRulesSchema);

function remarks(before: unknown, after: unknown): Remarks {
  if (!compiled.Check(after))
    return { problems: fieldSentences(compiled.Errors(after), CountyRulesSchema), warnings: {} };
  return checkCountyRules(before as CountyRules, after as CountyRules);
}

/** Ids of units begin with the region they stand in. */
const unitId = /^\d{6}(?:\d{3}){0,2}-[A-Za-z]/;

/** What the settings module is told about the county rules, which only the server knows whole. */
export function countyRulesKnowledge(current: () => Reference): RulesKnowledge {
  return {
    key: RULES_KEY,
    schema: CountyRulesSchema,
    complete: completed,
    fits: (value) => compiled.Check(value),
    remarks,
    strangers: (value, countyCode) => {
      const { book } = current();
      return textsIn(value)
        .filter(({ text }) => unitId.test(text) && !text.startsWith(countyCode) && !text.startsWith(CITY_CODE))
        .map(({ path, text }) => `「${path.join(' · ')}」里的「${book.units.get(text)?.name ?? text}」`);
    },
  };
}
