import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DossierPlace, DossierView } from '../../../dossier/dossier.ts';
import type { PaperKey } from '../../../papers/catalogue.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useDossierWords } from './words.ts';

type Print = (form: PaperKey, as: 'pdf' | 'zip') => void;
/** They stand beside words, one line below the other, and are touched with a finger. */
const underlined = { textDecoration: 'underline', display: 'inline-block', paddingBlock: 4, minWidth: 24 };
/** More of one kind are a number, not so many lines. */
const LISTED = 4;

const paperAddress = (code: string, form: PaperKey, subjectId: string | null, kind: 'pdf' | 'docx'): string =>
  `/api/disputes/${code}/papers/${form}.${kind}${subjectId ? `?subject=${subjectId}` : ''}`;

function Listed({ code, place: { form, papers } }: { code: string; place: DossierPlace }) {
  const t = useDossierWords();
  return papers.map(({ subjectId, label, scans, there }) => (
    <div key={`${subjectId}${label}`} className="row">
      <span>{label}</span>
      <a
        href={paperAddress(code, form, subjectId, 'pdf')}
        target="_blank"
        rel="noreferrer"
        style={underlined}
        aria-label={`${t.print} ${label}`}
      >
        {t.print}
      </a>
      <a
        href={paperAddress(code, form, subjectId, 'docx')}
        download
        style={underlined}
        aria-label={`${t.word} ${label}`}
      >
        {t.word}
      </a>
      {scans > 0 ? <span className="second">{t.count(1, scans)}</span> : null}
      {there ? null : <span className="soon-text">{t.unsignedOne}</span>}
    </div>
  ));
}

function What({ view, place }: { view: DossierView; place: DossierPlace }) {
  const t = useDossierWords();
  const { form, papers, signed, missing } = place;
  const chosen = view.evidence.filter((each) => each.chosen && each.asked === (form === 'identity')).length;
  const isEvidence = form === 'evidence' || form === 'identity';
  const unsigned = papers.filter(({ there }) => !there).length;
  const scans = papers.reduce((sum, each) => sum + each.scans, 0);
  return (
    <>
      {papers.length > LISTED ? t.count(papers.length, scans) : null}
      {papers.length > 0 && papers.length <= LISTED ? <Listed code={view.code} place={place} /> : null}
      {papers.length > LISTED && unsigned > 0 ? <div className="soon-text">{t.unsignedCount(unsigned)}</div> : null}
      {signed ? t.signed(signed.done, signed.all) : null}
      {isEvidence && chosen > 0 ? <div>{t.files(chosen)}</div> : null}
      {missing ? <div className="second">{missing}</div> : null}
      {papers.length === 0 && !missing && !(isEvidence && chosen > 0) ? <span className="second">{t.none}</span> : null}
    </>
  );
}

/** Place by place what there is, what is missing, and what to do about it. */
export function Places({ view, busy, onPrint }: { view: DossierView; busy: boolean; onPrint: Print }) {
  const t = useDossierWords();
  return (
    <section className="section-flat" aria-labelledby="places-head">
      <h2 id="places-head">{t.places}</h2>
      <TableScroll label={t.places}>
        <table className="table">
          <HeadRow heads={[t.no, t.name, t.has, t.acts]} />
          <tbody>
            {view.places.map((place, index) => (
              <tr key={place.form}>
                <td>{index + 1}</td>
                <td>{place.name}</td>
                <td>
                  <What view={view} place={place} />
                </td>
                <td>
                  {place.papers.length > LISTED ? (
                    <div className="row">
                      <Button size="small" disabled={busy} onClick={() => onPrint(place.form, 'pdf')}>
                        {t.allPdf(place.papers.length)}
                      </Button>
                      <Button size="small" disabled={busy} onClick={() => onPrint(place.form, 'zip')}>
                        {t.allZip}
                      </Button>
                    </div>
                  ) : null}
                  <Link to="/scans" search={{ of: view.code }} aria-label={`${t.scan} ${place.name}`}>
                    {t.scan}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
