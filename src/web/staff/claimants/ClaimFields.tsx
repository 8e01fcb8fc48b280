import { Button, Input, Select } from 'antd';
import {
  type ClaimItemKind,
  claimItemKinds,
  type EvidenceKind,
  evidenceKinds,
} from '../../../claimants/data/claimItems.ts';
import { Field } from '../../../ui/Field.tsx';
import { emptyItem, itemsOf, type TypedClaim, type TypedItem } from './claimForm.ts';
import { useRosterWords } from './words.ts';

type Errors = Readonly<Record<string, string>>;
type Props = {
  claim: TypedClaim;
  errors: Errors;
  /** The last four figures of an account that is registered. */
  last4: string | null;
  onChange: (change: Partial<TypedClaim>) => void;
};

function Items({ claim, errors, onChange }: Pick<Props, 'claim' | 'errors' | 'onChange'>) {
  const t = useRosterWords();
  const { items } = claim;
  const put = (key: string, change: Partial<TypedItem>) =>
    onChange({ items: items.map((each) => (each.key === key ? { ...each, ...change } : each)) });
  return (
    <Field name="items" label={t.items} error={errors.items ?? itemsOf(items).problem ?? undefined}>
      {(control) => (
        <div className="stack">
          {items.map((item, index) => (
            <div key={item.key} className="row">
              <Select<ClaimItemKind>
                aria-label={`${t.itemKind} ${index + 1}`}
                value={item.kind}
                style={{ width: 180 }}
                options={claimItemKinds.map((value) => ({ value, label: t.item(value) }))}
                onChange={(kind) => put(item.key, { kind })}
              />
              <Input
                {...(index === 0 ? control : {})}
                aria-label={`${t.items} ${index + 1}`}
                value={item.amount}
                style={{ width: 160 }}
                onChange={(event) => put(item.key, { amount: event.target.value })}
              />
              {items.length > 1 ? (
                <Button size="small" onClick={() => onChange({ items: items.filter(({ key }) => key !== item.key) })}>
                  {t.removeItem}
                </Button>
              ) : null}
            </div>
          ))}
          <div>
            <Button size="small" onClick={() => onChange({ items: [...items, { ...emptyItem(), kind: 'other' }] })}>
              {t.addItem}
            </Button>
          </div>
        </div>
      )}
    </Field>
  );
}

/** What somebody asks for, what shows it, where the money goes. */
export function ClaimFields({ claim, errors, last4, onChange }: Props) {
  const t = useRosterWords();
  const line = (
    name: 'period' | 'evidenceNote' | 'bank' | 'note' | 'account',
    label: string,
    limit: number,
    hint?: string,
  ) => (
    <Field name={name} label={label} error={errors[name]} limit={limit} typed={claim[name]} hint={hint}>
      {(control) => (
        <Input {...control} value={claim[name]} onChange={(event) => onChange({ [name]: event.target.value })} />
      )}
    </Field>
  );
  return (
    <>
      <Items claim={claim} errors={errors} onChange={onChange} />
      {line('period', t.period, 100)}
      <Field name="evidence" label={t.evidence} error={errors.evidence}>
        {({ status, ...control }) => (
          <Select<EvidenceKind[]>
            {...control}
            {...(status ? { status } : {})}
            mode="multiple"
            value={claim.evidence}
            notFoundContent={null}
            options={(Object.keys(evidenceKinds) as EvidenceKind[]).map((value) => ({
              value,
              label: t.evidenceOf(value),
            }))}
            onChange={(evidence) => onChange({ evidence })}
          />
        )}
      </Field>
      {line('evidenceNote', t.evidenceNote, 300)}
      {line('bank', t.bank, 80)}
      {line('account', t.account, 40, last4 ? t.accountKeep(last4) : t.accountHint)}
      {line('note', t.note, 300)}
    </>
  );
}
