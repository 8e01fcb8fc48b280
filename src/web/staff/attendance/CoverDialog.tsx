import { Input } from 'antd';
import { useState } from 'react';
import type { AbsencePage, AbsenceView } from '../../../attendance/absenceViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { Colleague } from './AbsenceDialog.tsx';
import { spanText, useAbsenceWords } from './absenceWords.ts';
import { type Done, useAct } from './queries.ts';

type Props = { page: AbsencePage; row: AbsenceView; onClose: () => void; onDone: (done: Done) => void };

function Name({ page, row, onClose, onDone }: Props) {
  const t = useAbsenceWords();
  const [cover, setCover] = useState('');
  const act = useAct<object>(`/api/absences/${row.id}/covers`, ['absences', 'work'], onDone);
  return (
    <ActDialog
      title={t.nameTitle(row.name, spanText(row))}
      act={t.nameAct}
      leave={t.nameLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ coverByPostId: cover })}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('coverByPostId')} />
      <Colleague
        page={page}
        label={t.cover}
        value={cover}
        onChange={setCover}
        error={act.error?.fields.coverByPostId}
      />
      <p className="second">{t.lead}</p>
    </ActDialog>
  );
}

function Decline({ row, onClose, onDone }: Props) {
  const t = useAbsenceWords();
  const [words, setWords] = useState('');
  const act = useAct<object>(`/api/absences/${row.id}/decisions`, ['absences'], onDone);
  return (
    <ActDialog
      title={t.declineTitle(row.coverName ?? '')}
      act={t.declineAct}
      leave={t.declineLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ approve: false, words: words.trim() })}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('words')} />
      <Field name="words" label={t.declineWhy} error={act.error?.fields.words} limit={200} typed={words}>
        {(control) => <Input {...control} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
    </ActDialog>
  );
}

/** Who covers, named or declined. */
export function CoverDialog({ what, ...props }: Props & { what: 'name' | 'decline' }) {
  return what === 'name' ? <Name {...props} /> : <Decline {...props} />;
}
