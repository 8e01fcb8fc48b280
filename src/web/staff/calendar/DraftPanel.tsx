import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SpecialDay } from '../../../calendar/calendar.ts';
import { changedDays, type DayChange, type YearView } from '../../../calendar/yearView.ts';
import { isDay } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';
import { dayText, tableTime } from '../../../ui/dates.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { useDraft } from './useCalendar.ts';
import { useCalendarWords } from './words.ts';

type Draft = ReturnType<typeof useDraft>;

export function ChangedDays({ changes }: { changes: readonly DayChange[] }) {
  const t = useCalendarWords();
  const kind = (day: SpecialDay | null) =>
    day === null ? t.plain : `${day.kind === 'holiday' ? t.holiday : t.workday} ${day.name}`;
  return (
    <ul>
      {changes.map(({ day, before, after }) => (
        <li key={day}>
          {dayText(day)}：{kind(before)} → <b>{kind(after)}</b>
        </li>
      ))}
    </ul>
  );
}

/** Which notice it is, and of which day; saved when one leaves the field. */
function Citation({ draft, view }: { draft: Draft; view: YearView }) {
  const t = useCalendarWords();
  const [source, setSource] = useState(draft.base.source);
  const [day, setDay] = useState(draft.base.publishedOn ?? '');
  const read = isDay(day) ? day : readDay(day, `${view.year}-01-01`, 'past');
  return (
    <>
      <Field
        name="source"
        label={t.source}
        hint={t.sourceHint}
        error={view.draft?.problems.source}
        limit={100}
        typed={source}
      >
        {(control) => (
          <Input
            {...control}
            value={source}
            onChange={(event) => setSource(event.target.value)}
            onBlur={() => source.trim() !== draft.base.source && draft.save.mutate({ source: source.trim() })}
          />
        )}
      </Field>
      <Field name="publishedOn" label={t.publishedDay} hint={read ? dayText(read) : undefined}>
        {(control) => (
          <Input
            {...control}
            value={day}
            placeholder={t.dayPlaceholder}
            onChange={(event) => setDay(event.target.value)}
            onBlur={() => (read ?? null) !== draft.base.publishedOn && draft.save.mutate({ publishedOn: read ?? null })}
          />
        )}
      </Field>
    </>
  );
}

type Props = {
  view: YearView;
  draft: Draft;
  busy: boolean;
  /** A plan of this very draft stands above, with the button that goes on. */
  planned: boolean;
  onPaste: () => void;
  onImport: () => void;
  onLook: () => void;
};

/** What keepers prepare: three ways in, the differences, and the way on to the preview. */
export function DraftPanel({ view, draft, busy, planned, onPaste, onImport, onLook }: Props) {
  const t = useCalendarWords();
  const own = view.draft;
  const changes = own ? changedDays(view.days, own.days) : [];
  const problems = Object.values(own?.problems ?? {});
  const error = draft.save.error ?? draft.discard.error;
  return (
    <section className="calendar-panel" aria-label={t.draft}>
      <h2>{t.draft}</h2>
      {error && <ErrorSummary errors={[]} message={error.message} />}
      {own ? (
        <p className="second">{t.draftSaved(own.savedBy ?? '', tableTime(own.savedAt))}</p>
      ) : (
        <p className="second">{t.startDraft}</p>
      )}
      <div className="row">
        <Button onClick={onPaste}>{t.paste}</Button>
        <Button onClick={onImport}>{t.importTitle}</Button>
      </div>
      {own && <Citation key={`${own.year}/${own.source}/${own.publishedOn}`} draft={draft} view={view} />}
      {own && <p>{changes.length > 0 ? <b>{t.draftChanges(changes.length)}</b> : t.draftNone}</p>}
      {changes.length > 0 && <ChangedDays changes={changes} />}
      {problems.length > 0 && (
        <p className="calendar-wrong">
          {t.missingThings}
          {problems.join('；')}
        </p>
      )}
      {own && (
        <div className="row">
          <Button type={planned ? 'default' : 'primary'} disabled={problems.length > 0} loading={busy} onClick={onLook}>
            {t.look}
          </Button>
          <Button disabled={busy} onClick={() => draft.discard.mutate()}>
            {t.discard}
          </Button>
        </div>
      )}
    </section>
  );
}
