import { useMutation } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { bodyKinds, bodyKindWords, memberParts, partWords } from '../../../mediation/bodies.ts';
import type { BodyView, MediationBodies } from '../../../mediation/bodyViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { type ApiError, api } from '../api.ts';
import { Line, Many, One } from './FormFields.tsx';
import { bodyInput, typedBody } from './typed.ts';
import { useMediationWords } from './words.ts';

type Props = { body: BodyView; all: MediationBodies; onClose: () => void; onDone: () => void };

/** What a unit is as a mediation body. A team is made of people in office, each with the part they play in it. */
export function EditBody({ body, all, onClose, onDone }: Props) {
  const t = useMediationWords();
  const language = useLanguage();
  const [typed, setTyped] = useState(() => typedBody(body.form));
  const save = useMutation<unknown, ApiError>({
    mutationFn: () => api.put(`/api/mediation-bodies/${body.unitId}`, bodyInput(typed)),
    onSuccess: onDone,
  });
  const form = {
    typed,
    set: (field: string, value: (typeof typed)[string]) => setTyped({ ...typed, [field]: value }),
    error: save.error,
  };
  const others = all.bodies.filter(({ unitId }) => unitId !== body.unitId);
  const people = all.colleagues.map(({ postId, name, unit, role }) => ({
    value: postId,
    label: `${name}（${unit} ${role}）`,
  }));
  return (
    <ActDialog
      title={t.editBody(body.name)}
      act={t.save}
      leave={t.leave}
      isPending={save.isPending}
      error={save.error}
      onAct={() => save.mutate()}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('kind')} />
      <One
        {...{ form, field: 'kind', label: t.kind }}
        options={bodyKinds.map((value) => ({ value, label: bodyKindWords[value][language] }))}
      />
      <One
        {...{ form, field: 'parentUnitId', label: t.parent, empty: t.none }}
        options={others.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      />
      <Line {...{ form, field: 'members', label: t.members }} />
      <Line {...{ form, field: 'women', label: t.women }} />
      <Line {...{ form, field: 'termFrom', label: t.termFrom, hint: t.dayHint }} />
      <Line {...{ form, field: 'termTo', label: t.termTo, hint: t.dayHint }} />
      <Line {...{ form, field: 'sealKeptBy', label: t.sealKeptBy }} />
      <Line {...{ form, field: 'foundedOn', label: t.foundedOn, hint: t.dayHint }} />
      <Line {...{ form, field: 'address', label: t.address }} />
      {typed.kind === 'team'
        ? memberParts.map((part) => (
            <Many key={part} {...{ form, field: part, label: partWords[part][language], options: people }} />
          ))
        : null}
      {save.error?.fields.team ? (
        <div className="field-error" role="alert">
          {save.error.fields.team}
        </div>
      ) : null}
      <Checkbox
        id={fieldId('charges')}
        checked={typed.charges === true}
        onChange={(event) => form.set('charges', event.target.checked)}
      >
        {t.charges}
      </Checkbox>
      <Line {...{ form, field: 'note', label: t.note }} />
    </ActDialog>
  );
}
