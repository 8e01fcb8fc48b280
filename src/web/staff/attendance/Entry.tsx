import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ShiftEntry } from '../../../attendance/rosterViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { clockTime, tableTime } from '../../../ui/dates.ts';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { useDutyWords } from './duty/words.ts';
import { useAct } from './queries.ts';

function Settle({ entry, onClose }: { entry: ShiftEntry; onClose: () => void }) {
  const t = useDutyWords();
  const [words, setWords] = useState('');
  const act = useAct<object>(`/api/duty-log/entries/${entry.id}/settlements`, ['duty'], onClose);
  return (
    <ActDialog
      title={t.settleTitle}
      act={t.settleAct}
      leave={t.settleLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ words: words.trim() })}
      onClose={onClose}
    >
      <p>{entry.body}</p>
      <FocusOnOpen id={fieldId('words')} />
      <Field name="words" label={t.settleTitle} error={act.error?.fields.words} limit={300} typed={words}>
        {(control) => <Input {...control} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
    </ActDialog>
  );
}

/** One line of the log; what the next shift has to go on with says so until somebody did. */
export function Entry({ entry, dated = false }: { entry: ShiftEntry; dated?: boolean }) {
  const t = useDutyWords();
  const [settling, setSettling] = useState(false);
  const stillOpen = entry.open && entry.settledAt === null;
  return (
    <li className="duty-entry">
      <span className="nowrap second">{dated ? tableTime(entry.at) : clockTime(entry.at)}</span>
      <span className="duty-entry-words">
        {entry.body} <span className="second">{entry.who}</span>
      </span>
      {stillOpen && (
        <>
          <span className="nowrap">
            <StateIcon shape="dueSoon" /> {t.open}
          </span>
          <Button size="small" onClick={() => setSettling(true)}>
            {t.settle}
          </Button>
        </>
      )}
      {entry.settledAt && (
        <span className="second">
          <StateIcon shape="done" /> {t.settledBy(entry.settledBy ?? '', entry.settledWords)}
        </span>
      )}
      {settling && <Settle entry={entry} onClose={() => setSettling(false)} />}
    </li>
  );
}
