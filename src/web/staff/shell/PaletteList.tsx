import { ClockChip } from '../../../ui/Clock.tsx';
import { makeCatalog } from '../../../ui/i18n.ts';
import type { Found, FoundGroup } from './palette.ts';

const useWords = makeCatalog({
  zh: {
    exact: '页面',
    todo: '我该办的',
    matters: '事项',
    recent: '刚看过的事',
    recentPages: '刚看过的页',
    acts: '页面和要办的事',
    people: '同事',
    units: '单位（看它在办的）',
    places: '地方（看那里的事）',
    of: (shown: number, total: number | null) =>
      total === null ? `前 ${shown}，还有更多` : total > shown ? `${shown}／共 ${total}` : `${total}`,
  },
  en: {
    exact: 'Page',
    todo: 'What I owe',
    matters: 'Matters',
    recent: 'Matters open lately',
    recentPages: 'Pages open lately',
    acts: 'Pages and acts',
    people: 'Colleagues',
    units: 'Units (see what they handle)',
    places: 'Places (see what is there)',
    of: (shown: number, total: number | null) =>
      total === null ? `first ${shown} of more` : total > shown ? `${shown} of ${total}` : `${total}`,
  },
});

type RowProps = { row: Found; id: string; chosen: boolean; onOpen: (newTab: boolean) => void };

export function PaletteRow({ row, id, chosen, onOpen }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className="palette-row"
      onClick={(event) => onOpen(event.ctrlKey || event.metaKey)}
    >
      <span className="palette-label">{row.label}</span>
      <span className="palette-why">
        <span className="second">{row.reason}</span>
        {row.clock ? <ClockChip face={row.clock} /> : null}
      </span>
    </div>
  );
}

type Props = { groups: readonly FoundGroup[]; at: number; onOpen: (row: Found, newTab: boolean) => void };

/** Groups with their counts; the rows of all of them are one list under the arrows. */
export function PaletteList({ groups, at, onOpen }: Props) {
  const t = useWords();
  let before = 0;
  return groups.map((group) => {
    const first = before;
    before += group.rows.length;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
      <div key={group.name} role="group" aria-labelledby={`palette-${group.name}`} className="palette-group">
        <div id={`palette-${group.name}`} className="palette-head">
          {t[group.name]} <span className="third">{t.of(group.rows.length, group.total)}</span>
        </div>
        {group.rows.map((row, index) => (
          <PaletteRow
            key={row.id}
            row={row}
            id={`palette-${first + index}`}
            chosen={first + index === at}
            onOpen={(newTab) => onOpen(row, newTab)}
          />
        ))}
      </div>
    );
  });
}
