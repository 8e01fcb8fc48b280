import { Link } from '@tanstack/react-router';
import type { Briefing } from '../../../briefing/briefingView.ts';
import { ClockChip } from '../../../ui/Clock.tsx';
import { formatCount } from '../../../ui/money.ts';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { useBriefingWords } from './words.ts';

const all = { to: '/supervision/matters', search: { state: 'dueToday' } } as const;

/** What is ours, due today, not over and not paused: whose it is and who has it. */
export function Save({ save, hidden }: Pick<Briefing, 'save' | 'hidden'>) {
  const t = useBriefingWords();
  const more = formatCount(save.more);
  return (
    <section aria-labelledby="briefing-save" className="briefing-part">
      <div className="briefing-part-head">
        <h2 id="briefing-save">
          <HowCounted of="board.dueToday">{t.save}</HowCounted>{' '}
          {save.total > 0 && (
            <Link {...all} aria-label={t.opens(t.save, formatCount(save.total))}>
              {formatCount(save.total)}
            </Link>
          )}
        </h2>
        {save.more > 0 && <Link {...all}>{hidden > 0 ? t.moreHidden(more) : t.more(more)}</Link>}
      </div>
      {save.rows.length === 0 ? (
        <p className="second">{t.nothingToSave}</p>
      ) : (
        <ul className="briefing-list">
          {save.rows.map((row) => (
            <li key={row.code} className="briefing-row">
              <span className="briefing-what">
                <Link to="/disputes/$code" params={{ code: row.code }} search={{}} title={row.title}>
                  {row.title}
                </Link>{' '}
                <span className="second">
                  {row.unit} {row.handler ?? t.nobody}
                </span>
              </span>
              {row.clock && (
                <span className="briefing-clock">
                  <span className="clock-label">{row.clock.label}</span> <ClockChip face={row.clock} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
