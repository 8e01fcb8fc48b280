import type { ReactNode } from 'react';
import type { SeenPage } from '../../../scans/scanViews.ts';
import { pictureOf } from './queries.ts';
import { useScanWords } from './words.ts';

/** A page, small; pressed, it is shown large in a tab of its own. */
export function Picture({ scan, page, children }: { scan: string; page: SeenPage; children?: ReactNode }) {
  const t = useScanWords();
  return (
    <figure className="scan-picture">
      {page.hidden ? (
        <div className="scan-hidden second">{t.hidden}</div>
      ) : (
        <a href={pictureOf(scan, page.page, 'large')} target="_blank" rel="noreferrer" aria-label={t.large(page.page)}>
          <img src={pictureOf(scan, page.page, 'small')} alt="" loading="lazy" width={110} height={156} />
        </a>
      )}
      <figcaption>{children}</figcaption>
    </figure>
  );
}
