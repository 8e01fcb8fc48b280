import { type Finding, isTest, lineAt, type Source } from './source.ts';

/** Where sentences of law stand: server/legalCatalog.ts reads these, so a lawyer can. Procedure tables name bases for staff. */
const catalog =
  /^src\/(law\/data\/|deadlines\/rules\.|routing\/safety|disputes\/(defaultRules|procedure)|supervision\/(procedure|supervisionNotice)|reception\/visitInput|network\/data\/|web\/staff\/english\/data\/)/;
/** Read by people who come to a center, on a page, on paper or in a text. */
const toResidents = /^src\/(residents|mediation|closing|intake|waits|delivery|reviews|return-visits|web\/citizen)\//;

const article = /《[^》\n]+》第[一二三四五六七八九十百零\d]+条/g;
const ofLaw = /司法确认|诉讼时效|行政复议|行政诉讼|法律援助|(?:申请|劳动)仲裁|向法院|起诉/g;

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gm, (found) => found.replace(/[^\n]/g, ' '));

/** A sentence of law that stands elsewhere is read by everybody but the lawyer. */
export function legal(sources: readonly Source[]): Finding[] {
  return sources.flatMap(({ path, text }) => {
    if (!/^src\/.*\.(tsx?|typ)$/.test(path) || isTest(path) || catalog.test(path)) return [];
    const code = withoutComments(text);
    const found = [...code.matchAll(article), ...(toResidents.test(path) ? code.matchAll(ofLaw) : [])];
    return found.map((match) => ({
      file: path,
      line: lineAt(code, match.index),
      rule: 'legal',
      sentence: `“${match[0]}”: a sentence of law stands in law/data, with article, status and day`,
    }));
  });
}
