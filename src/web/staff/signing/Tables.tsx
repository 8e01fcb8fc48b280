import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { TablePassView, TableView } from '../../../signing/signingViews.ts';
import { tableTime } from '../../../ui/dates.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { useSigningWords } from './words.ts';

function Pass({ pass }: { pass: TablePassView }) {
  const t = useSigningWords();
  return (
    <div className="row">
      <img
        className="signing-pass"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(pass.qrSvg)}`}
        alt={t.passCode}
        width={180}
        height={180}
      />
      <div>
        <p>{t.passHow(tableTime(pass.until))}</p>
        <p className="second signing-address">{pass.address}</p>
      </div>
    </div>
  );
}

/** Tablets at the table: let in by a code that works once, and taken back at once when one is lost. */
export function Tables({ code }: { code: string }) {
  const t = useSigningWords();
  const [pass, setPass] = useState<TablePassView | null>(null);
  const [ended, setEnded] = useState<number | null>(null);
  const at = `/api/disputes/${code}`;
  const key = ['dispute', code, 'tables'];
  const tables = useQuery({ queryKey: key, queryFn: () => api.get<TableView[]>(`${at}/tables`) });
  const changed = () => queryClient.invalidateQueries({ queryKey: key });
  const make = useMutation({
    mutationFn: () => api.post<TablePassView>(`${at}/table-passes`, {}),
    onSuccess: (made) => {
      setEnded(null);
      setPass(made);
      return changed();
    },
  });
  const end = useMutation({
    mutationFn: () => api.post<{ ended: number }>(`${at}/table-ends`, {}),
    onSuccess: (done) => {
      setPass(null);
      setEnded(done.ended);
      return changed();
    },
  });
  const error = make.error ?? end.error;
  return (
    <section className="section-flat" aria-labelledby="tables-head">
      <h2 id="tables-head">{t.tables}</h2>
      <p className="row">
        <Button disabled={make.isPending} onClick={() => make.mutate()}>
          {t.givePass}
        </Button>
        <Button disabled={end.isPending} onClick={() => end.mutate()}>
          {t.endTables}
        </Button>
      </p>
      {error ? <p role="alert">{error.message}</p> : null}
      {ended === null ? null : <Strip onClose={() => setEnded(null)}>{t.tablesEnded(ended)}</Strip>}
      {pass ? <Pass pass={pass} /> : null}
      {tables.data?.length === 0 ? <p className="second">{t.noTables}</p> : null}
      <ul>
        {tables.data?.map(({ id, by, openedAt, lastSeenAt }) => (
          <li key={id}>{t.tableOpen(by, tableTime(openedAt), tableTime(lastSeenAt))}</li>
        ))}
      </ul>
    </section>
  );
}
