import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import type { CallRow } from '../../../attendance/callViews.ts';
import { roleLabel } from '../../../people/roles.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { wholeIn } from '../../../ui/typed.ts';
import { useClear } from '../../../ui/useClear.tsx';
import { api } from '../api.ts';
import { usePost } from '../useMe.ts';
import { type Done, useAct } from './queries.ts';
import { usePresenceWords } from './words.ts';

type Contacts = { posts: { postId: string; name: string; role: string }[] };

function useColleagues(unitId: string) {
  const { centerId, countyCode } = usePost();
  const language = useLanguage();
  const center = centerId ?? `${countyCode}-center`;
  const query = useQuery({
    queryKey: ['presence', 'contacts', center, unitId],
    queryFn: () => api.get<Contacts>(`/api/call-contacts/${center}/${unitId}`),
  });
  return (query.data?.posts ?? []).map(({ postId, name, role }) => ({
    value: postId,
    label: `${name} ${roleLabel(role, language)}`,
  }));
}

/** 「来，12分到」 or 「来不了，换…」. */
export function AnswerDialog({
  row,
  onClose,
  onDone,
}: {
  row: CallRow;
  onClose: () => void;
  onDone: (done: Done) => void;
}) {
  const t = usePresenceWords();
  const clear = useClear();
  const [coming, setComing] = useState<'yes' | 'no'>('yes');
  const [minutes, setMinutes] = useState(String(row.promisedMinutes));
  const [words, setWords] = useState('');
  const [instead, setInstead] = useState<string | null>(null);
  const colleagues = useColleagues(row.unitId);
  const act = useAct<object>(`/api/call-outs/${row.id}/answers`, ['presence'], onDone);
  const errors = act.error?.fields ?? {};
  const comes = coming === 'yes';
  const whole = wholeIn(minutes);
  const body = {
    coming: comes,
    ...(comes && whole !== undefined && { minutes: whole }),
    ...(words.trim() && { words: words.trim() }),
    ...(!comes && instead && { insteadPostId: instead }),
  };
  return (
    <ActDialog
      title={t.answerTitle(row.unit)}
      act={t.answerAct}
      leave={t.answerLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate(body)}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('coming')} />
      <Choice
        name="coming"
        label={`${row.place}：${row.reason}`}
        options={[
          { value: 'yes', label: t.coming },
          { value: 'no', label: t.cannot },
        ]}
        value={coming}
        onChange={setComing}
        error={errors.coming}
      />
      {comes ? (
        <Field name="minutes" label={t.minutes} error={errors.minutes}>
          {(control) => (
            <Input
              {...control}
              value={minutes}
              inputMode="numeric"
              onChange={(event) => setMinutes(event.target.value)}
            />
          )}
        </Field>
      ) : (
        <Field name="insteadPostId" label={t.instead} error={errors.insteadPostId}>
          {(control) => (
            <Select<string>
              {...control}
              allowClear={clear}
              options={colleagues}
              value={instead}
              notFoundContent={t.nothingFound}
              onChange={(chosen) => setInstead(chosen ?? null)}
            />
          )}
        </Field>
      )}
      <Field name="words" label={t.words} error={errors.words} limit={120} typed={words}>
        {(control) => <Input {...control} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
    </ActDialog>
  );
}
