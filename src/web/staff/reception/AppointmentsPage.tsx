import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { addDays, dayOf, now } from '../../../platform/now.ts';
import type { TicketView } from '../../../reception/hallView.ts';
import { asOfText, dayText } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { BookForm } from './BookForm.tsx';
import { HallPage } from './HallPage.tsx';
import type { AppointmentDay, AppointmentLine } from './queries.ts';
import { hallChanged } from './useHall.ts';
import { useHallWords } from './words.ts';

const changed = () => queryClient.invalidateQueries({ queryKey: ['appointments'] });

function useActs() {
  const arrive = useMutation<TicketView, ApiError, string>({
    mutationFn: (id) => api.post(`/api/appointments/${id}/arrivals`, {}),
    onSuccess: hallChanged,
    onSettled: changed,
  });
  const cancel = useMutation<void, ApiError, string>({
    mutationFn: (id) => api.post(`/api/appointments/${id}/cancellations`, {}),
    onSettled: changed,
  });
  return { arrive, cancel, problem: arrive.error ?? cancel.error };
}

function Row({ row, acts, today }: { row: AppointmentLine; acts: ReturnType<typeof useActs>; today: boolean }) {
  const t = useHallWords();
  return (
    <tr className={row.state === 'booked' ? undefined : 'hall-gone'}>
      <td className="nowrap">{row.slotText}</td>
      <td className="nowrap">
        {row.name} <span className="second">{row.phone}</span>
      </td>
      <td>{row.service}</td>
      <td className="nowrap">{row.code}</td>
      <td className="nowrap">{row.madeBy}</td>
      <td className="nowrap">{row.stateLabel}</td>
      <td className="nowrap row">
        {row.state === 'booked' && today ? (
          <Button size="small" onClick={() => acts.arrive.mutate(row.id)}>
            {t.arrived}
          </Button>
        ) : null}
        {row.state === 'booked' ? (
          <button type="button" className="link-button" onClick={() => acts.cancel.mutate(row.id)}>
            {t.cancel}
          </button>
        ) : null}
      </td>
    </tr>
  );
}

function Days({ day }: { day: string }) {
  const t = useHallWords();
  const navigate = useNavigate();
  const today = dayOf(now());
  const go = (to: string) => void navigate({ to: '/reception/appointments', search: to === today ? {} : { day: to } });
  return (
    <div className="row">
      <Button size="small" onClick={() => go(addDays(day, -1))}>
        ← {t.dayBefore}
      </Button>
      <b>{dayText(day)}</b>
      <Button size="small" onClick={() => go(addDays(day, 1))}>
        {t.dayAfter} →
      </Button>
      {day === today ? null : (
        <Button size="small" onClick={() => go(today)}>
          {t.today}
        </Button>
      )}
    </div>
  );
}

/** 预约: who is expected that day; by telephone somebody else books for them. */
export function AppointmentsPage() {
  const t = useHallWords();
  const today = dayOf(now());
  const { day = today } = useSearch({ from: '/app/reception/appointments' });
  const query = useQuery({
    queryKey: ['appointments', day],
    queryFn: () => api.get<AppointmentDay>('/api/appointments', { day }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  const acts = useActs();
  const heads = [t.slot, t.name, t.service, t.code, t.madeBy, t.state, t.act];
  return (
    <HallPage title={t.appointmentsTitle} aside={query.data ? t.asOf(asOfText(query.data.asOf)) : null}>
      <Days day={day} />
      {acts.arrive.data ? <Strip>{t.given(acts.arrive.data.label)}</Strip> : null}
      {acts.problem ? <Strip tone="late">{acts.problem.message}</Strip> : null}
      <PageState query={query}>
        {(page) => (
          <div className="hall-two">
            {page.items.length === 0 ? (
              <Empty>{t.noAppointments}</Empty>
            ) : (
              <TableScroll label={t.appointmentsTitle}>
                <table className="table">
                  <HeadRow heads={heads} />
                  <tbody>
                    {page.items.map((row) => (
                      <Row key={row.id} row={row} acts={acts} today={day === today} />
                    ))}
                  </tbody>
                </table>
              </TableScroll>
            )}
            <BookForm page={page} onBooked={changed} />
          </div>
        )}
      </PageState>
    </HallPage>
  );
}
