import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { UnitKind } from '../../../network/network.ts';
import { existsAt, isAdministrator, roleTable } from '../../../people/roles.ts';
import type { UserView } from '../../../people/views.ts';
import { roles } from '../../../platform/actor.ts';
import { readDay } from '../../../platform/readDay.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { Pick } from '../../../ui/Pick.tsx';
import { type ApiError, api } from '../api.ts';
import { type RegionEntry, regionsQuery, type UnitEntry, unitsQuery } from '../queries.ts';
import { CountyPick } from '../shell/CountyPick.tsx';
import { useMe, usePost } from '../useMe.ts';
import { useSheetWords } from './sheetWords.ts';
import { usePeopleWords } from './words.ts';

type Props = {
  user: UserView;
  onClose: () => void;
  onDone: (result: { name: string; oneTimePassword: null }) => void;
};

const empty = { unitId: '', role: '', regionCode: '', from: '', to: '' };
type Values = typeof empty;

function useRoleOptions(unit: UnitEntry | undefined) {
  const language = useLanguage();
  const { role: own } = usePost();
  if (!unit) return [];
  return roles
    .filter((role) => existsAt(role, unit.kind as UnitKind) && isAdministrator(role) === (own === 'securityAdmin'))
    .map((role) => ({ value: role, label: roleTable[role][language] }));
}

const below = (region: RegionEntry, unit: UnitEntry): boolean =>
  region.code.startsWith(unit.regionCode.replace(/00$/, '')) && region.code.length >= 12;

function bodyOf(values: Values, today: string) {
  const [from, to] = [readDay(values.from, today, 'future'), readDay(values.to, today, 'future')];
  return {
    unitId: values.unitId,
    role: values.role,
    ...(values.regionCode && { regionCode: values.regionCode }),
    ...(from && { validFrom: from }),
    ...(to && { validTo: to }),
  };
}

/** A post: person, unit, role and, for grid workers, the place; from and to. */
export function GivePost({ user, onClose, onDone }: Props) {
  const t = usePeopleWords();
  const { today } = useMe();
  const post = usePost();
  const [county, setCounty] = useState(post.countyCode);
  const [values, setValues] = useState(empty);
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const units = useQuery(unitsQuery(county)).data ?? [];
  const unit = units.find(({ id }) => id === values.unitId);
  const roleOptions = useRoleOptions(unit);
  const placed = values.role === 'gridWorker';
  const regions = useQuery({ ...regionsQuery(county), enabled: placed }).data ?? [];
  const give = useMutation<unknown, ApiError>({
    mutationFn: () => api.post(`/api/users/${user.id}/posts`, bodyOf(values, today)),
    onSuccess: () => onDone({ name: user.name, oneTimePassword: null }),
  });
  const s = useSheetWords();
  const held = user.posts
    .filter(({ validTo }) => validTo === null || validTo >= today)
    .map(({ unitShort, roleLabel }) => `${unitShort} ${roleLabel}`);
  const role = roleOptions.find(({ value }) => value === values.role)?.label;
  const given = unit && role ? [`${unit.short} ${role}`] : [];
  const wrong = give.error?.fields ?? {};
  return (
    <ActDialog
      title={t.giveTitle(user.name)}
      act={t.giveAct}
      leave={t.giveLeave}
      isPending={give.isPending}
      error={give.error}
      onAct={() => give.mutate()}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('unitId')} />
      <CountyPick value={county} onChange={setCounty} />
      <Field name="unitId" label={t.unit} error={wrong.unitId}>
        {(control) => (
          <Pick
            control={control}
            options={units.map(({ id, name, initials }) => ({ value: id, label: name, initials }))}
            value={values.unitId}
            onChange={(unitId) => set({ unitId, role: '', regionCode: '' })}
            placeholder={t.unitPlaceholder}
            nothingFound={t.nothing}
          />
        )}
      </Field>
      <Field name="role" label={t.role} error={wrong.role}>
        {(control) => (
          <Select
            {...control}
            value={values.role || null}
            options={roleOptions}
            placeholder={t.rolePlaceholder}
            notFoundContent={t.rolePlaceholder}
            onChange={(role: string) => set({ role })}
          />
        )}
      </Field>
      {placed && unit && (
        <Field name="regionCode" label={t.region} error={wrong.regionCode}>
          {(control) => (
            <Pick
              control={control}
              options={regions
                .filter((region) => below(region, unit))
                .map(({ code, name, initials }) => ({ value: code, label: name, initials }))}
              value={values.regionCode}
              onChange={(regionCode) => set({ regionCode })}
              placeholder={t.unitPlaceholder}
              nothingFound={t.nothing}
            />
          )}
        </Field>
      )}
      <DayInput
        name="validFrom"
        label={t.first}
        value={values.from}
        onChange={(from) => set({ from })}
        today={today}
        nearest="future"
        placeholder={t.dayHint}
        error={wrong.validFrom}
      />
      <DayInput
        name="validTo"
        label={t.last}
        value={values.to}
        onChange={(to) => set({ to })}
        today={today}
        nearest="future"
        placeholder={t.dayHint}
        error={wrong.validTo}
      />
      <section className="consequences" aria-label={s.title}>
        <p>{s.now(held.join('、') || s.none)}</p>
        <p>
          <b>{s.after([...held, ...given].join('、') || s.none)}</b>
        </p>
      </section>
      <p>{t.giveTold}</p>
    </ActDialog>
  );
}
