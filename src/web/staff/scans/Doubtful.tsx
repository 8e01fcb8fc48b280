import { Checkbox } from 'antd';
import type { ScanView, SeenPage } from '../../../scans/scanViews.ts';
import { doubtful } from './group.ts';
import { Picture } from './Pictures.tsx';
import { useScanWords } from './words.ts';

type Props = { scan: ScanView; chosen: readonly number[]; onChoose: (pages: number[]) => void };

function Why({ page }: { page: SeenPage }) {
  const t = useScanWords();
  const { place, doubt, foreign, annex } = page;
  return (
    <>
      <p>
        {annex ? <strong>{t.annex} · </strong> : null}
        {doubt}
      </p>
      {place ? (
        <p className="second">
          {t.proposal(place.label)} · {place.codeShort} · {place.title}
        </p>
      ) : null}
      {foreign === null ? null : (
        <p className="second break">
          {t.said}
          <code>{foreign}</code>
        </p>
      )}
    </>
  );
}

/** Pages that a person has to look at, each with its reason. */
export function Doubtful({ scan, chosen, onChoose }: Props) {
  const t = useScanWords();
  const pages = doubtful(scan.pages);
  if (pages.length === 0) return null;
  return (
    <section aria-label={t.doubts(pages.length)}>
      <h2>{t.doubts(pages.length)}</h2>
      <ul className="scan-doubts">
        {pages.map((page) => (
          <li key={page.page}>
            <Picture scan={scan.id} page={page}>
              {t.pageOf(page.page)}
            </Picture>
            <div>
              <Checkbox
                checked={chosen.includes(page.page)}
                onChange={({ target }) =>
                  onChoose(target.checked ? [...chosen, page.page] : chosen.filter((each) => each !== page.page))
                }
              >
                {t.choosePage(page.page)}
              </Checkbox>
              <Why page={page} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
