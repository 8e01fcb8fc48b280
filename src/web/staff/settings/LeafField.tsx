import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { readYuan } from '../../../platform/yuan.ts';
import {
  choicesOf,
  kindOf,
  type Path,
  pathText,
  present,
  type Shape,
  type ShapeKind,
} from '../../../settings/shape.ts';
import { type Control, Field, fieldId } from '../../../ui/Field.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { useRuleField } from './formContext.ts';
import { useSettingsWords } from './words.ts';

type Props = { shape: Shape; path: Path; value: unknown };
type EditorProps = Props & { control: Control; set: (next: unknown) => void };

/** What is no number stays as it was typed: the sentence beside the field says so, and nothing typed is lost. */
const numberOf = (text: string): unknown => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : text);
function centsOf(text: string): unknown {
  const read = readYuan(text);
  return read.ok && read.cents !== null ? read.cents : text;
}
const plainMoney = (cents: unknown): string =>
  typeof cents === 'number' ? formatMoney(cents).replace('¥', '').replace(/\.00$/, '') : String(cents ?? '');

function Money({ control, value, set }: EditorProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      {...control}
      suffix="元"
      autoComplete="off"
      inputMode="decimal"
      value={typed ?? plainMoney(value)}
      onChange={(event) => {
        setTyped(event.target.value);
        set(centsOf(event.target.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function Editor(props: EditorProps) {
  const { shape, control, value, set } = props;
  const own = present(shape);
  const kind = kindOf(own);
  const text = value === null || value === undefined ? '' : String(value);
  if (kind === 'money') return <Money {...props} />;
  if (kind === 'number')
    return (
      <Input
        {...control}
        suffix={own.unit}
        autoComplete="off"
        inputMode="numeric"
        value={text}
        onChange={(event) => set(event.target.value === '' ? '' : numberOf(event.target.value))}
      />
    );
  if (kind === 'choice')
    return (
      <Select
        {...control}
        value={value}
        style={{ width: '100%' }}
        options={choicesOf(own).map((choice) => ({ value: choice.value as string, label: choice.label }))}
        onChange={(next) => set(next)}
      />
    );
  if ((own.maxLength ?? 0) > 80)
    return (
      <Input.TextArea
        {...control}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={text}
        onChange={(event) => set(event.target.value)}
      />
    );
  return <Input {...control} autoComplete="off" value={text} onChange={(event) => set(event.target.value)} />;
}

/** A list of days or words, one on each line. */
function Lines({ control, value, set }: EditorProps) {
  const lines = Array.isArray(value) ? value.map(String).join('\n') : String(value ?? '');
  return (
    <Input.TextArea
      {...control}
      data-enter="newline"
      autoSize={{ minRows: 1, maxRows: 8 }}
      value={lines}
      onChange={(event) => set(event.target.value === '' ? [] : event.target.value.split('\n'))}
      onBlur={() =>
        set(
          lines
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        )
      }
    />
  );
}

function Ticks({ shape, path, value, set }: Omit<EditorProps, 'control'>) {
  const chosen = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <fieldset className="row rule-ticks" aria-label={shape.title} id={fieldId(pathText(path))}>
      {choicesOf(shape.items ?? {}).map((choice) => (
        <Checkbox
          key={String(choice.value)}
          checked={chosen.includes(choice.value)}
          onChange={({ target }) =>
            set(target.checked ? [...chosen, choice.value] : chosen.filter((each) => each !== choice.value))
          }
        >
          {choice.label}
        </Checkbox>
      ))}
    </fieldset>
  );
}

const spans: Partial<Record<ShapeKind, number>> = { list: 12, choices: 12, flag: 6 };
const spanOf = (shape: Shape): number => spans[kindOf(shape)] ?? ((present(shape).maxLength ?? 0) > 80 ? 12 : 4);

/** One thing to fill in, with its help, what it was before, and what is wrong with it. */
export function LeafField({ shape, path, value, required }: Props & { required: boolean }) {
  const t = useSettingsWords();
  const own = useRuleField(shape, path, value);
  // What may be left out is left out when it is emptied.
  const field = { ...own, set: (next: unknown) => own.set(next === '' && !required ? undefined : next) };
  const kind = kindOf(shape);
  const name = pathText(path);
  const hint = [
    field.was !== null && t.now(field.was),
    field.warning,
    shape.description,
    kind === 'list' && t.oneLineEach,
  ].filter(Boolean);
  const note =
    hint.length > 0 ? <span className={field.changed ? 'rule-changed' : ''}>{hint.join(' · ')}</span> : undefined;
  if (kind === 'flag')
    return (
      <div className="field rule-flag" style={{ gridColumn: 'span 6' }}>
        <Checkbox id={fieldId(name)} checked={value === true} onChange={({ target }) => field.set(target.checked)}>
          {shape.title}
        </Checkbox>
        <div className={field.error ? 'field-error' : 'field-hint'}>{field.error ?? note}</div>
      </div>
    );
  if (kind === 'choices')
    return (
      <div className="field form-wide">
        <span className="field-label">{shape.title}</span>
        <Ticks shape={shape} path={path} value={value} set={field.set} />
        <div className={field.error ? 'field-error' : 'field-hint'}>{field.error ?? note}</div>
      </div>
    );
  return (
    <Field name={name} label={shape.title ?? name} error={field.error} hint={note} span={spanOf(shape)}>
      {(control) =>
        kind === 'list' ? (
          <Lines shape={shape} path={path} value={value} control={control} set={field.set} />
        ) : (
          <Editor shape={shape} path={path} value={value} control={control} set={field.set} />
        )
      }
    </Field>
  );
}
