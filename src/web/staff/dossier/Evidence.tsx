import { Button, Checkbox } from 'antd';
import { useRef, useState } from 'react';
import type { DossierView, EvidenceView } from '../../../dossier/dossier.ts';
import { tableDay } from '../../../ui/dates.ts';
import { Words } from '../steps/Fields.tsx';
import type { StepForm } from '../steps/useForm.ts';
import { moved, type Row, rowsOf, typedRows } from './coverForm.ts';
import { useDossierWords } from './words.ts';

function Marks({ file }: { file: EvidenceView }) {
  const t = useDossierWords();
  const marks = [
    ...(file.fresh ? [t.fresh] : []),
    ...(file.asked ? [t.identity] : []),
    ...(file.unprintable ? [t.unprintable] : []),
  ];
  return (
    <span className="second">
      {tableDay(file.at)}
      {marks.map((mark) => ` · ${mark}`)}
    </span>
  );
}

type LineProps = {
  code: string;
  file: EvidenceView;
  row: Row;
  first: boolean;
  last: boolean;
  onTick: (isIn: boolean) => void;
  onMove: (by: -1 | 1) => void;
};

function Line({ code, file, row, first, last, onTick, onMove }: LineProps) {
  const t = useDossierWords();
  return (
    <li data-file={file.id}>
      <Checkbox checked={row.in} onChange={({ target }) => onTick(target.checked)}>
        {file.name}
      </Checkbox>
      <Marks file={file} />
      <span className="evidence-acts">
        <a
          href={`/api/disputes/${code}/files/${file.id}`}
          target="_blank"
          rel="noreferrer"
          aria-label={t.look(file.name)}
        >
          {t.lookAct}
        </a>
        <Button data-by="-1" disabled={first} aria-label={t.moveUp(file.name)} onClick={() => onMove(-1)}>
          ↑
        </Button>
        <Button data-by="1" disabled={last} aria-label={t.moveDown(file.name)} onClick={() => onMove(1)}>
          ↓
        </Button>
      </span>
    </li>
  );
}

/** Which evidence is bound, in which order. Copies of identity papers only with a reason. */
export function Evidence({ view, form }: { view: DossierView; form: StepForm }) {
  const t = useDossierWords();
  const list = useRef<HTMLOListElement>(null);
  const [told, setTold] = useState('');
  const rows = rowsOf(typedRows(form.values), view.evidence);
  const fileOf = new Map(view.evidence.map((file) => [file.id, file]));
  const keep = (next: readonly Row[]) => form.set('evidence', next);
  const move = (row: Row, by: -1 | 1) => {
    const next = moved(rows, row.id, by);
    keep(next);
    setTold(t.movedTo(fileOf.get(row.id)?.name ?? '', next.findIndex(({ id }) => id === row.id) + 1));
    // The line has moved under the finger: the focus goes along, and turns round where there is no further.
    setTimeout(() => {
      const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-file="${row.id}"] [data-by]`) ?? [];
      const same = [...buttons].find((button) => button.dataset.by === String(by));
      (same?.disabled ? [...buttons].find((button) => !button.disabled) : same)?.focus();
    });
  };
  const identity = rows.some((row) => row.in && fileOf.get(row.id)?.asked);
  return (
    <div
      className={form.errors.fileIds ? 'field field-wrong form-wide' : 'field form-wide'}
      id="f-fileIds"
      tabIndex={-1}
    >
      <span className="field-label">{t.evidence}</span>
      {rows.length === 0 ? <p className="second">{t.noEvidence}</p> : null}
      <ol className="evidence-order" aria-label={t.evidence} ref={list}>
        {rows.map((row, index) => {
          const file = fileOf.get(row.id);
          return file ? (
            <Line
              key={row.id}
              code={view.code}
              file={file}
              row={row}
              first={index === 0}
              last={index === rows.length - 1}
              onTick={(isIn) => keep(rows.map((each) => (each.id === row.id ? { ...each, in: isIn } : each)))}
              onMove={(by) => move(row, by)}
            />
          ) : null;
        })}
      </ol>
      <span role="status" className="hidden-text">
        {told}
      </span>
      {form.errors.fileIds ? (
        <div className="field-error" role="alert">
          {form.errors.fileIds}
        </div>
      ) : null}
      {identity ? <Words form={form} field="identityReason" label={t.identityReason} limit={200} rows={1} /> : null}
    </div>
  );
}
