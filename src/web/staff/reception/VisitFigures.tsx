import { Link } from '@tanstack/react-router';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { Heads } from './Heads.tsx';
import type { CenterFigures, VisitTotals } from './queries.ts';
import type { VisitSearch } from './search.ts';
import { useHallWords } from './words.ts';

type Kind = NonNullable<VisitSearch['kind']>;

/** The own center's figures; each opens to the visits it counts. */
export function OwnFigures({ own, totals, day }: { own: CenterFigures; totals: VisitTotals; day: string | undefined }) {
  const t = useHallWords();
  const at = day ? { day } : {};
  const open = (value: number, search: VisitSearch) =>
    value === 0 ? (
      value
    ) : (
      <Link to="/reception/visits" search={{ ...at, ...search }}>
        {value}
      </Link>
    );
  const figures: [string, number, VisitSearch][] = [
    [t.visitsCount, own.visits, {}],
    [t.people, own.people, {}],
    [t.disputes, own.disputes, { kind: 'dispute' satisfies Kind }],
    [t.groups(totals.groupFrom), own.groups, { kind: 'group' satisfies Kind }],
    [t.confidential, own.confidential, { kind: 'confidential' satisfies Kind }],
  ];
  return (
    <section aria-label={t.visitsTitle}>
      <dl className="hall-figures">
        {figures.map(([label, value, search]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{open(value, search)}</dd>
          </div>
        ))}
      </dl>
      {own.services.length > 0 ? (
        <>
          <h2>{t.byService}</h2>
          <ul className="hall-services">
            {own.services.map(({ service, label, visits, people }) => (
              <li key={service}>
                {label} {open(visits, { service })}
                {people === visits ? null : (
                  <span className="second">
                    （{t.people} {people}）
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p className="second">{t.severalNote}</p>
        </>
      ) : null}
    </section>
  );
}

/** Centers below: how many and what for, never who. */
export function CentersBelow({ totals }: { totals: VisitTotals }) {
  const t = useHallWords();
  const below = totals.centers.filter(({ own }) => !own);
  if (below.length === 0) return null;
  const heads = [t.center, t.visitsCount, t.people, t.disputes, t.groups(totals.groupFrom), t.byService];
  return (
    <section aria-labelledby="below">
      <h2 id="below">{t.below}</h2>
      <p className="second">{t.belowNote}</p>
      <TableScroll label={t.below}>
        <table className="table">
          <Heads heads={heads} numbers={heads.slice(1, 5)} />
          <tbody>
            {below.map((center) => (
              <tr key={center.id}>
                <td className="nowrap">{center.name}</td>
                <td className="number">{center.visits}</td>
                <td className="number">{center.people}</td>
                <td className="number">{center.disputes}</td>
                <td className="number">{center.groups}</td>
                <td>{center.services.map(({ label, visits }) => `${label} ${visits}`).join('、') || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
