import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ScanView } from '../../../scans/scanViews.ts';
import { surePapers, wantedOf } from './group.ts';
import { Picture } from './Pictures.tsx';
import type { Wanted } from './queries.ts';
import { useScanWords } from './words.ts';

type Props = { scan: ScanView; pending: boolean; onFile: (papers: Wanted[]) => void };

/** What is sure, paper by paper, and one press for all of it. */
export function Sure({ scan, pending, onFile }: Props) {
  const t = useScanWords();
  const [along, setAlong] = useState<readonly string[]>([]);
  const papers = surePapers(scan.pages);
  const wanted = papers.map((paper) => wantedOf(paper, along.includes(paper.key)));
  const pages = wanted.reduce((sum, paper) => sum + paper.pages.length, 0);
  return (
    <section aria-label={t.sure}>
      <h2>{t.sure}</h2>
      {papers.length === 0 ? <p className="second">{t.sureNone}</p> : null}
      {papers.length > 0 ? (
        <Button type="primary" loading={pending} onClick={() => onFile(wanted)}>
          {t.fileAll(papers.length, pages)}
        </Button>
      ) : null}
      <div className="scan-papers">
        {papers.map(({ key, place, pages: its, annexes }) => (
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
            {annexes.length > 0 ? (
              <Checkbox
                checked={along.includes(key)}
                onChange={({ target }) =>
                  setAlong(target.checked ? [...along, key] : along.filter((each) => each !== key))
                }
              >
                {t.withAnnexes(annexes.map(({ page }) => page))}
              </Checkbox>
            ) : null}
          </section>
        ))}
      </div>
    </section>
  );
}
