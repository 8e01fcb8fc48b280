import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DisputeView } from '../../../disputes/views.ts';
import { groupsQuery } from './queries.ts';
import { useRosterWords } from './words.ts';

/** The way from the dispute to its list, and each group of agreements on one line. */
export function RosterPanel({ view }: { view: DisputeView }) {
  const t = useRosterWords();
  const { data } = useQuery({ ...groupsQuery(view.code), enabled: view.facts !== null });
  const groups = data?.groups ?? [];
  if (view.facts === null) return null;
  return (
    <section className="section-flat" aria-label={t.title}>
      <p>
        <Link to="/disputes/$code/claimants" params={{ code: view.code }}>
          {t.openList}
        </Link>
      </p>
      {groups.map(({ id, count, numbers, locked, signed }) => (
        <p key={id} className="row">
          <b>{t.groupLine(count, numbers, locked, signed)}</b>
          <Link to="/disputes/$code/agreement-group" params={{ code: view.code }} search={{ group: id }}>
            {t.openGroup}
          </Link>
        </p>
      ))}
    </section>
  );
}
