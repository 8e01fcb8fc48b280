import type { RosterDay, RosterPage, RosterSlot } from '../../../attendance/rosterViews.ts';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useDutyWords } from './duty/words.ts';
import type { SlotKey } from './SlotDialog.tsx';

type Open = (key: SlotKey) => void;

function Cell({
  page,
  day,
  slot,
  part,
  shift,
  open,
}: {
  page: RosterPage;
  day: RosterDay;
  slot: RosterSlot | undefined;
  part: 'leader' | 'officer';
  shift: string;
  open: Open;
}) {
  const t = useDutyWords();
  const ahead = day.day >= page.today;
  const key = { day: day.day, shift, part, slot };
  return (
    <td>
      <div className="row roster-cell">
        <span className={slot?.mine ? 'roster-mine' : undefined}>
          {slot?.name ?? '—'}
          {slot?.mine && <span className="hidden-text">（{t.mine}）</span>}
        </span>
        {ahead && page.mayDraw && page.state !== 'none' && (
          <button
            type="button"
            className="link-button no-print"
            aria-label={`${day.day} ${t.change}`}
            onClick={() => open({ ...key, what: 'change' })}
          >
            {t.changeShort}
          </button>
        )}
        {ahead && slot?.mine && page.state === 'published' && (
          <button type="button" className="link-button no-print" onClick={() => open({ ...key, what: 'swap' })}>
            {t.swap}
          </button>
        )}
      </div>
    </td>
  );
}

/** A row a day: who leads, who stands each shift, and the number to call. */
export function RosterTable({ page, open }: { page: RosterPage; open: Open }) {
  const t = useDutyWords();
  const [first] = page.shifts;
  return (
    <TableScroll label={t.roster}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.leader}</th>
            {page.shifts.map(({ code, name }) => (
              <th key={code} scope="col">
                {t.officer(name)}
              </th>
            ))}
            <th scope="col">{t.phone}</th>
          </tr>
        </thead>
        <tbody>
          {page.days.map((day) => {
            const find = (shift: string, part: string) =>
              day.slots.find((slot) => slot.shift === shift && slot.part === part);
            const classes = [day.off && 'roster-off', day.day === page.today && 'roster-today']
              .filter(Boolean)
              .join(' ');
            return (
              <tr key={day.day} className={classes || undefined}>
                <th scope="row" className="nowrap">
                  {day.day.slice(5)} <span className="second">{day.name}</span>
                </th>
                <Cell
                  page={page}
                  day={day}
                  slot={find(first?.code ?? '', 'leader')}
                  part="leader"
                  shift={first?.code ?? ''}
                  open={open}
                />
                {page.shifts.map(({ code }) => (
                  <Cell
                    key={code}
                    page={page}
                    day={day}
                    slot={find(code, 'officer')}
                    part="officer"
                    shift={code}
                    open={open}
                  />
                ))}
                <td className="nowrap second">{day.slots.find(({ phone }) => phone !== '')?.phone ?? ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}
