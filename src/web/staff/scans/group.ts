import type { PageView, PlaceView } from '../../../scans/scanViews.ts';
import type { Wanted } from './queries.ts';

export type SurePaper = { key: string; place: PlaceView; pages: PageView[] };

const keyOf = ({ code, form, subjectId }: PlaceView): string => `${code} ${form} ${subjectId ?? ''}`;

/** What one press files: every page of it is sure, in the order of the paper. */
export function surePapers(pages: readonly PageView[]): SurePaper[] {
  const papers = new Map<string, SurePaper>();
  for (const page of pages) {
    if (page.state !== 'waiting' || page.doubt !== null || !page.place) continue;
    const key = keyOf(page.place);
    const paper = papers.get(key) ?? { key, place: page.place, pages: [] };
    papers.set(key, { ...paper, pages: [...paper.pages, page] });
  }
  return [...papers.values()].map((paper) => ({
    ...paper,
    pages: paper.pages.toSorted((a, b) => (a.place?.number ?? 0) - (b.place?.number ?? 0)),
  }));
}

export const wantedOf = ({ place, pages }: SurePaper): Wanted => ({
  ...{ code: place.code, form: place.form, subjectId: place.subjectId },
  pages: pages.map(({ page }) => page),
});

export const doubtful = (pages: readonly PageView[]): PageView[] =>
  pages.filter(({ state, doubt }) => state === 'waiting' && doubt !== null);

/** A place as one value of a list. */
export const placeValue = ({ form, subjectId }: Pick<PlaceView, 'form' | 'subjectId'>): string =>
  `${form} ${subjectId ?? ''}`;
