import { Input } from 'antd';
import { useState } from 'react';
import type { SpecialDay } from '../../../calendar/calendar.ts';
import { type Day, weekday } from '../../../platform/now.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { dayText } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { useCalendarWords } from './words.ts';

type Kind = SpecialDay['kind'] | 'plain';
type Props = {
  day: Day;
  days: readonly SpecialDay[];
  onKeep: (days: SpecialDay[]) => void;
  onClose: () => void;
};

/** What the neighboring days are called is most likely what this one is called. */
function usualName(day: Day, days: readonly SpecialDay[], kind: Kind): string {
  const near = days
    .filter((each) => each.kind === 'holiday' && each.day !== day)
    .map((each) => ({ name: each.name, away: Math.abs(Date.parse(each.day) - Date.parse(day)) }))
    .sort((a, b) => a.away - b.away)[0];
  const name = near && near.away <= 14 * 86_400_000 ? near.name : '';
  return kind === 'workday' && name ? `${name.split('、')[0]}调休上班` : name;
}

/** One day of the year: off, worked, or as usual. */
export function DayDialog({ day, days, onKeep, onClose }: Props) {
  const t = useCalendarWords();
  const before = days.find((each) => each.day === day);
  const [kind, setKind] = useState<Kind>(before?.kind ?? 'plain');
  const [name, setName] = useState(before?.name ?? '');
  const choose = (next: Kind) => {
    setKind(next);
    if (next !== before?.kind) setName(usualName(day, days, next));
  };
  const keep = () => {
    const others = days.filter((each) => each.day !== day);
    const given = name.trim() || (kind === 'holiday' ? t.holiday : t.workday);
    onKeep(
      kind === 'plain' ? others : [...others, { day, kind, name: given }].sort((a, b) => (a.day < b.day ? -1 : 1)),
    );
  };
  const options = [
    { value: 'holiday' as const, label: t.holiday },
    // Only a weekend can be worked in exchange.
    ...(weekday(day) > 5 || before?.kind === 'workday' ? [{ value: 'workday' as const, label: t.workday }] : []),
    { value: 'plain' as const, label: t.plain },
  ];
  return (
    <ActDialog
      title={t.dayTitle(dayText(day))}
      act={t.keepDay}
      leave={t.leaveDay}
      isPending={false}
      onAct={keep}
      onClose={onClose}
    >
      <Choice name="kind" label={t.kindOf} options={options} value={kind} onChange={choose} />
      {kind !== 'plain' && (
        <Field name="name" label={t.name} hint={t.nameHint} limit={40} typed={name}>
          {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
      )}
    </ActDialog>
  );
}
