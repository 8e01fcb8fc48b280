import { Link, useNavigate } from '@tanstack/react-router';
import type { BoardFilter } from '../../../dashboards/boardInput.ts';
import { type WeekPicture, weeksFinding } from '../../../dashboards/pictures.ts';
import { Chart } from '../../../ui/Chart.tsx';
import { asOfText } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { formatCount } from '../../../ui/money.ts';
import { colors } from '../../../ui/theme.ts';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { usePictureWords } from './words.ts';

type Props = {
  weeks: readonly WeekPicture[];
  filter?: BoardFilter;
  asOf: string;
  height?: number;
};

/** Late at the end of each of the past weeks; each number opens what was late then. */
export function WeeksPicture({ weeks, filter = {}, asOf, height = 170 }: Props) {
  const t = usePictureWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const last = weeks.length - 1;
  const nameOf = (index: number) => (index === last ? t.now : (weeks[index]?.to.slice(5) ?? ''));
  const searchOf = (index: number) => ({
    ...filter,
    state: 'late' as const,
    ...(index !== last && { week: weeks[index]?.id ?? '' }),
  });
  return (
    <Chart
      title={weeksFinding(weeks)[language]}
      head={t.week}
      height={height}
      picture={{
        kind: 'line',
        names: weeks.map((_, index) => nameOf(index)),
        series: [{ name: t.late, color: colors.late, pattern: 'full', values: weeks.map(({ late }) => late) }],
      }}
      cell={(row) => {
        const count = weeks[row]?.late ?? 0;
        return count === 0 ? (
          <span className="third">0</span>
        ) : (
          <Link to="/supervision/matters" search={searchOf(row)} aria-label={t.opens(nameOf(row), t.late, count)}>
            {formatCount(count)}
          </Link>
        );
      }}
      onPick={(row) => void navigate({ to: '/supervision/matters', search: searchOf(row) })}
      foot={`${t.weeksNote} · ${t.asOf(asOfText(asOf))}`}
      how={<HowCounted of="board.weeks" />}
    />
  );
}
