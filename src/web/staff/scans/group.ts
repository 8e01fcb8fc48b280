import type { PlaceView, SeenPage } from '../../../scans/scanViews.ts';
import type { Wanted } from './queries.ts';

/** `annexes`: sheets without a QR that lay behind it; they go along only when somebody says so. */
export type SurePaper = { key: string; place: PlaceView; pages: SeenPage[]; annexes: SeenPage[] };

const keyOf = ({ code, form, subjectId }: PlaceView): string => `${code} ${form} ${subjectId ?? ''}`;

/** What one press files: every page of it is sure, in the order of the paper. */
export function surePapers(pages: readonly SeenPage[]): SurePaper[] {
  const papers = new Map<string, SurePaper>();
  for (const page of pages) {
    if (page.state !== 'waiting' || page.doubt !== null || !page.place) continue;
    const key = keyOf(page.place);
    const paper = papers.get(key) ?? { key, place: page.place, pages: [], annexes: [] };
    papers.set(key, { ...paper, pages: [...paper.pages, page] });
  }
  return [...papers.values()].map((paper) => ({
    ...paper,
    pages: paper.pages.toSorted((a, b) => (a.place?.number ?? 0) - (b.place?.number ?? 0)),
    annexes: pages.filter(
      ({ state, annex, place }) => state === 'waiting' && annex && place !== null && keyOf(place) === paper.key,
    ),
  }));
}

export const wantedOf = ({ place, pages, annexes }: SurePaper, withAnnexes: boolean): Wanted => ({
  ...{ code: place.code, form: place.form, subjectId: place.subjectId },
  pages: [...pages, ...(withAnnexes ? annexes : [])].map(({ page }) => page),
});

export const doubtful = (pages: readonly SeenPage[]): SeenPage[] =>
  pages.filter(({ state, doubt }) => state === 'waiting' && doubt !== null);

/** A place as one value of a list. */
export const placeValue = ({ form, subjectId }: Pick<PlaceView, 'form' | 'subjectId'>): string =>
  `${form} ${subjectId ?? ''}`;
