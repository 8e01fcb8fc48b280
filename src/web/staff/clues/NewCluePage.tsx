import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useMemo, useState } from 'react';
import { type ClueKind, clueKindLabels, clueKinds } from '../../../clues/clue.ts';
import { townshipOf } from '../../../network/regionCode.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { useDraft } from '../../../ui/draft.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { Pick } from '../../../ui/Pick.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api, newCommandId } from '../api.ts';
import { placeOptions } from '../intake/Where.tsx';
import { queryClient, regionsQuery } from '../queries.ts';
import { Uploads } from '../Uploads.tsx';
import { useMe, usePost } from '../useMe.ts';
import './clues.css';
import { useClueWords } from './words.ts';

type Photo = { id: string; name: string; size: number };
type Form = {
  kind: ClueKind | '';
  urgent: boolean;
  text: string;
  regionCode: string;
  place: string;
  photos: Photo[];
  commandId: string;
};

/** Where this post stands, when that is small enough to be a place. */
const ownPlace = (regionCode: string): string => (regionCode.length >= 12 ? regionCode : '');

function useReporting() {
  const t = useClueWords();
  const { user } = useMe();
  const { regionCode } = usePost();
  const fresh = (): Form => ({
    ...{ kind: '', urgent: false, text: '', place: '', photos: [] },
    regionCode: ownPlace(regionCode),
    commandId: newCommandId(),
  });
  const draft = useDraft(user.id, 'clue', fresh, 72);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const sending = useMutation<{ id: string }, ApiError, Form>({
    mutationFn: ({ photos, ...form }) => api.post('/api/clues', { ...form, uploads: photos.map(({ id }) => id) }),
    onSuccess: () => {
      draft.clear();
      void queryClient.invalidateQueries({ queryKey: ['clues'] });
    },
  });
  const send = () => {
    const { kind, text, regionCode: where } = draft.value;
    const found = {
      ...(text.trim().length < 4 && { text: t.needText }),
      ...(kind === '' && { kind: t.needKind }),
      ...(where === '' && { regionCode: t.needPlace }),
    };
    setMissing(found);
    if (Object.keys(found).length === 0 && !sending.isPending) sending.mutate(draft.value);
  };
  return { draft, sending, send, errors: { ...sending.error?.fields, ...missing } as Record<string, string> };
}

/** From the first tap to sent in under a minute, by one thumb: words, kind, photo; the place is known already. */
export function NewCluePage() {
  const t = useClueWords();
  const language = useLanguage();
  const { countyCode, regionCode: own } = usePost();
  const { draft, sending, send, errors } = useReporting();
  const { value, set } = draft;
  usePageTitle(t.newTitle);
  const regions = useQuery(regionsQuery(countyCode));
  const township = townshipOf(own);
  const options = useMemo(
    () => placeOptions(regions.data ?? []).filter((place) => township === null || place.value.startsWith(township)),
    [regions.data, township],
  );
  const patch = (part: Partial<Form>) => set((old) => ({ ...old, ...part }));
  if (sending.isSuccess)
    return (
      <div className="page clues-page">
        <Strip>{t.reported}</Strip>
        <div className="row">
          <Button onClick={() => sending.reset()}>{t.another}</Button>
          <Link to="/clues">{t.toList}</Link>
        </div>
      </div>
    );
  return (
    <div className="page clues-page">
      <h1>{t.newTitle}</h1>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, sentence]) => ({ field, sentence }))}
        message={Object.keys(errors).length > 0 ? undefined : sending.error?.message}
        requestId={sending.error?.kind === 'bug' ? sending.error.requestId : undefined}
        idOf={fieldId}
      />
      <div className="stack">
        <Field name="text" label={t.what} error={errors.text} hint={t.whatHint} limit={500} typed={value.text}>
          {(control) => (
            <Input.TextArea
              {...control}
              value={value.text}
              autoSize={{ minRows: 3, maxRows: 8 }}
              onChange={({ target }) => patch({ text: target.value })}
            />
          )}
        </Field>
        <Choice
          name="kind"
          label={t.kind}
          value={value.kind}
          options={clueKinds.map((kind) => ({ value: kind, label: clueKindLabels[kind][language] }))}
          onChange={(kind) => patch({ kind })}
          error={errors.kind}
        />
        <Uploads
          id="f-uploads"
          label={t.photo}
          photos
          files={value.photos}
          onAdd={(photo) => set((old) => ({ ...old, photos: [...old.photos, photo] }))}
          onRemove={(id) => set((old) => ({ ...old, photos: old.photos.filter((photo) => photo.id !== id) }))}
          error={errors.uploads}
        />
        <Field name="regionCode" label={t.where} error={errors.regionCode}>
          {(control) => (
            <Pick
              control={control}
              options={options}
              value={value.regionCode}
              onChange={(regionCode) => patch({ regionCode })}
              placeholder={t.whereHint}
              nothingFound={t.nowhere}
              loading={regions.isPending}
            />
          )}
        </Field>
        <Field name="place" label={t.place} limit={100} typed={value.place}>
          {(control) => (
            <Input
              {...control}
              value={value.place}
              placeholder={t.placeHint}
              onChange={({ target }) => patch({ place: target.value })}
            />
          )}
        </Field>
        <Checkbox checked={value.urgent} onChange={({ target }) => patch({ urgent: target.checked })}>
          {t.isUrgent}
        </Checkbox>
        {value.urgent ? <Strip tone="late">{t.urgentNote}</Strip> : null}
      </div>
      <div className="thumb">
        <span className="second" role="status">
          {draft.kept ? t.kept : ''}
        </span>
        <Button type="primary" size="large" className="thumb-button" loading={sending.isPending} onClick={send}>
          {sending.isPending ? t.sending : t.send}
        </Button>
      </div>
    </div>
  );
}
