import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { dayText } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { walkFields } from '../../../ui/fieldWalk.ts';
import { PaperState } from '../../../ui/PaperState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { type ApiError, api } from '../api.ts';
import { type OpenedPdf, openPdf } from '../openPdf.ts';
import type { AppointmentDay } from './queries.ts';
import { useHallWords } from './words.ts';

type Booking = { day: string; slot: string; service: string; name: string; phone: string };
type Booked = { id: string; code: string; day: string; slotText: string };

/** Somebody calls: day, half hour, what for, who. */
export function BookForm({ page, onBooked }: { page: AppointmentDay; onBooked: () => void }) {
  const t = useHallWords();
  const first = page.days.find(({ slots }) => slots.some(({ left }) => left > 0));
  const fresh = { day: first?.day ?? '', slot: '', service: page.services[0]?.service ?? '', name: '', phone: '' };
  const [form, setForm] = useState<Booking>(fresh);
  const set = (part: Partial<Booking>) => setForm((old) => ({ ...old, ...part }));
  const booking = useMutation<Booked, ApiError, Booking>({
    mutationFn: (input) => api.post('/api/appointments', input),
    onSuccess: () => {
      set({ slot: '', name: '', phone: '' });
      onBooked();
    },
  });
  const printing = useMutation<OpenedPdf, ApiError, string>({
    mutationFn: async (id) => openPdf(await api.blob('GET', `/api/appointments/${id}/slip.pdf`)),
  });
  useHotkeys({ 'Ctrl+Enter': () => booking.mutate(form) }, { enabled: !booking.isPending });
  if (page.days.length === 0) return <p>{t.notBookable}</p>;
  const slots = page.days.find(({ day }) => day === form.day)?.slots ?? [];
  const fields = booking.error?.fields ?? {};
  const input = (name: 'name' | 'phone', label: string) => (
    <Field name={`appointment.${name}`} label={label} error={fields[name]} limit={40} typed={form[name]}>
      {(control) => (
        <Input
          {...control}
          value={form[name]}
          autoComplete="off"
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const select = (name: 'day' | 'slot' | 'service', label: string, options: { value: string; label: string }[]) => (
    <Field name={`appointment.${name}`} label={label} error={fields[name]}>
      {(control) => (
        <Select
          {...control}
          style={{ width: '100%' }}
          value={form[name] || null}
          options={options}
          onChange={(value: string) => set(name === 'day' ? { day: value, slot: '' } : { [name]: value })}
        />
      )}
    </Field>
  );
  return (
    <section aria-labelledby="book">
      <h2 id="book">{t.book}</h2>
      {booking.data ? (
        <Strip
          actions={
            <Button size="small" onClick={() => printing.mutate(booking.data.id)}>
              {t.printSlip}
            </Button>
          }
        >
          {t.booked(booking.data.code, `${dayText(booking.data.day)} ${booking.data.slotText}`)}{' '}
          <PaperState name={t.slip} making={printing} onAgain={() => printing.mutate(booking.data.id)} />
        </Strip>
      ) : null}
      {booking.error ? <Strip tone="late">{booking.error.message}</Strip> : null}
      <div className="stack" data-walk="form" onKeyDownCapture={walkFields}>
        {select(
          'day',
          t.day,
          page.days.map(({ day }) => ({ value: day, label: dayText(day) })),
        )}
        {select(
          'slot',
          t.slot,
          slots.map(({ slot, text, left }) => ({
            value: slot,
            label: `${text} · ${t.left(left)}`,
            disabled: left === 0,
          })),
        )}
        {select(
          'service',
          t.service,
          page.services.map(({ service, label }) => ({ value: service, label })),
        )}
        {input('name', t.name)}
        {input('phone', t.phone)}
        <Button type="primary" loading={booking.isPending} onClick={() => booking.mutate(form)} data-walk="end">
          {t.bookIt} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </section>
  );
}
