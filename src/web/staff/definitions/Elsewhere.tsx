import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayEnter } from '../../../people/doors.ts';
import { asOfText } from '../../../ui/dates.ts';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { usePost } from '../useMe.ts';
import { OpenLine } from './OpenLine.tsx';
import { definitionsQuery } from './query.ts';
import { useDefinitionWords } from './words.ts';

function Line() {
  const t = useDefinitionWords();
  const query = useQuery(definitionsQuery);
  return (
    <PageState query={query} loading={<Loading rows={3} height={24} />}>
      {({ open, waiting, place, asOf }) =>
        open && (
          <>
            <OpenLine counts={open} waiting={waiting} />
            <p className="second">
              {t.whole(place)} {t.asOf(asOfText(asOf))}
            </p>
          </>
        )
      }
    </PageState>
  );
}

/** Under a total: how it fits those of other pages. Counted when somebody asks. */
export function Elsewhere() {
  const t = useDefinitionWords();
  const { role } = usePost();
  const [open, setOpen] = useState(false);
  if (!mayEnter('reconciling', role)) return null;
  return (
    <details className="elsewhere no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.elsewhere}</summary>
      {open && <Line />}
    </details>
  );
}
