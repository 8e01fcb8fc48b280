import { Link, useParams } from '@tanstack/react-router';
import { Button, ConfigProvider, Input } from 'antd';
import { useEffect, useRef } from 'react';
import type { PaperView } from '../../../../imports/paperViews.ts';
import { formatCode } from '../../../../platform/disputeCode.ts';
import { dayOf, now } from '../../../../platform/now.ts';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx';
import { Field, fieldId } from '../../../../ui/Field.tsx';
import { focusFirstField, walkFields } from '../../../../ui/fieldWalk.ts';
import { PageState } from '../../../../ui/PageState.tsx';
import { Pick } from '../../../../ui/Pick.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { useHotkeys } from '../../../../ui/useHotkeys.ts';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { SixParts } from '../../intake/SixParts.tsx';
import './paper.css';
import { type PaperFields, useEntry } from './useEntry.ts';
import { usePaper } from './usePaper.ts';
import { usePaperWords } from './words.ts';

type Entry = ReturnType<typeof useEntry>;

/** What stands on the sheet's own head: when it was received, and by whom. */
function Received({ entry, view }: { entry: Entry; view: PaperView }) {
  const t = usePaperWords();
  const { paper, registration } = entry;
  const { errors, clearErrors } = registration;
  const set = (part: Partial<PaperFields>) => {
    for (const field of Object.keys(part)) clearErrors(field);
    paper.set((old) => ({ ...old, ...part }));
  };
  const { day, time, receivedByPostId, lateReason } = paper.value;
  return (
    <section className="paper-received" aria-labelledby="paper-received">
      <h2 id="paper-received">{t.paperHead}</h2>
      <div className="paper-fields">
        <DayInput
          name="day"
          label={t.day}
          value={day}
          onChange={(value) => set({ day: value })}
          today={dayOf(now())}
          nearest="past"
          placeholder={t.dayHint}
          error={errors.day}
        />
        <Field name="time" label={t.time} error={errors.time}>
          {(control) => (
            <Input
              {...control}
              value={time}
              placeholder={t.timeHint}
              autoComplete="off"
              onChange={(event) => set({ time: event.target.value })}
            />
          )}
        </Field>
        <Field name="receivedByPostId" label={t.receivedBy} error={errors.receivedByPostId}>
          {(control) => (
            <Pick
              control={control}
              options={view.colleagues.map(({ postId, name }) => ({ value: postId, label: name, initials: '' }))}
              value={receivedByPostId}
              onChange={(value) => set({ receivedByPostId: value })}
              placeholder={t.pickColleague}
              nothingFound={t.nothingFound}
            />
          )}
        </Field>
        <Field name="lateReason" label={t.late} hint={t.lateHint(view.rules.lateHours)} error={errors.lateReason}>
          {(control) => (
            <Input {...control} value={lateReason} onChange={(event) => set({ lateReason: event.target.value })} />
          )}
        </Field>
      </div>
    </section>
  );
}

function Entered({ code }: { code: string }) {
  const t = usePaperWords();
  return (
    <Strip
      actions={
        <>
          <Link to="/disputes/$code" params={{ code }} search={{}}>
            {t.openDispute}
          </Link>
          <Link to="/paper">{t.nextOne}</Link>
        </>
      }
    >
      {t.done(formatCode(code))}
    </Strip>
  );
}

function Form({ code, view }: { code: string; view: PaperView }) {
  const t = usePaperWords();
  const entry = useEntry(code, t);
  const { registration } = entry;
  const { errors, problem, pending, registered, submit } = registration;
  const form = useRef<HTMLDivElement>(null);
  useHotkeys({ 'Ctrl+Enter': submit }, { enabled: !registered });
  useEffect(() => focusFirstField(form.current), []);
  if (registered) return <Entered code={code} />;
  return (
    <>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, sentence]) => ({ field, sentence }))}
        message={Object.keys(errors).length > 0 ? undefined : problem?.message}
        requestId={problem?.kind === 'bug' ? problem.requestId : undefined}
        idOf={fieldId}
      />
      <div ref={form} data-walk="form" onKeyDownCapture={walkFields}>
        <Received entry={entry} view={view} />
        <SixParts registration={registration} />
        <footer className="reception-foot">
          <Button type="primary" loading={pending} onClick={submit} data-walk="end" className="reception-submit">
            {t.submit} <kbd>Ctrl+Enter</kbd>
          </Button>
        </footer>
      </div>
    </>
  );
}

/** A sheet of paper typed in: its code and time first, then the form of the counter. */
export function EntryPage() {
  const t = usePaperWords();
  const { code } = useParams({ from: '/app/paper/$code' });
  usePageTitle(t.entryOf(formatCode(code)));
  const paper = usePaper();
  return (
    <ConfigProvider theme={{ token: { controlHeight: 32 } }}>
      <div className="reception page">
        <header className="page-head">
          <h1>{t.entryOf(formatCode(code))}</h1>
          <Link to="/paper" className="page-head-end">
            {t.backToList}
          </Link>
        </header>
        <PageState query={paper}>{(view) => <Form key={code} code={code} view={view} />}</PageState>
      </div>
    </ConfigProvider>
  );
}
