import { Button } from 'antd';
import type { TryView } from '../../../bookings/views.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { ApiError } from '../api.ts';
import { useBookingWords } from './words.ts';

/** What stands in the way and what should be known, while it is typed; a free time is one press away. */
export function Trial({
  trial,
  problem,
  onFree,
}: {
  trial: TryView | undefined;
  problem: unknown;
  onFree: (from: string, to: string) => void;
}) {
  const t = useBookingWords();
  const refused =
    problem instanceof ApiError && problem.kind === 'invalid' ? Object.values(problem.fields)[0] : undefined;
  return (
    <div role="status" className="stack booking-trial">
      {refused && <p>{refused}</p>}
      {trial?.clashes.map((text) => (
        <p key={text} className="late-text">
          <StateIcon shape="overdue" /> {text}
        </p>
      ))}
      {trial?.warnings.map((text) => (
        <p key={text}>
          <StateIcon shape="dueSoon" /> {text}
        </p>
      ))}
      {trial && trial.clashes.length === 0 && (
        <p>
          <StateIcon shape="done" /> {t.allFree}
        </p>
      )}
      {trial && trial.free.length > 0 && (
        <p className="row">
          {t.freeTimes}
          {trial.free.map(({ from, to, text }) => (
            <Button key={from} size="small" onClick={() => onFree(from, to)}>
              {text}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
