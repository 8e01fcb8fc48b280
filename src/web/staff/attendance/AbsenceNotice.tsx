import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { spanText, useAbsenceWords } from './absenceWords.ts';
import { absencesQuery } from './queries.ts';

/** 「武志强 10-15 请假：代办人还没指定 [指定]」, for whoever has to name one or agree to one. */
export function AbsenceNotice() {
  const t = useAbsenceWords();
  const { data } = useQuery(absencesQuery);
  const due = data?.rows.filter(
    ({ acts, state, coverName }) => acts.decide || (acts.name && state !== 'asked' && !coverName),
  );
  if (!due || due.length === 0) return null;
  return (
    <ul className="absence-notice">
      {due.map((row) => (
        <li key={row.id}>
          <StateIcon shape="dueSoon" />{' '}
          {row.acts.decide
            ? t.noticeAsked(row.name, spanText(row), row.coverName ?? '')
            : t.notice(row.name, spanText(row))}{' '}
          <Link to="/absences" search={row.acts.decide ? {} : { name: row.id }}>
            {row.acts.decide ? t.look : t.point}
          </Link>
        </li>
      ))}
    </ul>
  );
}
