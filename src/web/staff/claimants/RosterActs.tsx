import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import { type ApiError, api } from '../api.ts';
import { saveBlob } from '../saveBlob.ts';
import { useRosterWords } from './words.ts';

export type Opened = 'add' | 'choose' | null;
type ActsProps = { view: DisputeView; onFile: (file: File) => void; onOpen: (what: Opened) => void };

/** What can be done with the list as a whole: add to it, choose from it, take it along. */
export function RosterActs({ view, onFile, onOpen }: ActsProps) {
  const t = useRosterWords();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const book = useMutation<void, ApiError, 'roster' | 'signing'>({
    mutationFn: async (form) => {
      const blob = await api.blob('GET', `/api/disputes/${view.code}/claimants.xlsx`, { query: { form } });
      saveBlob(blob, `${form === 'roster' ? '申请人名单' : '签字表'}-${view.codeShort}.xlsx`);
    },
  });
  const full = view.sight === 'full';
  return (
    <div className="row roster-acts">
      {full ? (
        <>
          <Button type="primary" onClick={() => input.current?.click()}>
            {t.choose}
          </Button>
          <Button onClick={() => onOpen('add')}>{t.addOne}</Button>
          <Button onClick={() => onOpen('choose')}>{t.chooseOne}</Button>
          <Button onClick={() => void navigate({ to: '/disputes/$code/agreement-group', params: { code: view.code } })}>
            {t.writeGroup}
          </Button>
        </>
      ) : null}
      <Button loading={book.isPending} onClick={() => book.mutate('roster')}>
        {t.download}
      </Button>
      <Button onClick={() => book.mutate('signing')}>{t.signing}</Button>
      {book.error ? <span role="alert">{book.error.message}</span> : null}
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        aria-label={t.choose}
        tabIndex={-1}
        className="roster-file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
