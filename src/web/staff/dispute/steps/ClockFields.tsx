import { Button, Input, Select } from 'antd';
import { spokenLength } from '../../../../deadlines/clockRule.ts';
import { Field } from '../../../../ui/Field.tsx';
import { textOf } from '../../steps/values.ts';
import { useWords } from '../catalog.ts';
import type { TypedNode } from './clockForms.ts';
import type { FieldsProps, OneField } from './fields.ts';

/** Which clock gets more time; under it what its rule allows, who approves by it, and whether a plan is needed. */
export function ExtendableField({ view, form, field, label }: OneField) {
  const t = useWords();
  const chosen = view.extendable.find(({ kind }) => kind === textOf(form.values, field));
  const hint = chosen
    ? [
        chosen.lengthLeft === null ? t.noCeiling : t.ceiling(spokenLength(chosen.lengthLeft, chosen.unit)),
        t.approvedBy(chosen.by),
        chosen.needsPlan ? t.planNeeded : '',
      ].join('')
    : undefined;
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]} hint={hint}>
      {(control) => (
        <Select
          {...control}
          options={view.extendable.map((each) => ({
            value: each.kind,
            label: `${each.label}（${t.unitOf(each.unit)}）`,
          }))}
          value={textOf(form.values, field) || null}
          onChange={(value) => form.set(field, value)}
        />
      )}
    </Field>
  );
}

/** 时间节点和方案: a day and what is done by it, one line each. */
export function PlanField({ view, form, field, label }: OneField) {
  const t = useWords();
  const needed = view.extendable.some(({ kind, needsPlan }) => needsPlan && kind === form.values.clockKind);
  const nodes = (form.values[field] ?? []) as TypedNode[];
  const set = (index: number, change: Partial<TypedNode>) =>
    form.set(
      field,
      nodes.map((node, at) => (at === index ? { ...node, ...change } : node)),
    );
  return (
    <fieldset className="settle-items form-wide">
      <legend>{needed ? label : t.mayBeEmpty(label)}</legend>
      {form.errors[field] ? (
        <div className="field-error" role="alert">
          {form.errors[field]}
        </div>
      ) : null}
      {nodes.map((node, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nodes have no identity but their place
        <div className="form-grid" key={index}>
          <Field name={`${field}.${index}.on`} label={t.nodeDay} span={4} error={form.errors[`${field}.${index}.on`]}>
            {(control) => (
              <Input {...control} value={node.on} onChange={(event) => set(index, { on: event.target.value })} />
            )}
          </Field>
          <Field
            name={`${field}.${index}.what`}
            label={t.nodeWhat}
            span={8}
            error={form.errors[`${field}.${index}.what`]}
          >
            {(control) => (
              <Input {...control} value={node.what} onChange={(event) => set(index, { what: event.target.value })} />
            )}
          </Field>
        </div>
      ))}
      <Button size="small" onClick={() => form.set(field, [...nodes, { on: '', what: '' }])}>
        {t.addNode}
      </Button>
    </fieldset>
  );
}

/** Only a unit that helps already can be waited for: it has to know. */
export function SupporterField({ view, form, field, label }: OneField) {
  const t = useWords();
  if (form.values.ground !== 'otherUnit') return null;
  const options = view.supportingUnits.map(({ unit }) => ({ value: unit.id, label: unit.name }));
  return (
    <Field
      name={field}
      label={label}
      span={12}
      error={form.errors[field]}
      hint={options.length ? undefined : t.inviteFirst}
    >
      {(control) => (
        <Select
          {...control}
          options={options}
          value={textOf(form.values, field) || null}
          onChange={(value) => form.set(field, value)}
        />
      )}
    </Field>
  );
}

/** What the approver decides on: whose request, for how long, why, by which plan, and from which date to which. */
export function ExtensionAsked({ view }: FieldsProps) {
  const t = useWords();
  const asked = view.extensionAsked;
  if (!asked) return null;
  return (
    <dl className="matter-facts fact-narrow form-wide">
      <dt>{t.askedBy}</dt>
      <dd>
        {asked.askedBy}：{asked.label} {asked.length}
        {asked.late ? `（${t.askedLate}）` : ''}
      </dd>
      <dt>{t.newDue}</dt>
      <dd>
        {asked.from ?? t.standsStill} → <b>{asked.to ?? t.standsStill}</b>
      </dd>
      <dt>{t.whyMore}</dt>
      <dd>{asked.reason}</dd>
      <dt>{t.datedPlan}</dt>
      <dd>{asked.plan || t.unfilled}</dd>
    </dl>
  );
}
