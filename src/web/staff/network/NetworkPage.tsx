import { CloseCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { sheets } from '../../../network/subjects.ts';
import { Field } from '../../../ui/Field.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { CountyPick } from '../shell/CountyPick.tsx';
import { usePost } from '../useMe.ts';
import { EditRow } from './EditRow.tsx';
import { ImportSheet } from './ImportSheet.tsx';
import { NetworkTable } from './NetworkTable.tsx';
import { found, type Row } from './rows.ts';
import { useBook } from './useBook.ts';
import { useNetworkWords } from './words.ts';

type Doing = { act: 'edit'; row: Row | null } | { act: 'import' };

async function download(part: string, county: string): Promise<void> {
  const blob = await api.blob('GET', `/api/network/${part}.xlsx`, { query: { county } });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${sheets[part]?.title ?? part}-${county}.xlsx`;
  link.click();
  // Saving reads it after this function has ended.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function useNetworkRows(part: string, county: string, text: string) {
  const book = useBook(county);
  const query = useQuery({
    queryKey: ['network', part, county],
    queryFn: () => api.get<Row[]>(`/api/network/${part}`, { county }),
  });
  const subject = sheets[part];
  const rows = query.data && subject ? found(subject, query.data, text, book) : [];
  return { query, rows, book };
}

/** Regions, units, centers, counters, rooms, presence, categories, duties: one table each, the same columns as its workbook. */
export function NetworkPage() {
  const t = useNetworkWords();
  const { role, countyCode } = usePost();
  const search = useSearch({ from: '/app/network' });
  const navigate = useNavigate();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [text, setText] = useState('');
  usePageTitle(t.title);
  const county = search.county ?? countyCode;
  const part = search.part && sheets[search.part] ? search.part : 'units';
  const subject = sheets[part];
  const { query, rows, book } = useNetworkRows(part, county, useDeferredValue(text));
  if (!subject) return null;
  const keeps = role === 'systemAdmin';
  const go = (next: { part?: string; county?: string }) => {
    setText('');
    void navigate({ to: '/network', search: { part, county, ...next } });
  };
  const onDone = (sentence: string) => {
    setDone(sentence);
    setDoing(null);
    void queryClient.invalidateQueries({ queryKey: ['network'] });
    for (const key of ['regions', 'units', 'categories', 'centers'])
      void queryClient.invalidateQueries({ queryKey: [key] });
  };
  const all = query.data?.length ?? 0;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {query.data && <span>{rows.length === all ? t.count(all) : t.countFound(rows.length, all)}</span>}
        {!keeps && <span className="second">{t.readOnly}</span>}
        <span className="page-head-end row">
          <Button onClick={() => void download(part, county).catch((error: Error) => setProblem(error.message))}>
            {t.download}
          </Button>
          {keeps && <Button onClick={() => setDoing({ act: 'import' })}>{t.upload}</Button>}
          {keeps && (
            <Button type="primary" onClick={() => setDoing({ act: 'edit', row: null })}>
              {t.addTitle(subject.title)}
            </Button>
          )}
        </span>
      </div>
      {done && <Strip onClose={() => setDone(null)}>{done}</Strip>}
      {problem && (
        <Strip tone="late" onClose={() => setProblem(null)}>
          {problem}
        </Strip>
      )}
      <div className="row filters-row">
        <Field name="part" label={t.part}>
          {(control) => (
            <Select
              {...control}
              className="wide-select"
              value={part}
              options={Object.entries(sheets).map(([value, { title }]) => ({ value, label: title }))}
              onChange={(next: string) => go({ part: next })}
            />
          )}
        </Field>
        <CountyPick value={county} onChange={(next) => go({ county: next })} />
        <Field name="find" label={t.find}>
          {(control) => (
            <Input
              {...control}
              allowClear={{ clearIcon: <CloseCircleFilled aria-label={t.clearBox} /> }}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      <PageState query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty>{text ? t.noneFound(text) : t.none}</Empty>
          ) : (
            <NetworkTable
              subject={subject}
              rows={rows}
              book={book}
              {...(keeps && { onEdit: (row: Row) => setDoing({ act: 'edit', row }) })}
            />
          )
        }
      </PageState>
      {doing?.act === 'edit' && (
        <EditRow subject={subject} row={doing.row} book={book} onClose={() => setDoing(null)} onDone={onDone} />
      )}
      {doing?.act === 'import' && (
        <ImportSheet part={part} title={subject.title} onClose={() => setDoing(null)} onDone={onDone} />
      )}
    </div>
  );
}
