import { Select } from 'antd';
import { isAdministrator } from '../../../../people/roles.ts';
import { Field } from '../../../../ui/Field.tsx';
import { matchRank, type PickOption } from '../../../../ui/Pick.tsx';
import { listOf, textOf } from '../../steps/values.ts';
import { type FieldsProps, useLabel } from './fields.ts';
import { usePosts, useUnits } from './References.tsx';

/** Who is in the task force: first from which units, then who of them, then who leads. */
export function TaskForceFields({ view, step, form }: FieldsProps) {
  const label = useLabel(step);
  const { options: units } = useUnits(view.countyCode);
  const chosen = listOf(form.values, 'units');
  const posts = usePosts(chosen).filter(({ role }) => !isAdministrator(role));
  const known = (view.taskForce?.people ?? []).map(({ postId, name, unit }) => ({
    postId,
    label: `${name}（${unit}）`,
  }));
  const found = posts.map(({ postId, name, roleLabel }) => ({ postId, label: `${name}（${roleLabel}）` }));
  const options = [...new Map([...known, ...found].map((each) => [each.postId, each])).values()].map(
    ({ postId, label: words }) => ({ value: postId, label: words }),
  );
  const members = listOf(form.values, 'memberPostIds');
  return (
    <>
      <Field name="units" label={label('units')} span={12}>
        {(control) => (
          <Select<string[], PickOption>
            {...control}
            mode="multiple"
            style={{ width: '100%' }}
            showSearch={{
              filterOption: (typed, option) => option !== undefined && matchRank(option, typed) !== null,
            }}
            options={units}
            notFoundContent={null}
            value={[...chosen]}
            onChange={(value) => form.set('units', value)}
          />
        )}
      </Field>
      <Field name="memberPostIds" label={label('memberPostIds')} span={12} error={form.errors.memberPostIds}>
        {({ status, ...control }) => (
          <Select<string[]>
            {...control}
            {...(status ? { status } : {})}
            mode="multiple"
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            options={options}
            notFoundContent={null}
            value={[...members]}
            onChange={(value) => form.set('memberPostIds', value)}
          />
        )}
      </Field>
      <Field name="leaderPostId" label={label('leaderPostId')} span={12} error={form.errors.leaderPostId}>
        {(control) => (
          <Select
            {...control}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            options={options.filter(({ value }) => members.includes(value))}
            notFoundContent={null}
            value={textOf(form.values, 'leaderPostId') || null}
            onChange={(value) => form.set('leaderPostId', value)}
          />
        )}
      </Field>
    </>
  );
}
