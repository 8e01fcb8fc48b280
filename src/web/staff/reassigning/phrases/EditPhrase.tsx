import { useMutation } from '@tanstack/react-query';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { stepNames, stepOf } from '../../../../disputes/procedure.ts';
import type { Phrase } from '../../../../reassigning/phrases.ts';
import { ActDialog } from '../../../../ui/ActDialog.tsx';
import { Field, fieldId } from '../../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../../ui/FocusOnOpen.tsx';
import { useLanguage } from '../../../../ui/i18n.ts';
import { type ApiError, api } from '../../api.ts';
import { usePhraseWords } from './words.ts';

type Props = { phrase: Phrase | null; mayShare: boolean; onClose: () => void; onDone: () => void };

/** One phrase: its words, where it is offered, and to whom. */
export function EditPhrase({ phrase, mayShare, onClose, onDone }: Props) {
  const t = usePhraseWords();
  const language = useLanguage();
  const [body, setBody] = useState(phrase?.body ?? '');
  const [steps, setSteps] = useState<string[]>([...(phrase?.steps ?? [])]);
  const [shared, setShared] = useState(phrase?.shared ?? false);
  const [position, setPosition] = useState(String(phrase?.position ?? 0));
  const input = { body: body.trim(), steps, shared, position: Number(position) || 0, active: phrase?.active ?? true };
  const save = useMutation<unknown, ApiError>({
    mutationFn: () => (phrase ? api.put(`/api/phrases/${phrase.id}`, input) : api.post('/api/phrases', input)),
    onSuccess: onDone,
  });
  const options = stepNames.map((value) => ({
    value,
    label: language === 'zh' ? stepOf(value).label : stepOf(value).labelEn,
  }));
  return (
    <ActDialog
      title={phrase ? t.changeTitle : t.addTitle}
      act={input.body.length >= 2 ? t.save : null}
      leave={t.leave}
      isPending={save.isPending}
      error={save.error}
      onAct={() => input.body.length >= 2 && save.mutate()}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('body')} />
      <Field name="body" label={t.body} hint={t.bodyHint} error={save.error?.fields.body} limit={300} typed={body}>
        {(control) => (
          <Input.TextArea {...control} rows={2} value={body} onChange={(event) => setBody(event.target.value)} />
        )}
      </Field>
      <Field name="steps" label={t.steps}>
        {({ status: _, ...control }) => (
          <Select
            {...control}
            mode="multiple"
            value={steps}
            options={options}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(next: string[]) => setSteps(next)}
          />
        )}
      </Field>
      <Field name="position" label={t.position}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            value={position}
            onChange={(event) => setPosition(event.target.value)}
          />
        )}
      </Field>
      {mayShare && !phrase && (
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {t.shared}
        </Checkbox>
      )}
    </ActDialog>
  );
}
