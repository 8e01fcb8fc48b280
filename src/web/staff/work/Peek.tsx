import { useQuery } from '@tanstack/react-query';
import { Arithmetic } from '../../../ui/Clock.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { disputeQuery } from '../queries.ts';
import { useWorkWords } from './words.ts';

/** How the running clocks are counted, and what happened last, without leaving the list. */
export function Peek({ code }: { code: string }) {
  const t = useWorkWords();
  const query = useQuery(disputeQuery(code));
  return (
    <PageState query={query} loading={<p className="third">{t.loading}</p>}>
      {({ clocks, timeline }) => {
        const running = clocks.filter((clock) => clock.stoppedAt === null);
        const [latest] = [...timeline].sort((a, b) => b.seq - a.seq);
        return (
          <>
            {latest && (
              <p>
                <span className="second">{t.last}</span> {tableTime(latest.at)} {latest.sentence}
              </p>
            )}
            {running.map((clock) => (
              <Arithmetic key={clock.id} clock={clock} />
            ))}
            {running.length === 0 && <p className="third">{t.onlyDesk}</p>}
          </>
        );
      }}
    </PageState>
  );
}
