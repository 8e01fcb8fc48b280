import { useBoardWords } from './words.ts';

const [WIDTH, HEIGHT, GAP] = [96, 24, 2];

/** Twelve bars, the last one is now; the numbers themselves are read out. */
export function Sparkline({ name, weeks, most }: { name: string; weeks: readonly number[]; most: number }) {
  const t = useBoardWords();
  const bar = (WIDTH - GAP * (weeks.length - 1)) / Math.max(weeks.length, 1);
  return (
    <svg
      className="sparkline"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t.sparkline(name, weeks.join('、'))}
    >
      {weeks.map((late, index) => {
        const height = most === 0 ? 1 : Math.max(1, Math.round((late / most) * HEIGHT));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its week
            key={index}
            x={index * (bar + GAP)}
            y={HEIGHT - height}
            width={bar}
            height={height}
            className={index === weeks.length - 1 ? 'spark-now' : 'spark'}
          />
        );
      })}
    </svg>
  );
}
