import { type KeyboardEvent, useRef } from 'react';
import { addressOf, type FormCell, type FormSheet } from '../../../sheets/formGrid.ts';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';

/** How a cell looks: what stands in it, a line below, and its state as a word for everybody. */
export type Face = {
  text: string;
  below?: string;
  /** A shape with its word before the line below. */
  mark?: { shape: StateShape; word: string };
  state: 'plain' | 'head' | 'open';
  number?: boolean;
  word: string;
};

type Props = {
  sheet: FormSheet;
  index: number;
  face: (address: string, cell: FormCell) => Face;
  selected: string | null;
  onSelect: (address: string) => void;
  /** Enter on a cell: the panel beside the form. */
  onEnter?: (() => void) | undefined;
};

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

const covers = (cell: FormCell, row: number, column: number): boolean =>
  cell.row <= row && row < cell.row + cell.rowSpan && cell.column <= column && column < cell.column + cell.columnSpan;

/** The next cell in that direction, over whatever is merged. */
function beside(sheet: FormSheet, from: FormCell, [rows, columns]: readonly [number, number]): FormCell | undefined {
  let row = rows > 0 ? from.row + from.rowSpan : from.row + rows;
  let column = columns > 0 ? from.column + from.columnSpan : from.column + columns;
  while (row >= 1 && row <= sheet.rows && column >= 1 && column <= sheet.columns) {
    const found = sheet.cells.find((cell) => covers(cell, row, column));
    if (found) return found;
    row += rows;
    column += columns;
  }
  return undefined;
}

/** A form drawn as it is, with its merged cells; arrow keys walk it, one stop for Tab. */
export function FormPaper({ sheet, index, face, selected, onSelect, onEnter }: Props) {
  const box = useRef<HTMLTableElement>(null);
  const here = sheet.cells.find(({ ref }) => addressOf(index, ref) === selected);
  const [first] = sheet.cells;
  const onKeyDown = (event: KeyboardEvent, cell: FormCell) => {
    if (event.key === 'Enter' && onEnter) {
      event.preventDefault();
      onSelect(addressOf(index, cell.ref));
      return onEnter();
    }
    const step = steps[event.key];
    const next = step && beside(sheet, cell, step);
    if (!next) return undefined;
    event.preventDefault();
    onSelect(addressOf(index, next.ref));
    box.current?.querySelector<HTMLElement>(`[data-cell="${next.ref}"]`)?.focus();
    return undefined;
  };
  const rows = Map.groupBy(sheet.cells, ({ row }) => row);
  const lines = Array.from({ length: sheet.rows }, (_, row) => row + 1);
  return (
    <TableScroll label={sheet.name}>
      <table className={sheet.lines ? 'form-paper form-lines' : 'form-paper'} ref={box}>
        <tbody>
          {lines.map((row) => (
            <tr key={row}>
              {(rows.get(row) ?? []).map((cell) => {
                const address = addressOf(index, cell.ref);
                const { text, below, mark, state, number, word } = face(address, cell);
                const said = [cell.ref, text, mark?.word, below, word].filter(Boolean).join(' ');
                const stop = here ? here === cell : cell === first;
                return (
                  <td
                    key={cell.ref}
                    data-first={cell.column === 1 ? '' : undefined}
                    rowSpan={cell.rowSpan}
                    colSpan={cell.columnSpan}
                  >
                    <button
                      type="button"
                      data-cell={cell.ref}
                      className={`form-cell form-cell-${state}${number ? ' form-cell-number' : ''}`}
                      aria-pressed={selected === address}
                      aria-label={said}
                      tabIndex={stop ? 0 : -1}
                      onClick={() => onSelect(address)}
                      onKeyDown={(event) => onKeyDown(event, cell)}
                    >
                      {text}
                      {mark && (
                        <small>
                          <StateIcon shape={mark.shape} /> {mark.word}
                        </small>
                      )}
                      {below && <small>{below}</small>}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
