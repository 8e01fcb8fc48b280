import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SittingView } from '../../../sittings/sittingViews.ts';
import { noteKinds, type SittingNoteKind } from '../../../sittings/writeNote.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { clockTime } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { usePress } from './usePress.ts';
import { type SittingWords, useSittingWords } from './words.ts';

const headOf = (kind: string, t: SittingWords): string => {
  const words = t as unknown as Readonly<Record<string, string>>;
  return words[`noteHead_${kind}`] ?? '';
};

function Write({ view }: { view: SittingView }) {
  const t = useSittingWords();
  const [kind, setKind] = useState<SittingNoteKind>('sealed');
  const [text, setText] = useState('');
  const press = usePress(view, 'writeNote');
  const kinds = view.sight === 'full' ? noteKinds : (['sealed', 'opinion'] as const);
  const send = () => press.mutate({ kind, text }, { onSuccess: () => setText('') });
  return (
    <div className="stack">
      <Choice
        name="noteKind"
        label={t.noteKind}
        options={kinds.map((value) => ({ value, label: t[`note_${value}`] }))}
        value={kind}
        onChange={setKind}
      />
      <Field
        name="noteText"
        label={t.noteText}
        error={press.error?.fields.text ?? press.error?.message}
        limit={4000}
        typed={text}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={text}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button loading={press.isPending} disabled={text.trim() === ''} onClick={send}>
          {t.noteAct}
        </Button>
      </div>
    </div>
  );
}

/** Beside the minutes: for oneself, for a side, for the table. None of it is ever printed. */
export function Notes({ view }: { view: SittingView }) {
  const t = useSittingWords();
  return (
    <section className="section" aria-labelledby="sitting-notes">
      <h2 id="sitting-notes">{t.notes}</h2>
      {view.notes.length === 0 ? <p className="second">{t.noNotes}</p> : null}
      <ul className="bare-list">
        {view.notes.map(({ id, kind, text, at, by }) => (
          <li key={id}>
            <span className="second">
              {headOf(kind, t)} · {by} {clockTime(at)}
            </span>
            <p className="sitting-text">{text}</p>
          </li>
        ))}
      </ul>
      {view.steps.now.includes('writeNote') ? <Write view={view} /> : null}
    </section>
  );
}
