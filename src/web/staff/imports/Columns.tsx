import { Select } from 'antd';
import type { RunDetail } from '../../../imports/importViews.ts';
import { type LedgerField, ledgerFieldNames, ledgerFields } from '../../../imports/ledgerFields.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import type { Flow } from './useRun.ts';
import { useImportWords } from './words.ts';

const order: readonly LedgerField[] = ledgerFieldNames.toSorted((a, b) =>
  ledgerFields[a].title.localeCompare(ledgerFields[b].title, 'zh'),
);

/** Each column of the file with its first cells, and what it is taken for. */
export function Columns({ run, flow }: { run: RunDetail; flow: Flow }) {
  const t = useImportWords();
  const { mapping } = run;
  const choose = (column: number, field: LedgerField | '') => {
    const others = Object.entries(mapping.columns).filter(
      ([place, its]) => place !== String(column) && (its !== field || its === 'remark'),
    );
    const columns = Object.fromEntries(field === '' ? others : [...others, [String(column), field]]);
    flow.save.mutate({ ...mapping, columns });
  };
  const options = [
    { value: '' as const, label: t.notTaken },
    ...order.map((value) => ({ value, label: ledgerFields[value].title })),
  ];
  return (
    <section className="import-part" aria-labelledby="import-columns">
      <h2 id="import-columns">{t.columns}</h2>
      <p className="second">{t.columnsNote}</p>
      <TableScroll label={t.columns}>
        <table className="table import-columns">
          <HeadRow heads={[t.column, t.meaning, t.samples]} />
          <tbody>
            {run.columns.map(({ column, title, samples, field }) => (
              <tr key={column}>
                <td className="break">{title || `${column + 1}`}</td>
                <td>
                  <Select<LedgerField | ''>
                    aria-label={`${title || column + 1}：${t.meaning}`}
                    className="import-field"
                    value={field}
                    options={options}
                    showSearch={{ optionFilterProp: 'label' }}
                    onChange={(chosen) => choose(column, chosen)}
                  />
                </td>
                <td className="second break">{samples.join('　')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
