import { Select } from 'antd';
import { type ClockRule, spokenLength } from '../../../../deadlines/clockRule.ts';
import { groundWords } from '../../../../deadlines/grounds.ts';
import { statutoryClocks } from '../../../../deadlines/rules.statutory.ts';
import type { StatutoryClock } from '../../../../deadlines/statutory.ts';
import { Field } from '../../../../ui/Field.tsx';
import { Pick, type PickOption } from '../../../../ui/Pick.tsx';
import { isEverybodys } from '../../../../waits/whoseLimit.ts';
import { Words } from '../../steps/Fields.tsx';
import { textOf } from '../../steps/values.ts';
import { useWords } from '../catalog.ts';
import { limitKey, limitOf, runningLimits } from './clockForms.ts';
import type { OneField } from './fields.ts';
import { PartyField } from './PartyField.tsx';

const spokenRule = ({ length, unit, basis }: ClockRule): string => `${spokenLength(length, unit)}，${basis}`;

const library: readonly PickOption[] = [...statutoryClocks.values()].map(({ rule, body }) => ({
  value: rule.kind,
  label: `${rule.label}（${spokenRule(rule)}）`,
  initials: '',
  group: body,
}));

const chosenLaw = ({ form }: Pick<OneField, 'form'>): StatutoryClock | undefined =>
  statutoryClocks.get(limitOf(textOf(form.values, 'kind')).kind);

/** What a law allows: on which grounds it rests, how far it may be extended and by whom. */
function useAllowed({ rule }: StatutoryClock): string {
  const t = useWords();
  const { pauseGrounds = [], extension } = rule;
  const rests = pauseGrounds.map((ground) => groundWords[ground]).join('、');
  const most =
    extension && (extension.length === null ? t.noCeiling : t.ceiling(spokenLength(extension.length, extension.unit)));
  return [rests && t.mayRest(rests), extension && `${most}${t.approvedBy(extension.by)}`].filter(Boolean).join('　');
}

function LawNote({ law }: { law: StatutoryClock }) {
  const t = useWords();
  const allowed = useAllowed(law);
  const { rule, note } = law;
  return (
    <p className="form-wide second">
      {law.before ? t.countsBackFrom(rule.startEvent ?? '') : t.startsFrom(rule.startEvent ?? '')}　
      {t.bindsWhom(t[`binds_${rule.binds ?? 'ours'}`], rule.who ?? '')}
      {note ? `　${note}。` : ''}
      {allowed ? `　${allowed}` : ''}
    </p>
  );
}

/** Any limit of law, by body, by a part of its name, its law or its article; under it what starts it and whom it binds. */
export function StatutoryField({ form, field, label }: OneField) {
  const t = useWords();
  const law = chosenLaw({ form });
  return (
    <>
      <Field name={field} label={label} span={12} error={form.errors[field]}>
        {(control) => (
          <Pick
            control={control}
            options={library}
            value={textOf(form.values, field)}
            onChange={(value) => form.set(field, value)}
            placeholder={t.byNameOrLaw}
            nothingFound={t.noSuchLimit}
          />
        )}
      </Field>
      {law ? <LawNote law={law} /> : null}
    </>
  );
}

/** Whose it is, of a limit that one party can miss; of a court's or another body's who applied, if anybody is to be told. */
export function LimitPartyField(props: OneField) {
  const t = useWords();
  const law = chosenLaw(props);
  if (!law || law.rule.binds === 'ours' || isEverybodys(law)) return null;
  return <PartyField {...props} label={law.rule.binds === 'party' ? props.label : t.mayBeEmpty(props.label)} />;
}

/** Asked only where the paper says how long, up to what the law allows. */
export function LimitLengthField(props: OneField) {
  return chosenLaw(props)?.atMost ? <Words {...props} limit={undefined} rows={1} /> : null;
}

function RunningField({ view, form, field, label, ours }: OneField & { ours: boolean }) {
  const options = runningLimits(view)
    .filter(({ binds }) => ours || binds !== 'ours')
    .map((clock) => ({
      value: limitKey(clock),
      label: `${clock.label} ${clock.chip}`,
    }));
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
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

export const RunningStatutoryField = (props: OneField) => <RunningField {...props} ours />;

/** Limits of courts, other bodies and parties, with what the law lets be changed. */
export function ChangeableField(props: OneField) {
  const law = chosenLaw(props);
  return (
    <>
      <RunningField {...props} ours={false} />
      {law ? <LawNote law={law} /> : null}
    </>
  );
}

/** Asked only where it rests: the grounds that its law names. */
export function LawGroundField({ form, field, label }: OneField) {
  if (form.values.change !== 'suspend') return null;
  const grounds = chosenLaw({ form })?.rule.pauseGrounds ?? [];
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
      {(control) => (
        <Select
          {...control}
          options={grounds.map((ground) => ({ value: ground, label: groundWords[ground] }))}
          value={textOf(form.values, field) || null}
          onChange={(value) => form.set(field, value)}
        />
      )}
    </Field>
  );
}

export function MoreLengthField(props: OneField) {
  return props.form.values.change === 'extend' ? <Words {...props} limit={undefined} rows={1} /> : null;
}

/** Asked only of a body that is no mediation committee. */
export function PowerField(props: OneField) {
  return props.form.values.way === 'authority' ? <Words {...props} limit={undefined} rows={1} /> : null;
}
