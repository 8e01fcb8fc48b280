import { Button, Input, Select } from 'antd';
import type { DisputeView } from '../../../disputes/views.ts';
import { dayOf, now } from '../../../platform/now.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field } from '../../../ui/Field.tsx';
import { emptyShare, sharesFit, type TypedGroup, type TypedShare } from './groupForm.ts';
import { useRosterWords } from './words.ts';

type Props = {
  view: DisputeView;
  typed: TypedGroup;
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<TypedGroup>) => void;
};

function Shares({ typed, onChange }: Pick<Props, 'typed' | 'onChange'>) {
  const t = useRosterWords();
  const { shares } = typed;
  const put = (key: string, change: Partial<TypedShare>) =>
    onChange({ shares: shares.map((each) => (each.key === key ? { ...each, ...change } : each)) });
  return (
    <fieldset className="stack">
      <legend>{t.shares}</legend>
      {shares.map((share, index) => (
        <div key={share.key} className="row">
          <Field name={`shares.${index}.percent`} label={`${t.share}（${index + 1}）`}>
            {(control) => (
              <Input
                {...control}
                value={share.percent}
                style={{ width: 120 }}
                onChange={({ target }) => put(share.key, { percent: target.value })}
              />
            )}
          </Field>
          <DayInput
            name={`shares.${index}.due`}
            label={`${t.due}（${index + 1}）`}
            value={share.due}
            today={dayOf(now())}
            nearest="future"
            placeholder="2026-12-31"
            onChange={(due) => put(share.key, { due })}
          />
          {shares.length > 1 ? (
            <Button size="small" onClick={() => onChange({ shares: shares.filter(({ key }) => key !== share.key) })}>
              {t.removeItem}
            </Button>
          ) : null}
        </div>
      ))}
      {sharesFit(shares) ? null : <p role="status">{t.percentOff}</p>}
      <div>
        <Button size="small" onClick={() => onChange({ shares: [...shares, emptyShare()] })}>
          {t.addShare}
        </Button>
      </div>
    </fieldset>
  );
}

/** The terms that all of a group share. */
export function GroupFields({ view, typed, errors, onChange }: Props) {
  const t = useRosterWords();
  type Line =
    | 'facts'
    | 'points'
    | 'forWhat'
    | 'ifNot'
    | 'extra'
    | 'madeOn'
    | 'place'
    | 'committee'
    | 'mediators'
    | 'copies';
  const line = (name: Line, label: string, limit: number, error?: string, rows = 1) => (
    <Field name={name} label={label} error={error} limit={limit} typed={typed[name]}>
      {(control) =>
        rows > 1 ? (
          <Input.TextArea
            {...control}
            rows={rows}
            value={typed[name]}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        ) : (
          <Input {...control} value={typed[name]} onChange={({ target }) => onChange({ [name]: target.value })} />
        )
      }
    </Field>
  );
  const payers = view.parties.filter(
    ({ side, representsPartyId }) => side !== 'applicant' && representsPartyId === null,
  );
  return (
    <div className="group-form">
      {line('facts', t.facts, 2000, errors['terms.facts'], 3)}
      {line('points', t.points, 1000, errors['terms.points'])}
      <Field name="payerId" label={t.payer} error={errors['terms.partyIds']}>
        {({ status, ...control }) => (
          <Select<string>
            {...control}
            {...(status ? { status } : {})}
            notFoundContent={null}
            options={payers.map(({ id, name }) => ({ value: id, label: name }))}
            value={typed.payerId || null}
            onChange={(payerId) => onChange({ payerId })}
          />
        )}
      </Field>
      {line('forWhat', t.forWhat, 600, errors['terms.terms.0.text'])}
      <Shares typed={typed} onChange={onChange} />
      {line('ifNot', t.ifNot, 300, errors['terms.terms.0.ifNot'])}
      {line('extra', t.extra, 3000, undefined, 3)}
      {line('madeOn', t.madeOn, 20, errors['terms.madeOn'])}
      {line('place', t.place, 200, errors['terms.place'])}
      {line('committee', t.committee, 80, errors['terms.committee'])}
      {line('mediators', t.mediators, 200, errors['terms.mediators'])}
      {line('copies', t.copies, 3, errors['terms.copies'])}
    </div>
  );
}
