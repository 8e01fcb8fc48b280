import { Button, Checkbox, Input, Select } from 'antd';
import { blank, newRow } from '../../../settings/blank.ts';
import {
  choicesOf,
  fieldsOf,
  isAmount,
  isBag,
  isRequired,
  kindOf,
  mayBeNull,
  type Path,
  pathText,
  present,
  rowKey,
  type Shape,
} from '../../../settings/shape.ts';
import { rowName, speak } from '../../../settings/speak.ts';
import { Field } from '../../../ui/Field.tsx';
import { useRuleField, useRuleForm } from './formContext.ts';
import { LeafField } from './LeafField.tsx';
import { useSettingsWords } from './words.ts';

type Props = { shape: Shape; path: Path; value: unknown };

/** A length and its unit: one question to people. */
export function AmountField({ shape, path, value }: Props) {
  const t = useSettingsWords();
  const { length = {}, unit = {} } = present(shape).properties ?? {};
  const bag = isBag(value) ? value : {};
  const only = { properties: { length, unit }, ...(shape.title !== undefined && { title: shape.title }) };
  const here = { length: bag.length, unit: bag.unit };
  const own = useRuleField(length, [...path, 'length'], bag.length);
  const unitOwn = useRuleField(unit, [...path, 'unit'], bag.unit);
  const { before } = useRuleForm();
  const was = path.reduce<unknown>(
    (at, key) => (Array.isArray(at) ? at[Number(key)] : isBag(at) ? at[key] : undefined),
    before,
  );
  const changed = own.changed || unitOwn.changed;
  const spoken = isBag(was) ? speak(only, { length: was.length, unit: was.unit }) : speak(only, undefined);
  const hint = [changed && t.now(spoken), own.warning].filter(Boolean).join(' · ');
  const label = length.title ?? '';
  const text = here.length === null || here.length === undefined ? '' : String(here.length);
  const typed = (next: string): unknown => {
    if (next === '' && mayBeNull(length)) return null;
    return /^\d{1,6}$/.test(next) ? Number(next) : next;
  };
  return (
    <Field
      name={pathText([...path, 'length'])}
      label={label}
      error={own.error ?? unitOwn.error}
      hint={hint === '' ? undefined : <span className={changed ? 'rule-changed' : ''}>{hint}</span>}
      span={4}
    >
      {(control) => (
        <div className="rule-amount">
          <Input
            {...control}
            autoComplete="off"
            inputMode="numeric"
            placeholder={mayBeNull(length) ? t.noLimit : ''}
            value={text}
            onChange={(event) => own.set(typed(event.target.value.trim()))}
          />
          <Select
            aria-label={`${label} ${unit.title ?? ''}`}
            value={here.unit}
            options={choicesOf(unit).map((choice) => ({ value: choice.value as string, label: choice.label }))}
            onChange={(next) => unitOwn.set(next)}
          />
        </div>
      )}
    </Field>
  );
}

/** All fields of a part, in the order of the schema. */
export function GroupFields({ shape, path, value }: Props) {
  const bag = isBag(value) ? value : {};
  return (
    <div className="form-grid">
      {isAmount(shape) && <AmountField shape={shape} path={path} value={value} />}
      {fieldsOf(shape)
        .filter(([key]) => !(key === 'length' && isAmount(shape)))
        .map(([key, field]) => (
          <AnyField key={key} shape={field} path={[...path, key]} value={bag[key]} required={isRequired(shape, key)} />
        ))}
    </div>
  );
}

/** Something that may be left out as a whole: a tick says whether it is there. */
function OptionalPart({ shape, path, value, required }: Props & { required: boolean }) {
  const t = useSettingsWords();
  const { set, was, changed } = useRuleField(shape, path, value);
  const isThere = value !== undefined && value !== null;
  return (
    <fieldset className="rule-part form-wide">
      <legend className={required ? '' : 'hidden-text'}>{shape.title}</legend>
      {!required && (
        <Checkbox checked={isThere} onChange={({ target }) => set(target.checked ? blank(shape) : undefined)}>
          {t.has(shape.title ?? '')}
        </Checkbox>
      )}
      {changed && was !== null && !isThere && <div className="field-hint rule-changed">{t.now(was)}</div>}
      {isThere && <GroupFields shape={shape} path={path} value={value} />}
    </fieldset>
  );
}

/** Rows that people add and take away. */
function Rows({ shape, path, value }: Props) {
  const t = useSettingsWords();
  const { set, error } = useRuleField(shape, path, value);
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  const item = shape.items ?? {};
  return (
    <fieldset className="rule-part form-wide">
      <legend>{shape.title}</legend>
      {shape.description && <p className="field-hint">{shape.description}</p>}
      {rows.map((row, index) => {
        const name = rowName(item, rowKey(row, index), row);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own while it is being written
          <fieldset key={index} className="rule-row" aria-label={name}>
            <GroupFields shape={item} path={[...path, String(index)]} value={row} />
            <Button size="small" onClick={() => set(rows.filter((_, at) => at !== index))}>
              {t.removeRow(name)}
            </Button>
          </fieldset>
        );
      })}
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <Button onClick={() => set([...rows, newRow(item, rows)])}>{t.addRow}</Button>
    </fieldset>
  );
}

/** Whatever the schema holds, drawn by its kind. */
export function AnyField({ shape, path, value, required }: Props & { required: boolean }) {
  const kind = kindOf(shape);
  if (kind === 'rows') return <Rows shape={present(shape)} path={path} value={value} />;
  if (kind === 'group') return <OptionalPart shape={present(shape)} path={path} value={value} required={required} />;
  return <LeafField shape={shape} path={path} value={value} required={required} />;
}
