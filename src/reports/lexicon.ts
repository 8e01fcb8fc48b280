import type { ReportRules } from '../disputes/reportRules.ts';
import { sourceWords } from '../intake/sourceWords.ts';
import { serviceWords } from '../reception/services.ts';
import type { Lexicon } from './suggest.ts';

type Place = { code: string; short: string; name: string };

/** What superiors' forms may call our categories, sources, places and services. */
export function lexiconOf(
  categories: Lexicon['categories'],
  { active, applied, entrusted }: ReportRules['mediation'],
  places: readonly Place[],
): Lexicon {
  return {
    categories,
    sources: [
      { words: ['主动调解', '主动排查'], sources: active },
      { words: ['申请调解', '依申请', '当事人申请'], sources: applied },
      { words: ['接受委托移送', '委托移送', '委托调解', '移送'], sources: entrusted },
      ...Object.entries(sourceWords).map(([source, { zh }]) => ({ words: [zh], sources: [source] })),
    ],
    regions: places.map(({ code, short, name }) => ({ code, names: [short, name] })),
    services: Object.entries(serviceWords).map(([service, { zh }]) => ({ service, name: zh })),
  };
}
