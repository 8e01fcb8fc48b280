import type { DisputeView } from '../../../disputes/views.ts';
import { outstanding, sumOf } from '../../../promises/promise.ts';
import { dayText } from '../../../ui/dates.ts';
import { formatMoney, spokenMoney } from '../../../ui/money.ts';
import { useWords } from './catalog.ts';

type Settlement = DisputeView['settlements'][number];
type Item = Settlement['items'][number];

const forms = ['written', 'oral', 'onTheSpot'] as const;

/** How far one thing is, in words: kept, partly paid, changed, waived, late. */
function useState(): (item: Item) => string {
  const t = useWords();
  return ({ state, performedOn, paidCents, amountCents, defaulted }) => {
    if (state === 'waived') return t.waived;
    if (state === 'replaced') return paidCents > 0 ? t.partlyChanged(spokenMoney(paidCents)) : t.changed;
    if (performedOn) return t.performedOn(dayText(performedOn));
    const late = defaulted ? t.notKept : '';
    return paidCents > 0
      ? `${t.partlyPaid(spokenMoney(paidCents), spokenMoney(outstanding({ amountCents, paidCents })))}${late}`
      : late;
  };
}

function Line({ view, item }: { view: DisputeView; item: Item }) {
  const t = useWords();
  const stateOf = useState();
  const name = (id: string | null) => view.parties.find((party) => party.id === id)?.name ?? '';
  const who = [name(item.payerPartyId), name(item.payeePartyId)].filter(Boolean).join(' → ');
  return (
    <li className={item.state === 'open' ? undefined : 'promise-over'}>
      <span>
        {who ? <b>{who}</b> : null} {item.obligation}
      </span>
      <span className="number">{item.amountCents === null ? '' : formatMoney(item.amountCents)}</span>
      <span className="second">
        {[item.dueOn ? `${t.dueOn} ${dayText(item.dueOn)}` : '', stateOf(item)].filter(Boolean).join('　')}
      </span>
    </li>
  );
}

/** What was paid and what is open of the money, from the very lines below it. */
function Sum({ items }: { items: readonly Item[] }) {
  const t = useWords();
  const money = items.filter(({ amountCents, state }) => amountCents !== null && state !== 'waived');
  const paid = sumOf(money.map(({ paidCents }) => paidCents));
  const open = sumOf(money.filter(({ state }) => state === 'open').map(outstanding));
  if (paid + open === 0) return null;
  if (paid === 0) return <p>{t.nonePaid(spokenMoney(open))}</p>;
  return <p>{open === 0 ? t.allPaid(spokenMoney(paid)) : t.paidOf(spokenMoney(paid), spokenMoney(open))}</p>;
}

/** Of many agreed with one by one the list of claimants says how far each is. */
const SHOWN = 10;

/** Agreements with who does what by when, and how far it is. */
export function Settlements({ view }: { view: DisputeView }) {
  const t = useWords();
  if (view.settlements.length === 0) return null;
  return (
    <section className="section-flat" aria-labelledby="settlements-head">
      <h2 id="settlements-head">{t.settlements}</h2>
      {view.settlements.slice(0, SHOWN).map((settlement) => {
        const form = forms.find((each) => each === settlement.form);
        return (
          <div key={settlement.id}>
            <p>
              <b>{form ? t[form] : ''}</b> {t.effective(dayText(settlement.effectiveOn))}
              {settlement.totalCents === null ? '' : `　${formatMoney(settlement.totalCents)}`}
            </p>
            <p className="reading">{settlement.terms}</p>
            <Sum items={settlement.items} />
            <ul className="settlement-items">
              {settlement.items.map((item) => (
                <Line key={item.id} view={view} item={item} />
              ))}
            </ul>
          </div>
        );
      })}
      {view.settlements.length > SHOWN ? (
        <p className="second">{t.moreSettlements(view.settlements.length - SHOWN)}</p>
      ) : null}
    </section>
  );
}
