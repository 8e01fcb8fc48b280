import { Input } from 'antd';
import { useState } from 'react';
import { type NoticeRead, readNotice } from '../../../calendar/readNotice.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { useCalendarWords } from './words.ts';

type Props = { year: number; onUse: (read: NoticeRead) => void; onClose: () => void };

function Outcome({ read, year }: { read: NoticeRead; year: number }) {
  const t = useCalendarWords();
  const off = read.days.filter(({ kind }) => kind === 'holiday').length;
  return (
    <div className="paste-read stack" aria-live="polite">
      {read.year !== null && read.year !== year && <p className="calendar-wrong">{t.otherYear(read.year, year)}</p>}
      <p>
        <b>{t.read(off, read.days.length - off)}</b> {read.source ?? ''}
      </p>
      {read.problems.length > 0 && (
        <section>
          <p className="soon-text">
            <StateIcon shape="dueSoon" /> {t.unread}
          </p>
          <ul>
            {read.problems.map(({ text, sentence }) => (
              <li key={text}>
                {text} <span className="second">{sentence}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {read.taken.length > 0 && (
        <section>
          <h3>{t.takenTitle}</h3>
          <ul>
            {read.taken.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {read.other.length > 0 && (
        <details>
          <summary>{t.otherTitle(read.other.length)}</summary>
          <ul className="second">
            {[...new Set(read.other)].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The notice as it is copied from the web: what is read stands below as one types, and what is not. */
export function PasteDialog({ year, onUse, onClose }: Props) {
  const t = useCalendarWords();
  const [text, setText] = useState('');
  const read = text.trim() === '' ? null : readNotice(text, year);
  const usable = read !== null && read.days.length > 0 && (read.year ?? year) === year;
  return (
    <ActDialog
      title={t.pasteTitle}
      act={usable ? t.takeDays(read.days.length) : null}
      leave={t.leavePaste}
      width={720}
      isPending={false}
      onAct={() => usable && onUse(read)}
      onClose={onClose}
    >
      <Field name="notice" label={t.pasteLabel} hint={t.pasteHint}>
        {(control) => (
          <Input.TextArea {...control} rows={8} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {read && <Outcome read={read} year={year} />}
    </ActDialog>
  );
}
