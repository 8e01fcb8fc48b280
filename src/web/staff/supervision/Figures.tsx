import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BoardFilter, BoardState } from '../../../dashboards/boardInput.ts';
import type { BoardTotals } from '../../../dashboards/boardView.ts';
import { formatCount } from '../../../ui/money.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import type { BoardSearch, MattersSearch } from './boardSearch.ts';
import { useBoardWords } from './words.ts';

export type Where = { name: string; filter: BoardFilter; search: BoardSearch };
type More = Pick<MattersSearch, 'ground' | 'level' | 'waiting'>;
type Props = { at: Where; state: BoardState; count: number | null; word: string; more?: More; children?: ReactNode };

/** A number that opens to the list it counts; nothing to open when it counts nothing. */
export function Figure({ at, state, count, word, more = {}, children }: Props) {
  const t = useBoardWords();
  const { by, sort } = at.search;
  if (count === null) return <span className="third">—</span>;
  if (count === 0) return <span className="third">0</span>;
  return (
    <Link
      to="/supervision/matters"
      search={{ state, ...(by && { by }), ...at.filter, ...(sort && { sort }), ...more }}
      aria-label={t.figures(at.name, word, count)}
    >
      {children}
      {formatCount(count)}
    </Link>
  );
}

const grounds = ['court', 'appraisal', 'material', 'otherUnit', 'partyAbsent', 'forceMajeure'] as const;

/** What stands still or is not this row's: each by its name, none of it late. */
export function Apart({ at, of }: { at: Where; of: BoardTotals }) {
  const t = useBoardWords();
  const waits = grounds.filter((ground) => of.paused.grounds[ground] > 0);
  const rest = (['tookOver', 'party', 'other'] as const).flatMap((state) => {
    const count = state === 'tookOver' ? of.tookOver : of.others[state];
    return count === 0 ? [] : [{ state, count }];
  });
  if (of.paused.all === 0 && rest.length === 0) return <span className="third">—</span>;
  return (
    <ul className="board-apart">
      {of.paused.all > 0 && (
        <li>
          <StateIcon shape="paused" /> {t.paused}{' '}
          <Figure at={at} state="paused" count={of.paused.all} word={t.paused} />
          {waits.map((ground) => (
            <span key={ground} className="second">
              {' '}
              {t[ground]}{' '}
              <Figure at={at} state="paused" count={of.paused.grounds[ground]} word={t[ground]} more={{ ground }} />
            </span>
          ))}
        </li>
      )}
      {rest.map(({ state, count }) => (
        <li key={state}>
          {t[state]} <Figure at={at} state={state} count={count} word={t[state]} />
        </li>
      ))}
    </ul>
  );
}

export function Notices({ at, of }: { at: Where; of: BoardTotals }) {
  const t = useBoardWords();
  if (of.notices.length === 0) return <span className="third">—</span>;
  return (
    <span className="board-notices">
      {of.notices.map(({ level, count }) => (
        <span key={level}>
          {t.nth(level)}{' '}
          <Figure at={at} state="noticed" count={count} word={t.nth(level)} more={{ level: String(level) }} />
        </span>
      ))}
      {of.waiting > 0 && (
        <span>
          {t.waiting} <Figure at={at} state="noticed" count={of.waiting} word={t.waiting} more={{ waiting: '1' }} />
        </span>
      )}
    </span>
  );
}

export function Oldest({ of }: { of: BoardTotals }) {
  const t = useBoardWords();
  const { oldestLate } = of;
  if (!oldestLate) return <span className="third">—</span>;
  const { code, days, title } = oldestLate;
  if (code === null)
    return (
      <>
        {t.days(days)} <span className="second">{t.unnamed}</span>
      </>
    );
  return (
    <span className="two-lines" title={title ?? undefined}>
      {t.days(days)}{' '}
      <Link to="/disputes/$code" params={{ code }} search={{}}>
        {title}
      </Link>
    </span>
  );
}
