import { Select } from 'antd';
import { aroundBlank, blanksIn } from '../../../reports/blanks.ts';
import { textFields, textFieldWords } from '../../../reports/mapping.ts';
import { Field } from '../../../ui/Field.tsx';
import { FigureFields, type FigureProps } from './FigureFields.tsx';
import { useFormWords } from './forms/words.ts';
import type { BlankDraft } from './ruleForm.ts';

/** A sentence with blanks: what goes into each, one after the other. */
export function BlankFields({ draft, onChange, choices, text }: FigureProps & { text: string }) {
  const t = useFormWords();
  const blanks = blanksIn(text);
  const options = [
    { value: 'nothing', label: t.emptyKind },
    { value: 'figure', label: t.figure },
    ...textFields.map((value) => ({ value, label: textFieldWords[value] })),
  ] as { value: BlankDraft['put']; label: string }[];
  const set = (index: number, part: BlankDraft) =>
    onChange({ ...draft, blanks: draft.blanks.map((each, at) => (at === index ? part : each)) });
  return draft.blanks.map((part, index) => {
    const { before, after } = aroundBlank(text, blanks, index);
    const label = t.blankAt(index + 1, before.trim().slice(-8), after.trim().slice(0, 6));
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the blanks stand in the order of the text and never move
      <div key={index}>
        <Field name={`blanks.${index}.put`} label={label}>
          {(control) => (
            <Select {...control} options={options} value={part.put} onChange={(put) => set(index, { ...part, put })} />
          )}
        </Field>
        {part.put === 'figure' && (
          <FigureFields
            draft={part.figure}
            onChange={(figure) => set(index, { ...part, figure })}
            choices={choices}
            percent={undefined}
            within={`blanks.${index}.`}
          />
        )}
      </div>
    );
  });
}
