import { type RefObject, useRef } from 'react';
import { useHotkeys } from '../../../ui/useHotkeys.ts';

type RowAct = (id: string) => void;

const rowsOf = (box: HTMLElement | null): HTMLElement[] => [
  ...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
];

const actLetters = 'ABCDEFHILMNOPQRSTUVWYZ'.split('');
const moves = [
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['J', 1],
  ['K', -1],
] as const;

/**
 * ↑↓ and j k move between the links of the rows, so that Enter opens by itself; Space and x do what the page says; with
 * `letters`, the one printed on a row's button presses it. A row is an element with data-row (its id), data-open on its
 * link and data-act on its button.
 */
export function useListKeys(
  box: RefObject<HTMLElement | null>,
  acts: readonly (readonly [key: string, act: RowAct])[],
  { letters = false } = {},
): void {
  const last = useRef<string | undefined>(undefined);
  const here = (): HTMLElement | undefined => {
    const rows = rowsOf(box.current);
    const focused = rows.find((row) => row.contains(document.activeElement));
    return focused ?? rows.find((row) => row.dataset.row === last.current);
  };
  const move = (step: number) => {
    const rows = rowsOf(box.current);
    const row = here();
    const at = row ? rows.indexOf(row) : -1;
    const next = rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
    last.current = next?.dataset.row;
    next?.querySelector<HTMLElement>('[data-open]')?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    const letter = event.key.toUpperCase();
    here()?.querySelector<HTMLElement>(`[data-act="${letter}"]`)?.click();
  };
  const pressed = letters ? actLetters.map((letter) => [letter, press] as const) : [];
  const actHere = (act: RowAct) => () => {
    const id = here()?.dataset.row;
    if (id) act(id);
  };
  const onRow = acts.map(([key, act]) => [key, actHere(act)] as const);
  const walk = moves.map(([key, step]) => [key, () => move(step)] as const);
  useHotkeys({ ...Object.fromEntries(pressed), ...Object.fromEntries(walk), ...Object.fromEntries(onRow) });
}
