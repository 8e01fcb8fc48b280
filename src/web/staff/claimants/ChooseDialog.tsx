import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { everyoneQuery, useRosterStep } from './queries.ts';
import { useRosterWords } from './words.ts';

type Props = { code: string; onDone: (sentence: string) => void; onClose: () => void };

/** Whom they chose, who did, and how far he may go. */
export function ChooseDialog({ code, onDone, onClose }: Props) {
  const t = useRosterWords();
  const { data: rows = [], isPending } = useQuery(everyoneQuery(code));
  const [chosenPartyId, setChosen] = useState<string | null>(null);
  const [byPartyIds, setBy] = useState<string[]>([]);
  const [scope, setScope] = useState<'general' | 'special' | null>(null);
  const [how, setHow] = useState('');
  const act = useRosterStep(code, 'representative-choices', onDone);
  const errors = act.error?.fields ?? {};
  const options = rows.map(({ partyId, name, phoneMasked }) => ({
    value: partyId,
    label: `${name} ${phoneMasked ?? ''}`,
  }));
  const others = options.filter(({ value }) => value !== chosenPartyId);
  return (
    <ActDialog
      title={t.chooseTitle}
      act={t.chooseAct}
      leave={t.leave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ chosenPartyId, byPartyIds, scope, how: how.trim() })}
      onClose={onClose}
    >
      <p>{t.chooseLaw}</p>
      <Field name="chosenPartyId" label={t.chooseWhom} error={errors.chosenPartyId}>
        {({ status, ...control }) => (
          <Select<string>
            {...control}
            {...(status ? { status } : {})}
            showSearch={{ optionFilterProp: 'label' }}
            loading={isPending}
            notFoundContent={null}
            options={options}
            value={chosenPartyId}
            onChange={setChosen}
          />
        )}
      </Field>
      <Field name="byPartyIds" label={t.chooseBy} error={errors.byPartyIds}>
        {({ status, ...control }) => (
          <Select<string[]>
            {...control}
            {...(status ? { status } : {})}
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            maxTagCount={8}
            notFoundContent={null}
            options={others}
            value={byPartyIds}
            onChange={setBy}
          />
        )}
      </Field>
      <Button size="small" onClick={() => setBy(others.map(({ value }) => value))}>
        {t.chooseAll}
      </Button>
      <Field name="scope" label={t.scope} error={errors.scope}>
        {({ status: _status, ...control }) => (
          <Radio.Group
            {...control}
            value={scope}
            options={[
              { value: 'general', label: t.general },
              { value: 'special', label: t.special },
            ]}
            onChange={({ target }) => setScope(target.value as 'general')}
          />
        )}
      </Field>
      <Field name="how" label={t.how} error={errors.how} limit={300} typed={how}>
        {(control) => <Input {...control} value={how} onChange={({ target }) => setHow(target.value)} />}
      </Field>
    </ActDialog>
  );
}
