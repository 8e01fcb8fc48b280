import { useQuery } from '@tanstack/react-query';
import { dayOf, now } from '../../../../platform/now.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { Several } from '../../../../ui/Several.tsx';
import type { FieldsProps } from '../steps/fields.ts';
import './agreement.css';
import { Beside } from './Beside.tsx';
import { useWords } from './catalog.ts';
import { type Typed, typedOf, unwritten } from './convert.ts';
import { agreementsQuery } from './queries.ts';
import { type Part, Terms } from './Terms.tsx';
import { WordsField } from './WordsField.tsx';

/** A new one, or the next version of one that is there. */
function Beginning({ view, form }: FieldsProps) {
  const t = useWords();
  const { data } = useQuery(agreementsQuery(view.code));
  const all = data?.agreements ?? [];
  if (all.length === 0) return null;
  const options = [
    { value: '', label: t.anew },
    ...all.map(({ id, number, version }) => ({ value: id, label: t.goOn(number ?? '', version) })),
  ];
  const begin = (id: string) => {
    const found = all.find((each) => each.id === id);
    const newest = found?.versions[0];
    form.set('agreementId', id);
    form.set('agreement', newest ? typedOf(newest.agreement) : unwritten(view).agreement);
  };
  const chosen = String(form.values.agreementId);
  const locked = all.find(({ id }) => id === chosen)?.lockedAt;
  return (
    <Choice
      name="agreementId"
      label={t.from}
      span={12}
      options={options}
      value={chosen}
      onChange={begin}
      hint={locked ? t.lockedNote : undefined}
    />
  );
}

function Head({ view, form, typed, change }: FieldsProps & Part) {
  const t = useWords();
  const principals = view.parties.filter(({ representsPartyId }) => representsPartyId === null);
  return (
    <>
      <Choice
        name="agreement.form"
        label={t.form}
        span={12}
        options={(['written', 'oral'] as const).map((value) => ({ value, label: t[value] }))}
        value={typed.form}
        onChange={(value) => change({ form: value })}
      />
      <Several
        name="agreement.partyIds"
        label={t.parties}
        span={12}
        options={principals.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.partyIds}
        onChange={(partyIds) => change({ partyIds })}
        error={form.errors['agreement.partyIds']}
      />
      <WordsField
        form={form}
        at="facts"
        label={t.facts}
        limit={2000}
        lines={2}
        value={typed.facts}
        onChange={(facts) => change({ facts })}
      />
      <WordsField
        form={form}
        at="points"
        label={t.points}
        limit={1000}
        value={typed.points}
        onChange={(points) => change({ points })}
      />
    </>
  );
}

function Foot({ form, typed, change }: { form: FieldsProps['form'] } & Part) {
  const t = useWords();
  const line = (at: 'costs' | 'place' | 'committee' | 'mediators', limit: number) => (
    <WordsField
      form={form}
      at={at}
      label={t[at]}
      span={6}
      limit={limit}
      value={typed[at]}
      onChange={(value) => change({ [at]: value })}
    />
  );
  return (
    <>
      <WordsField
        form={form}
        at="totalCents"
        label={t.total}
        span={6}
        value={typed.total}
        amount
        onChange={(total) => change({ total })}
      />
      {line('costs', 300)}
      <WordsField
        form={form}
        at="copies"
        label={t.copies}
        span={6}
        value={typed.copies}
        onChange={(copies) => change({ copies })}
      />
      <DayInput
        name="agreement.madeOn"
        label={t.madeOn}
        span={6}
        value={typed.madeOn}
        onChange={(madeOn) => change({ madeOn })}
        today={dayOf(now())}
        nearest="past"
        placeholder="10-14"
        error={form.errors['agreement.madeOn']}
      />
      {line('place', 200)}
      {line('committee', 80)}
      {line('mediators', 200)}
    </>
  );
}

/** 写协议: the terms on the left, what they come to on the right. */
export function AgreementFields(props: FieldsProps) {
  const { view, form } = props;
  const t = useWords();
  const typed = form.values.agreement as Typed;
  const change = (patch: Partial<Typed>) => form.set('agreement', { ...typed, ...patch });
  const reason = String(form.values.reason);
  return (
    <div className="form-wide agreement-desk">
      <div className="form-grid agreement-fields">
        <Beginning {...props} />
        <Head {...props} typed={typed} change={change} />
        <Terms {...props} typed={typed} change={change} />
        <Foot form={form} typed={typed} change={change} />
        {form.values.agreementId === '' ? null : (
          <WordsField
            form={form}
            at="reason"
            label={t.reason}
            limit={300}
            value={reason}
            onChange={(value) => form.set('reason', value)}
          />
        )}
      </div>
      <Beside view={view} values={form.values} />
    </div>
  );
}
