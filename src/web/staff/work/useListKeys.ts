import { type RefObject, useRef } from 'react';
import { makeCatalog } from '../../../ui/i18n.ts';
import { useHotkeys } from '../../../ui/useHotkeys.ts';

const useWords = makeCatalog({
  zh: {
    move: '在列表里上下走，Enter 打开',
    down: '下一件',
    up: '上一件',
    letters: '按钮上的字母',
    press: '做这一行的那件事',
    unfold: '展开这一件',
    tick: '勾选这一件',
  },
  en: {
    move: 'Move in the list, Enter opens',
    down: 'The next',
    up: 'The one before',
    letters: 'The letter on a button',
    press: 'The act of the row',
    unfold: 'Unfold it',
    tick: 'Tick it',
  },
});

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

type Help = [keys: string, words: string][];
type Acts = readonly (readonly [key: string, act: RowAct])[];

function helpOf(t: ReturnType<typeof useWords>, acts: Acts, letters: boolean): Help {
  const own: Readonly<Record<string, string>> = { Space: t.unfold, X: t.tick };
  const rows: Help = [
    ['↑ ↓', t.move],
    ['J', t.down],
    ['K', t.up],
  ];
  if (letters) rows.push([t.letters, t.press]);
  return [...rows, ...acts.flatMap(([key]): Help => (own[key] ? [[key, own[key]]] : []))];
}

/**
 * ↑↓ and j k move between the links of the rows, so that Enter opens by itself; Space and x do what the page says; with
 * `letters`, the one printed on a row's button presses it. A row is an element with data-row (its id), data-open on its
 * link and data-act on its button.
 */
export function useListKeys(box: RefObject<HTMLElement | null>, acts: Acts, { letters = false } = {}): void {
  const t = useWords();
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
  const press = (letter: string) => () => {
    here()?.querySelector<HTMLElement>(`[data-act="${letter}"]`)?.click();
  };
  const pressed = letters ? actLetters.map((letter) => [letter, press(letter)] as const) : [];
  const actHere = (act: RowAct) => () => {
    const id = here()?.dataset.row;
    if (id) act(id);
  };
  const onRow = acts.map(([key, act]) => [key, actHere(act)] as const);
  const walk = moves.map(([key, step]) => [key, () => move(step)] as const);
  const help = helpOf(t, acts, letters);
  useHotkeys({ ...Object.fromEntries(pressed), ...Object.fromEntries(walk), ...Object.fromEntries(onRow) }, { help });
}
