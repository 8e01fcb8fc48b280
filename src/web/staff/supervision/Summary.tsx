import type { Board } from '../../../dashboards/boardView.ts';
import { formatCount } from '../../../ui/money.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { type BoardSearch, filterOf } from './boardSearch.ts';
import { Figure, type Where } from './Figures.tsx';
import { useBoardWords } from './words.ts';

type Props = { board: Board; search: BoardSearch };

/** The whole in one line: each number opens to its list. */
export function Summary({ board, search }: Props) {
  const t = useBoardWords();
  const { totals } = board;
  const at: Where = { name: board.place, filter: filterOf(search), search };
  const { numerator, denominator } = totals.lateRate;
  return (
    <p className="board-summary with-how">
      <span className={totals.late > 0 ? 'board-is-late' : undefined}>
        <StateIcon shape="overdue" /> {t.late} <Figure at={at} state="late" count={totals.late} word={t.late} />
      </span>
      <span className="second">
        {t.of(formatCount(denominator))} {denominator > 0 && `${((numerator / denominator) * 100).toFixed(1)}%`}
      </span>
      <span>
        <StateIcon shape="dueSoon" /> {t.soon} <Figure at={at} state="soon" count={totals.soon} word={t.soon} />
      </span>
      <span>
        {t.threeDays} <Figure at={at} state="threeDays" count={totals.threeDays} word={t.threeDays} />
      </span>
      <span>
        <StateIcon shape="paused" /> {t.paused}{' '}
        <Figure at={at} state="paused" count={totals.paused.all} word={t.paused} />
      </span>
      <span>
        {t.struckOff} <Figure at={at} state="struckOff" count={totals.struckOff} word={t.struckOff} />
      </span>
      <HowCounted of="board.late" />
      {totals.hidden > 0 && <span className="second">{t.hidden(totals.hidden)}</span>}
    </p>
  );
}
