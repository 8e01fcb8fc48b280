import { Button, Select } from 'antd';
import { type Ref, useState } from 'react';
import { blanksIn } from '../../../reports/blanks.ts';
import type { FormView } from '../../../reports/formView.ts';
import type { CellRule } from '../../../reports/mapping.ts';
import { readAddress } from '../../../sheets/formGrid.ts';
import { Field } from '../../../ui/Field.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import type { ApiError } from '../api.ts';
import { useSuggestionWords } from './forms/suggestionWords.ts';
import { useFormWords } from './forms/words.ts';
import { kindOptions, RuleFields } from './RuleFields.tsx';
import { draftOf, type RuleDraft, ruleOf } from './ruleForm.ts';
import { SuggestionNote, unreadWords } from './SuggestionNote.tsx';

type Props = {
  form: FormView;
  address: string;
  isPending: boolean;
  error: ApiError | null;
  onKeep: (rule: CellRule | null) => void;
  panel: Ref<HTMLElement>;
};

/** What is missing before a rule can be sent. */
function missing(
  draft: RuleDraft,
  words: Record<'value' | 'expression' | 'who' | 'why', string>,
): Record<string, string> {
  const asked = { constant: ['value'], formula: ['expression'], ask: ['who', 'why'] } as Readonly<
    Record<string, readonly (keyof typeof words)[]>
  >;
  const names = (asked[draft.kind] ?? []).filter((name) => draft[name].trim() === '');
  return Object.fromEntries(names.map((name) => [name, `${words[name]}：—`]));
}

/** What fills the chosen cell, decided beside the form. */
export function RulePanel({ form, address, isPending, error, onKeep, panel }: Props) {
  const t = useFormWords();
  const of = useSuggestionWords();
  const rule = form.mapping[address];
  const suggestion = form.suggestions[address];
  const { sheet, ref } = readAddress(address);
  const cell = form.grid.sheets[sheet]?.cells.find((each) => each.ref === ref);
  const text = cell?.text ?? '';
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule ?? suggestion?.rule, blanksIn(text).length));
  const [tried, setTried] = useState(false);
  const errors = tried ? missing(draft, t) : {};
  const keep = () => {
    setTried(true);
    if (Object.keys(missing(draft, t)).length === 0) onKeep(ruleOf(draft));
  };
  useHotkeys({ 'Ctrl+Enter': keep }, { enabled: !isPending });
  const own = cell?.formula;
  if (own)
    return (
      <aside className="form-panel" ref={panel} aria-label={t.cell(ref)}>
        <h2>{t.cell(ref)}</h2>
        <p>{t.own}</p>
        <code>={own}</code>
      </aside>
    );
  return (
    <aside className="form-panel" ref={panel} aria-label={t.cell(ref)}>
      <h2>{t.cell(ref)}</h2>
      {form.words[address] && <p className="second">{form.words[address]}</p>}
      {suggestion && !rule && (
        <>
          <p className="second">{t.suggested(suggestion.because)}</p>
          <SuggestionNote suggestion={suggestion} />
        </>
      )}
      {!suggestion && !rule && form.unread[address] && (
        <p className="second">{unreadWords(of, form.unread[address])}</p>
      )}
      <Field name="kind" label={t.kind}>
        {(control) => (
          <Select
            {...control}
            options={[...kindOptions(t, text)]}
            value={draft.kind}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
        )}
      </Field>
      <RuleFields
        draft={draft}
        onChange={setDraft}
        choices={form.choices}
        errors={errors}
        percent={cell?.percent}
        text={text}
      />
      {error && (
        <p role="alert" className="late-text">
          {error.message}
        </p>
      )}
      <p className="row">
        <Button type="primary" loading={isPending} onClick={keep}>
          {t.save} <kbd className="key-on-primary">Ctrl+Enter</kbd>
        </Button>
        {rule && <Button onClick={() => onKeep(null)}>{t.clear}</Button>}
      </p>
    </aside>
  );
}
