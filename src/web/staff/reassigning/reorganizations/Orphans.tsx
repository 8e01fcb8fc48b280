import { useQuery } from '@tanstack/react-query';
import type { Orphan } from '../../../../reassigning/orphan.ts';
import { asOfText } from '../../../../ui/dates.ts';
import { HeadRow } from '../../../../ui/HeadRow.tsx';
import { PageState } from '../../../../ui/PageState.tsx';
import { StateIcon } from '../../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../../ui/TableScroll.tsx';
import { api } from '../../api.ts';
import { useReorganizationWords } from './words.ts';

/** Places have a code that people know; ids of units, posts and viewer keys are the house's own. */
const isCode = (id: string): boolean => /^\d+$/.test(id);

type Found = { asOf: string; orphans: Orphan[] };

/** What still names a unit, place or post that has ended; nothing is what it should say. */
export function Orphans() {
  const t = useReorganizationWords();
  const query = useQuery({ queryKey: ['reorganizations', 'orphans'], queryFn: () => api.get<Found>('/api/orphans') });
  return (
    <section aria-labelledby="orphans-head" className="reorganization-orphans">
      <h2 id="orphans-head">
        {t.orphans} {query.data && <span className="second">{t.asOf(asOfText(query.data.asOf))}</span>}
      </h2>
      <PageState query={query}>
        {({ orphans }) =>
          orphans.length === 0 ? (
            <p>
              <StateIcon shape="done" /> {t.noOrphans}
            </p>
          ) : (
            <>
              <p className="second">{t.orphansNote}</p>
              <TableScroll label={t.orphans}>
                <table className="table">
                  <HeadRow heads={[t.orphanWhat, t.orphanWho, t.orphanCount]} />
                  <tbody>
                    {orphans.map(({ what, label, id, name, count }) => (
                      <tr key={`${what}${id}`}>
                        <td>{label}</td>
                        <td>
                          {name || t.notListed} {isCode(id) && <span className="third">{id}</span>}
                        </td>
                        <td className="number">{count}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableScroll>
            </>
          )
        }
      </PageState>
    </section>
  );
}
