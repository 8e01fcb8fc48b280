import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DossierView } from '../../../../dossier/dossier.ts';
import { makeCatalog } from '../../../../ui/i18n.ts';
import { PageState } from '../../../../ui/PageState.tsx';
import { dossierQuery } from './dossierQuery.ts';
import type { FieldsProps } from './fields.ts';
import { RetentionField } from './RetentionField.tsx';

const useWords = makeCatalog({
  zh: {
    file: '卷宗',
    complete: '卷宗里该有的都有了。',
    missing: (names: string) => `卷宗还缺：${names}。`,
    unsigned: (names: string) => `还没有签回来：${names}。`,
    later: (count: number) => `新到的材料 ${count} 份，还没有排进卷宗。`,
    papers: (name: string, count: number) => (count > 1 ? `${name} ${count} 份` : name),
    anyway: '缺着也能归档；以后补的，还放得进卷宗。',
    open: '去卷宗看',
    asKept: '不选就照旧。',
    asProposed: '不选就按建议。',
  },
  en: {
    file: 'Dossier',
    complete: 'All that should be in the dossier is there.',
    missing: (names: string) => `The dossier lacks: ${names}.`,
    unsigned: (names: string) => `Not back with signatures: ${names}.`,
    later: (count: number) => `${count} new files have no place in it yet.`,
    papers: (name: string, count: number) => (count > 1 ? `${name} (${count})` : name),
    anyway: 'It can be archived without; what comes later still finds its place.',
    open: 'To the dossier',
    asKept: ' Not chosen here: as it is.',
    asProposed: ' Not chosen here: as proposed.',
  },
});

/** For information: none of it stops the archive. */
function Lacks({ dossier: { code, missing, unsigned, evidence } }: { dossier: DossierView }) {
  const t = useWords();
  const later = evidence.filter(({ fresh }) => fresh).length;
  const said = [
    ...(missing.length > 0 ? [t.missing(missing.join('、'))] : []),
    ...(unsigned.length > 0 ? [t.unsigned(unsigned.map(({ name, count }) => t.papers(name, count)).join('、'))] : []),
    ...(later > 0 ? [t.later(later)] : []),
  ];
  return (
    <section className="form-wide" aria-label={t.file}>
      {said.length === 0 ? <p>{t.complete}</p> : said.map((sentence) => <p key={sentence}>{sentence}</p>)}
      <p>
        {said.length > 0 ? t.anyway : null}{' '}
        <Link to="/disputes/$code/dossier" params={{ code }}>
          {t.open}
        </Link>
      </p>
    </section>
  );
}

/** What the file lacks, and for how long it is kept. */
export function ArchiveFields({ view, form }: FieldsProps) {
  const t = useWords();
  return (
    <PageState query={useQuery(dossierQuery(view.code))}>
      {(dossier) => (
        <>
          <Lacks dossier={dossier} />
          <RetentionField
            view={dossier.retention}
            form={form}
            unsaid={dossier.retention.chosen ? t.asKept : t.asProposed}
          />
        </>
      )}
    </PageState>
  );
}
