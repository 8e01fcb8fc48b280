import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DutyLogPage } from '../../../attendance/rosterViews.ts';
import { spokenHead } from '../../../attendance/spokenHead.ts';
import { addDays } from '../../../platform/now.ts';
import { asOfText, dayText } from '../../../ui/dates.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { openPdf } from '../openPdf.ts';
import { useMe } from '../useMe.ts';
import { useDutyWords } from './duty/words.ts';
import { Entry } from './Entry.tsx';
import { dutyLogQuery } from './queries.ts';
import { Shift } from './Shift.tsx';

function DayNav({ page }: { page: DutyLogPage }) {
  const t = useDutyWords();
  const navigate = useNavigate();
  const goTo = (day: string) => void navigate({ to: '/duty', search: { center: page.center.id, day } });
  const print = useMutation<{ opened: boolean; address: string }, ApiError>({
    mutationFn: async () =>
      openPdf(await api.blob('GET', '/api/duty-log/sheet.pdf', { query: { center: page.center.id, day: page.day } })),
  });
  return (
    <>
      <div className="row duty-nav">
        <Button size="small" onClick={() => goTo(addDays(page.day, -1))}>
          {t.previousDay}
        </Button>
        <b>
          {page.center.short} {dayText(page.day)}
        </b>
        <Button size="small" disabled={page.day >= page.today} onClick={() => goTo(addDays(page.day, 1))}>
          {t.nextDay}
        </Button>
        <Button size="small" loading={print.isPending} onClick={() => print.mutate()}>
          {t.print}
        </Button>
        <span className="second">{t.asOf(asOfText(page.asOf))}</span>
      </div>
      {print.data && !print.data.opened && (
        <Strip tone="info">
          {t.blocked}
          <a href={print.data.address} target="_blank" rel="noopener">
            {t.openIt}
          </a>
        </Strip>
      )}
      {print.error && <Strip tone="late">{print.error.message}</Strip>}
    </>
  );
}

function Facts({ page }: { page: DutyLogPage }) {
  const t = useDutyWords();
  const { facts, chain } = page;
  const said = [
    t.visits(facts.visits, facts.people),
    t.registered(facts.registered),
    t.dispatched(facts.dispatched),
    t.closed(facts.closed),
    t.calls(facts.calls, facts.callsArrived),
    t.alarmsOf(facts.alarms, facts.drills),
  ];
  return (
    <section className="section">
      <p className="duty-facts">
        {said.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      <p className="second">
        {chain.count === 0 ? (
          t.noChain
        ) : (
          <>
            {t.chain(chain.count)} <b className="chain-head">{spokenHead(chain.head)}</b>　{t.chainNote}
          </>
        )}
      </p>
    </section>
  );
}

/** 值班日志: what earlier shifts left stands first, then the shifts of the day. */
export function DutyLog({ center, day }: { center: string | undefined; day: string | undefined }) {
  const t = useDutyWords();
  const { today } = useMe();
  const query = useQuery(dutyLogQuery({ center, day }));
  return (
    <PageState query={query}>
      {(page) => (
        <>
          <DayNav page={page} />
          <Facts page={page} />
          {page.day === today && (
            <section className="section" aria-labelledby="open-head">
              <h2 id="open-head">
                {page.openBefore.length > 0 ? t.openBefore(page.openBefore.length) : t.nothingOpen}
              </h2>
              <ul className="duty-entries">
                {page.openBefore.map((entry) => (
                  <Entry key={entry.id} entry={entry} dated />
                ))}
              </ul>
            </section>
          )}
          {page.shifts.map((shift) => (
            <Shift key={shift.code} shift={shift} page={page} />
          ))}
        </>
      )}
    </PageState>
  );
}
