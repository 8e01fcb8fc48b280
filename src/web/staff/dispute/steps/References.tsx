import { useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { CountyRules } from '../../../../disputes/rules.ts';
import { takesDisputes } from '../../../../people/doors.ts';
import { isAdministrator } from '../../../../people/roles.ts';
import { Field } from '../../../../ui/Field.tsx';
import { matchRank, Pick, type PickOption } from '../../../../ui/Pick.tsx';
import { api } from '../../api.ts';
import { LegalCaution } from '../../LegalCaution.tsx';
import { unitsQuery } from '../../queries.ts';
import { listOf, textOf } from '../../steps/values.ts';
import { useWords } from '../catalog.ts';
import type { OneField } from './fields.ts';

const CITY = '140100';

/** Units that a dispute can go to: of its county, and of the city above it. */
export function useUnits(countyCode: string): { options: PickOption[]; nameOf: (id: string) => string } {
  const counties = countyCode === CITY ? [CITY] : [countyCode, CITY];
  const answers = useQueries({ queries: counties.map((county) => unitsQuery(county)) });
  const units = answers.flatMap((answer) => answer.data ?? []);
  const options = units.map((unit) => ({
    value: unit.id,
    label: unit.short === unit.name ? unit.name : `${unit.short}（${unit.name}）`,
    initials: unit.initials,
  }));
  return { options, nameOf: (id) => units.find((unit) => unit.id === id)?.short ?? '' };
}

export function UnitField({ view, form, field, label }: OneField) {
  const t = useWords();
  const { options } = useUnits(view.countyCode);
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
      {(control) => (
        <Pick
          control={control}
          options={options}
          value={textOf(form.values, field)}
          onChange={(value) => form.set(field, value)}
          placeholder={t.byInitials}
          nothingFound={t.nothingFound}
        />
      )}
    </Field>
  );
}

/** Several units, each by its initials. */
export function UnitsField({ view, form, field, label, span, except }: OneField & { span: number; except: string }) {
  const t = useWords();
  const { options } = useUnits(view.countyCode);
  return (
    <Field name={field} label={label} span={span} error={form.errors[field]}>
      {({ status, ...control }) => (
        <Select<string[], PickOption>
          {...control}
          {...(status ? { status } : {})}
          mode="multiple"
          style={{ width: '100%' }}
          showSearch={{
            filterOption: (typed, option) => option !== undefined && matchRank(option, typed) !== null,
            filterSort: (a, b, { searchValue }) => (matchRank(a, searchValue) ?? 9) - (matchRank(b, searchValue) ?? 9),
          }}
          options={options.filter((option) => option.value !== except)}
          value={[...listOf(form.values, field)]}
          onChange={(value) => form.set(field, value)}
          placeholder={t.byInitials}
          notFoundContent={t.nothingFound}
        />
      )}
    </Field>
  );
}

type Post = { postId: string; name: string; role: string; roleLabel: string };

export function usePosts(unitIds: readonly string[]): Post[] {
  const answers = useQueries({
    queries: unitIds.map((id) => ({
      queryKey: ['posts', id],
      queryFn: () => api.get<Post[]>(`/api/units/${id}/posts`),
      staleTime: 300_000,
    })),
  });
  return answers.flatMap((answer) => answer.data ?? []);
}

/** People of the lead unit who can take a matter. */
export function PostField({ view, form, field, label }: OneField) {
  const t = useWords();
  const posts = usePosts(view.leadUnit ? [view.leadUnit.id] : []).filter((post) => takesDisputes(post.role));
  const options = posts.map((post) => ({ value: post.postId, label: `${post.name}（${post.roleLabel}）` }));
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          options={options}
          value={textOf(form.values, field) || null}
          onChange={(value) => form.set(field, value)}
          notFoundContent={t.nobodyThere}
        />
      )}
    </Field>
  );
}

/** Named people of a restricted matter: of the receiving center and of the lead unit. Administrators see no matters. */
export function NamedPosts({ view, form, field, label }: OneField) {
  const units = [view.center.id, ...(view.leadUnit ? [view.leadUnit.id] : [])];
  const posts = usePosts([...new Set(units)]).filter(({ role }) => !isAdministrator(role));
  const options = [
    ...posts.map((post) => ({ value: post.postId, label: `${post.name}（${post.roleLabel}）` })),
    // Named before, and of another unit.
    ...view.named
      .filter(({ postId }) => posts.every((post) => post.postId !== postId))
      .map(({ postId, name }) => ({ value: postId, label: name })),
  ];
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
      {({ status, ...control }) => (
        <Select<string[]>
          {...control}
          {...(status ? { status } : {})}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          options={options}
          value={[...listOf(form.values, field)]}
          onChange={(value) => form.set(field, value)}
        />
      )}
    </Field>
  );
}

/** Grounds for declining as the county keeps them; choosing one fills in where to go instead. */
export function GroundField({ form, field, label }: OneField) {
  const { data } = useQuery({
    queryKey: ['settings'],
    queryFn: () => api.get<{ rules: DeclineRules }>('/api/settings'),
    staleTime: 300_000,
  });
  const grounds = data?.rules.intake.declineGrounds ?? [];
  const chosen = grounds.find((ground) => ground.code === form.values[field]);
  return (
    <Field
      name={field}
      label={label}
      span={12}
      error={form.errors[field]}
      hint={
        chosen && (
          <>
            {chosen.basis}
            <LegalCaution id={`ground:${chosen.code}`} />
          </>
        )
      }
    >
      {(control) => (
        <Select
          {...control}
          style={{ width: '100%' }}
          options={grounds.map((ground) => ({ value: ground.code, label: ground.label }))}
          value={textOf(form.values, field) || null}
          onChange={(code: string) => {
            const ground = grounds.find((each) => each.code === code);
            form.set(field, code);
            if (ground && textOf(form.values, 'goTo') === '') form.set('goTo', ground.goTo);
          }}
        />
      )}
    </Field>
  );
}
type DeclineRules = { intake: CountyRules['intake'] };
