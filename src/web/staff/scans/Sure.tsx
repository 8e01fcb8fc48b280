import { Button } from 'antd';
import type { ScanView } from '../../../scans/scanViews.ts';
import { surePapers, wantedOf } from './group.ts';
import { Picture } from './Pictures.tsx';
import type { Wanted } from './queries.ts';
import { useScanWords } from './words.ts';

type Props = { scan: ScanView; pending: boolean; onFile: (papers: Wanted[]) => void };

/** What is sure, paper by paper, and one press for all of it. */
export function Sure({ scan, pending, onFile }: Props) {
  const t = useScanWords();
  const papers = surePapers(scan.pages);
  const pages = papers.reduce((sum, paper) => sum + paper.pages.length, 0);
  return (
    <section aria-label={t.sure}>
      <h2>{t.sure}</h2>
      {papers.length === 0 ? <p className="second">{t.sureNone}</p> : null}
      {papers.map(({ key, place, pages: its }) => (
        <section key={key} className="scan-paper" aria-label={place.label}>
          <h3>
            {place.label}
            <span className="second">
              {place.codeShort} · {place.title}
            </span>
          </h3>
          <div className="scan-pictures">
            {its.map((page) => (
              <Picture key={page.page} scan={scan.id} page={page}>
                {t.pageOf(page.place?.number ?? page.page)}
              </Picture>
            ))}
          </div>
        </section>
      ))}
      {papers.length > 0 ? (
        <Button type="primary" loading={pending} onClick={() => onFile(papers.map(wantedOf))}>
          {t.fileAll(papers.length, pages)}
        </Button>
      ) : null}
    </section>
  );
}
