import { type Static, Type } from 'typebox';
import type { LegalQuestion, LegalRoute } from './route.ts';

/** A way that only a county has. It carries no limit of its own: nothing here can shorten what the law gives. */
export const CountyRoute = Type.Object(
  {
    category: Type.String({ pattern: '^[0-9]{2}$', title: '类别（两位数字，00 是所有类别）' }),
    label: Type.String({ minLength: 2, maxLength: 40, title: '走什么路' }),
    body: Type.String({ minLength: 2, maxLength: 60, title: '向谁提出' }),
    papers: Type.String({ minLength: 1, maxLength: 200, title: '要带什么' }),
    note: Type.String({ maxLength: 300, title: '还要知道什么' }),
    basis: Type.String({ minLength: 2, maxLength: 200, title: '依据' }),
  },
  { additionalProperties: false, title: '一条路' },
);
export type CountyRoute = Static<typeof CountyRoute>;

export const LawRules = Type.Object(
  { routes: Type.Array(CountyRoute, { maxItems: 40, title: '本区县另加的路' }) },
  {
    additionalProperties: false,
    title: '还能走的路',
    description: '法律定的路都在，去不掉，期限也改不短；这里只能加。',
  },
);
export type LawRules = Static<typeof LawRules>;

export const defaultLaw: LawRules = { routes: [] };

const EVERY_CATEGORY = '00';

/** As routes of the law are read; numbered as the county lists them. */
export const ownRoutes = ({ routes }: LawRules): (LegalRoute & { category: string })[] =>
  routes.map((route, index) => ({ ...route, code: `own${index + 1}`, limit: null, status: 'G', checked: null }));

/** The county's own ways for a category, as one more question after those of the law. */
export function countyQuestion(law: LawRules, categoryCode: string): LegalQuestion[] {
  const own = ownRoutes(law).filter(({ category }) => category === categoryCode || category === EVERY_CATEGORY);
  return own.length === 0 ? [] : [{ when: '本区县另外还有', routes: own }];
}
