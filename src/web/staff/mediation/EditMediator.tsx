import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { profileStates } from '../../../mediation/bodies.ts';
import type { MediationBodies, MediatorView } from '../../../mediation/bodyViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { type ApiError, api } from '../api.ts';
import { categoriesQuery } from '../queries.ts';
import { Line, Many, One } from './FormFields.tsx';
import { mediatorInput, typedMediator } from './typed.ts';
import { useMediationWords } from './words.ts';

type Props = { mediator: MediatorView; all: MediationBodies; onClose: () => void; onDone: () => void };

/** Facts of duty about one mediator: what he knows, what he speaks, until when he serves. */
export function EditMediator({ mediator, all, onClose, onDone }: Props) {
  const t = useMediationWords();
  const categories = useQuery(categoriesQuery).data ?? [];
  const [typed, setTyped] = useState(() => typedMediator(mediator.form));
  const save = useMutation<unknown, ApiError>({
    mutationFn: () => api.put(`/api/mediators/${mediator.postId}`, mediatorInput(typed)),
    onSuccess: onDone,
  });
  const form = {
    typed,
    set: (field: string, value: (typeof typed)[string]) => setTyped({ ...typed, [field]: value }),
    error: save.error,
  };
  const studios = all.bodies.filter(({ form: { kind } }) => kind === 'studio');
  return (
    <ActDialog
      title={t.editMediator(mediator.name)}
      act={t.save}
      leave={t.leave}
      isPending={save.isPending}
      error={save.error}
      onAct={() => save.mutate()}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('skills')} />
      <Many
        {...{ form, field: 'skills', label: t.skills }}
        options={categories.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Line {...{ form, field: 'fields', label: t.fields, hint: t.fieldsHint }} />
      <Line {...{ form, field: 'languages', label: t.languages, hint: t.languagesHint }} />
      <Line {...{ form, field: 'termFrom', label: t.termFrom, hint: t.dayHint }} />
      <Line {...{ form, field: 'termTo', label: t.termTo, hint: t.dayHint }} />
      <One
        {...{ form, field: 'status', label: t.status }}
        options={profileStates.map((value) => ({ value, label: t[`state_${value}`] }))}
      />
      <One
        {...{ form, field: 'studioUnitId', label: t.studio, empty: t.none }}
        options={studios.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      />
      <Line {...{ form, field: 'note', label: t.note }} />
    </ActDialog>
  );
}
