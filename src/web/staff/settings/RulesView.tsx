import {
  fieldsOf,
  isAmount,
  isBag,
  kindOf,
  partsOf,
  present,
  rowKey,
  rowShape,
  type Shape,
} from '../../../settings/shape.ts';
import { rowName, speak } from '../../../settings/speak.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { clockSentence, isClockRule } from './clockSentence.ts';
import { useSettingsWords } from './words.ts';

type Props = { shape: Shape; value: unknown };

function ClockTable({ title, shape, value }: Props & { title: string }) {
  const t = useSettingsWords();
  const rows = Object.entries(isBag(value) ? value : {});
  return (
    <TableScroll label={title}>
      <table className="table">
        <HeadRow heads={[t.clock, title, t.draftState, t.basis]} />
        <tbody>
          {rows.map(([key, row]) => (
            <tr key={key}>
              <td>{rowName(shape, key, row)}</td>
              <td>{isClockRule(row) ? clockSentence(row) : speak(rowShape(shape), row)}</td>
              <td>{isClockRule(row) && t[row.status]}</td>
              <td className="second">{isClockRule(row) && row.basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function RowsTable({ title, shape, value }: Props & { title: string }) {
  const t = useSettingsWords();
  const item = shape.items ?? {};
  const columns = fieldsOf(item);
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  if (rows.length === 0) return <p className="second">{t.nothing}</p>;
  const cell = (row: unknown, key: string, field: Shape) => {
    if (!isBag(row)) return null;
    if (key !== 'length' || !isAmount(item)) return speak(field, row[key]);
    const { length = {}, unit = {} } = present(item).properties ?? {};
    return speak({ properties: { length, unit } }, { length: row.length, unit: row.unit });
  };
  return (
    <TableScroll label={title}>
      <table className="table">
        <thead>
          <tr>
            {columns.map(([key, field]) => (
              <th key={key} scope="col">
                {field.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map(([key, field]) => (
                <td key={key}>{cell(row, key, field)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** One part of the rules, as its reader needs it: time limits as sentences, lists as tables, the rest as facts. */
function Part({ name, shape, value }: Props & { name: string }) {
  const title = shape.title ?? name;
  const kind = kindOf(shape);
  const fields = kind === 'group' ? fieldsOf(shape) : [];
  const bag = isBag(value) ? value : {};
  const isTable = (field: Shape) => kindOf(field) === 'rows';
  const facts = fields.filter(([, field]) => !isTable(field));
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        {shape.description && <span className="second">{shape.description}</span>}
      </div>
      {kind === 'map' && <ClockTable title={title} shape={present(shape)} value={value} />}
      {facts.length > 0 && (
        <dl className="fact-list">
          {facts.map(([key, field]) => [
            <dt key={key}>{field.title}</dt>,
            <dd key={`${key}=`}>{speak(field, bag[key])}</dd>,
          ])}
        </dl>
      )}
      {fields
        .filter(([, field]) => isTable(field))
        .map(([key, field]) => (
          <div key={key} className="rule-table">
            <h3>{field.title}</h3>
            <RowsTable title={field.title ?? key} shape={present(field)} value={bag[key]} />
          </div>
        ))}
    </section>
  );
}

/** All rules of a version, to be read. */
export function RulesView({ shape, value }: Props) {
  const bag = isBag(value) ? value : {};
  return partsOf(shape).map(([key, part]) => <Part key={key} name={key} shape={part} value={bag[key]} />);
}
