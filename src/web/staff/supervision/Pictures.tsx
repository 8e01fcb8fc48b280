import type { Board } from '../../../dashboards/boardView.ts';
import { unitPicture, weekPictures } from '../../../dashboards/pictures.ts';
import { UnitsPicture } from '../pictures/UnitsPicture.tsx';
import { WeeksPicture } from '../pictures/WeeksPicture.tsx';
import { type BoardSearch, filterOf } from './boardSearch.ts';

type Props = { board: Board; search: BoardSearch };

/** Which units, and which way it goes: what one looks for before reading the table. */
export function Pictures({ board, search }: Props) {
  const filter = filterOf(search);
  const rest = { filter, asOf: board.asOf };
  const units = board.rows.toSorted((a, b) => b.late - a.late || b.soon - a.soon).map(unitPicture);
  return (
    <div className="board-pictures">
      {board.by === 'unit' && <UnitsPicture units={units} {...rest} />}
      <WeeksPicture weeks={weekPictures(board.weeks, board.totals.weeks)} {...rest} height={200} />
    </div>
  );
}
