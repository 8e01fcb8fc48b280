import { Link, useNavigate } from '@tanstack/react-router';
import type { BoardFilter } from '../../../dashboards/boardInput.ts';
import { type UnitPicture, unitsFinding } from '../../../dashboards/pictures.ts';
import { Chart } from '../../../ui/Chart.tsx';
import { asOfText } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { formatCount } from '../../../ui/money.ts';
import type { Series } from '../../../ui/picture.ts';
import { colors } from '../../../ui/theme.ts';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { usePictureWords } from './words.ts';

/** More bars than these are a wall; the table of the board has all. */
const SHOWN = 8;
const states = ['late', 'soon', 'paused'] as const;
const looks: Readonly<Record<(typeof states)[number], Pick<Series, 'color' | 'pattern'>>> = {
  late: { color: colors.late, pattern: 'full' },
  soon: { color: colors.soonMark, pattern: 'striped' },
  paused: { color: colors.paused, pattern: 'outline' },
};

type Props = {
  units: readonly UnitPicture[];
  filter?: BoardFilter;
  asOf: string;
  height?: number;
};

/** By unit, what is late, due soon and paused, stacked. */
export function UnitsPicture({ units, filter = {}, asOf, height = 230 }: Props) {
  const t = usePictureWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const some = units.filter(({ late, soon, paused }) => late + soon + paused > 0);
  const shown = some.slice(0, SHOWN);
  const searchOf = (row: number, at: number) => ({
    ...filter,
    state: states[at] ?? 'late',
    unit: shown[row]?.key ?? '',
  });
  return (
    <Chart
      title={unitsFinding(units)[language]}
      head={t.unit}
      height={height}
      picture={{
        kind: 'bars',
        stacked: true,
        names: shown.map(({ name }) => name),
        series: states.map((state) => ({ name: t[state], ...looks[state], values: shown.map((unit) => unit[state]) })),
      }}
      cell={(row, at) => {
        const [unit, state = 'late'] = [shown[row], states[at]];
        const count = unit?.[state] ?? 0;
        return count === 0 ? (
          <span className="third">0</span>
        ) : (
          <Link
            to="/supervision/matters"
            search={searchOf(row, at)}
            aria-label={t.opens(unit?.name ?? '', t[state], count)}
          >
            {formatCount(count)}
          </Link>
        );
      }}
      onPick={(row, at) => void navigate({ to: '/supervision/matters', search: searchOf(row, at) })}
      foot={`${t.unitsNote(shown.length, some.length)} · ${t.asOf(asOfText(asOf))}`}
      how={<HowCounted of="board.late" />}
    />
  );
}
