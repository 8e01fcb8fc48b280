import { Button, Select } from 'antd';
import type { DisputeView } from '../../../../disputes/views.ts';
import { dayOf, now } from '../../../../platform/now.ts';
import { readDay } from '../../../../platform/readDay.ts';
import { readYuan } from '../../../../platform/yuan.ts';
import { allocate } from '../../../../promises/allocate.ts';
import { between, outstanding } from '../../../../promises/promise.ts';
import { dayText } from '../../../../ui/dates.ts';
import { Field } from '../../../../ui/Field.tsx';
import { makeCatalog } from '../../../../ui/i18n.ts';
import { spokenMoney } from '../../../../ui/money.ts';
import { listOf, textOf } from '../../steps/values.ts';
import type { OneField } from './fields.ts';
import { openPromises, type ShownPromise } from './promiseForms.ts';

const useWords = makeCatalog({
  zh: {
    noDay: '没有写日子',
    left: (sum: string) => `还有${sum}`,
    allDue: (count: number) => `选到了日子的 ${count} 笔`,
    goesTo: '这笔钱会记到',
    why_named: '付款人说的',
    why_due: '到了日子',
    why_earliest: '日子最早',
    why_sameDay: '同一天，按多少分',
    why_only: '只有这一笔',
    over: (sum: string) => `多出 ${sum}，协议里没有这么多。`,
    rule: '付款人没说付哪笔，先付到了日子的，再付日子早的；有没有担保、哪笔负担重没有记，不作数。',
    nobody: '先选谁付的、付给谁。',
  },
  en: {
    noDay: 'no day',
    left: (sum: string) => `${sum} left`,
    allDue: (count: number) => `Choose the ${count} that are due`,
    goesTo: 'The money goes to',
    why_named: 'as the payer said',
    why_due: 'due',
    why_earliest: 'earliest',
    why_sameDay: 'same day, by size',
    why_only: 'the only one',
    over: (sum: string) => `${sum} too much: the agreement holds no more.`,
    rule: 'Where the payer names none: what is due, then what is due first. Securities and burdens are not recorded and do not count.',
    nobody: 'Choose payer and payee first.',
  },
});

/** 「11月20日 任建军给郭秀兰：付第二笔，还有3,000元」 */
function useLine(view: DisputeView): (promise: ShownPromise) => string {
  const t = useWords();
  const name = (id: string | null) => view.parties.find((party) => party.id === id)?.name ?? '';
  return (promise) => {
    const { dueOn, payerPartyId, payeePartyId, obligation } = promise;
    const who = [name(payerPartyId), name(payeePartyId)].filter(Boolean).join(' → ');
    const left = outstanding(promise);
    const parts = [dueOn ? dayText(dueOn) : t.noDay, who, obligation, left > 0 ? t.left(spokenMoney(left)) : ''];
    return parts.filter(Boolean).join('　');
  };
}

type Choosing = OneField & { promises: readonly ShownPromise[] };

function Several({ view, form, field, label, promises }: Choosing) {
  const t = useWords();
  const line = useLine(view);
  const today = dayOf(now());
  const due = promises.filter(({ dueOn }) => dueOn !== null && dueOn <= today).map(({ id }) => id);
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
      {(control) => (
        <>
          <Select
            {...control}
            mode="multiple"
            maxTagCount={4}
            optionFilterProp="label"
            options={promises.map((promise) => ({ value: promise.id, label: line(promise) }))}
            value={listOf(form.values, field)}
            onChange={(value) => form.set(field, value)}
          />
          {due.length > 1 ? (
            <Button size="small" onClick={() => form.set(field, due)}>
              {t.allDue(due.length)}
            </Button>
          ) : null}
        </>
      )}
    </Field>
  );
}

/** Which of what is still owed. */
export const PromisesField = (props: OneField) => <Several {...props} promises={openPromises(props.view)} />;

/** Which of them the payer named; nothing chosen: the law's order. */
export function NamedPromisesField(props: OneField) {
  const { view, form } = props;
  const [payer, payee] = [textOf(form.values, 'payerPartyId'), textOf(form.values, 'payeePartyId')];
  const owed = between(openPromises(view), { payerPartyId: payer, payeePartyId: payee });
  return (
    <>
      <Several {...props} promises={owed} />
      <GoesTo {...props} owed={owed} />
    </>
  );
}

/** Where the money will go, and why, before it is written down. */
function GoesTo({ view, form, owed }: OneField & { owed: readonly ShownPromise[] }) {
  const t = useWords();
  const line = useLine(view);
  const read = readYuan(textOf(form.values, 'cents'));
  const today = dayOf(now());
  const paidOn = readDay(textOf(form.values, 'paidOn'), today, 'past') ?? today;
  const cents = read.ok ? (read.cents ?? 0) : 0;
  if (cents === 0 || owed.length === 0)
    return <p className="form-wide second">{owed.length === 0 ? t.nobody : t.rule}</p>;
  const { parts, over } = allocate(owed, cents, { named: listOf(form.values, 'named'), paidOn });
  return (
    <section className="form-wide" aria-label={t.goesTo} aria-live="polite">
      <h3>{t.goesTo}</h3>
      <ul className="bare-list">
        {parts.map(({ promiseId, cents: part, why }) => {
          const promise = owed.find(({ id }) => id === promiseId) as ShownPromise;
          return (
            <li key={promiseId}>
              <b>{spokenMoney(part)}</b> {line(promise)} <span className="second">{t[`why_${why}`]}</span>
            </li>
          );
        })}
      </ul>
      {over > 0 ? <p className="field-error">{t.over(spokenMoney(over))}</p> : null}
      <p className="second">{t.rule}</p>
    </section>
  );
}

function One({ form, field, label, options }: OneField & { options: readonly { value: string; label: string }[] }) {
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
      {(control) => (
        <Select
          {...control}
          options={[...options]}
          value={textOf(form.values, field) || null}
          onChange={(value) => form.set(field, value ?? '')}
        />
      )}
    </Field>
  );
}

/** Which deed. */
export function DeedField(props: OneField) {
  const line = useLine(props.view);
  const deeds = openPromises(props.view).filter(({ amountCents }) => amountCents === null);
  return <One {...props} options={deeds.map((deed) => ({ value: deed.id, label: line(deed) }))} />;
}

/** Which payment was written down wrongly, the last one first. */
export function PaymentField(props: OneField) {
  const { view } = props;
  const name = (id: string) => view.parties.find((party) => party.id === id)?.name ?? '';
  const options = view.payments.filter(({ undone }) => !undone).toReversed();
  const label = ({ paidOn, payerPartyId, payeePartyId, cents }: DisputeView['payments'][number]) =>
    `${dayText(paidOn)}　${name(payerPartyId)} → ${name(payeePartyId)}　${spokenMoney(cents)}`;
  return <One {...props} options={options.map((each) => ({ value: each.id, label: label(each) }))} />;
}
