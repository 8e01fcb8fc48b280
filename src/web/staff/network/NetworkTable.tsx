import { Button } from 'antd';
import { useState } from 'react';
import type { Book } from '../../../network/book.ts';
import type { AnySubject } from '../../../network/subjects.ts';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { idFields, type Row, spokenText, textOf, titleOf } from './rows.ts';
import { useNetworkWords } from './words.ts';

type Props = { subject: AnySubject; rows: readonly Row[]; book: Book; onEdit?: (row: Row) => void };

const step = 100;

/** A hundred rows at a time: a county has several hundred places, and a table of all of them is slow to draw. */
export function NetworkTable({ subject, rows, book, onEdit }: Props) {
  const t = useNetworkWords();
  const [shown, setShown] = useState(step);
  const fields = subject.fields.filter(({ key }) => !idFields.has(key));
  return (
    <>
      <TableScroll label={subject.title}>
        <table className="table">
          <thead>
            <tr>
              {fields.map((field) => (
                <th key={field.key} scope="col" className={field.kind === 'number' ? 'number' : undefined}>
                  {titleOf(field)}
                </th>
              ))}
              {onEdit && <th />}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.key}>
                {fields.map((field) => {
                  const text = spokenText(field.key, textOf(field, row, book), book);
                  return (
                    <td
                      key={field.key}
                      className={field.kind === 'number' ? 'number' : undefined}
                      lang={field.key === 'english' && text ? 'en' : undefined}
                    >
                      <span className="two-lines" title={text.length > 24 ? text : undefined}>
                        {text || <span className="third">—</span>}
                      </span>
                    </td>
                  );
                })}
                {onEdit && (
                  <td>
                    <Button size="small" onClick={() => onEdit(row)}>
                      {t.change}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {rows.length > shown && (
        <div className="row pages">
          <span className="second">{t.first(shown)}</span>
          <Button onClick={() => setShown(rows.length)}>{t.all}</Button>
        </div>
      )}
    </>
  );
}
