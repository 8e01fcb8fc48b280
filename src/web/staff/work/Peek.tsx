import { useQuery } from '@tanstack/react-query';
import { Arithmetic } from '../../../ui/Clock.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { disputeQuery } from '../queries.ts';
import { useWorkWords } from './words.ts';

/** What it is about, what happened last, and how the running clocks are counted, without leaving the list. */
export function Peek({ code }: { code: string }) {
  const t = useWorkWords();
  const query = useQuery(disputeQuery(code));
  return (
    <PageState query={query} loading={<p className="third">{t.loading}</p>}>
      {({ clocks, timeline, facts, place }) => {
        const running = clocks.filter((clock) => clock.stoppedAt === null);
        const [latest] = timeline.toSorted((a, b) => b.seq - a.seq);
        return (
          <>
            {facts && (
              <>
                <p className="reading four-lines">{facts.facts}</p>
                {facts.demands && (
                  <p className="reading two-lines">
                    <span className="second">{t.demands}</span> {facts.demands}
                  </p>
                )}
              </>
            )}
            <p>
              <span className="second">{t.place}</span> {place} {facts?.address}
            </p>
            {latest && (
              <p>
                <span className="second">{t.last}</span> {tableTime(latest.at)} {latest.sentence}{' '}
                {latest.notes.map(({ body }) => body).join(' ')}
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
