import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { dayOf, now } from '../../../platform/now.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { fieldId } from '../../../ui/Field.tsx';
import { focusFirstField, walkFields } from '../../../ui/fieldWalk.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { useMe, usePost } from '../useMe.ts';
import { useWords } from './catalog.ts';
import type { RegisterForm } from './form.ts';
import { Parties } from './Parties.tsx';
import { RegisteredPanel } from './RegisteredPanel.tsx';
import './reception.css';
import { useRegistration } from './useRegistration.ts';
import { VisitOnly } from './VisitOnly.tsx';
import { AmountAndFiles, Where, Willing } from './Where.tsx';
import { Why } from './Why.tsx';

function Part({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="reception-part" data-part={number} aria-labelledby={`part-${number}`}>
      <h2 id={`part-${number}`}>
        <kbd title={`Alt+${number}`}>{number}</kbd> {title}
      </h2>
      {children}
    </section>
  );
}

const jumpTo = (number: number) => focusFirstField(document.querySelector(`[data-part="${number}"]`));

function usePartKeys(act: { submit: () => void; consult: () => void }, enabled: boolean): void {
  const parts = [1, 2, 3, 4, 5, 6].map((number) => [`Alt+${number}`, () => jumpTo(number)] as const);
  useHotkeys(
    {
      ...Object.fromEntries(parts),
      'Ctrl+Enter': (event) => (event.shiftKey ? act.consult() : act.submit()),
    },
    { enabled },
  );
}

/** A walk-in from the first word to the printed slip, with the hands on the keys. */
export function RegisterPage() {
  const t = useWords();
  usePageTitle(t.page);
  const { user } = useMe();
  const post = usePost();
  const registration = useRegistration();
  const { draft, errors, change, clearErrors, submit, pending, problem, registered } = registration;
  const [consulting, setConsulting] = useState(false);
  const [recorded, setRecorded] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  usePartKeys({ submit, consult: () => setConsulting(true) }, !consulting && !registered);
  useEffect(() => {
    if (!registered) focusFirstField(form.current);
  }, [registered]);
  if (registered) return <RegisteredPanel registered={registered} onNext={registration.startNext} />;
  const patch = (part: Partial<RegisterForm>) => {
    for (const field of Object.keys(part)) clearErrors(field === 'amount' ? 'amountCents' : field);
    change((old) => ({ ...old, ...part }));
  };
  const parts = { form: draft.value, change: patch, errors, today: dayOf(now()) };
  const parties = { form: draft.value, set: change, errors, clearErrors };
  return (
    <div className="reception page">
      <header className="page-head">
        <h1>{t.page}</h1>
        <span className="second">{t.at(post.unitShort, user.name)}</span>
        <span className="second page-head-end reception-keys">{t.keys}</span>
      </header>
      {recorded ? <Strip onClose={() => setRecorded(false)}>{t.recorded}</Strip> : null}
      <ErrorSummary
        errors={Object.entries(errors).map(([field, sentence]) => ({ field, sentence }))}
        message={Object.keys(errors).length > 0 ? undefined : problem?.message}
        requestId={problem?.kind === 'bug' ? problem.requestId : undefined}
        idOf={fieldId}
      />
      <div ref={form} data-walk="form" onKeyDownCapture={walkFields}>
        <div className="reception-columns">
          <div>
            <Part number={1} title={t.who}>
              <Parties {...parties} sides={['applicant']} />
            </Part>
          </div>
          <div>
            <Part number={2} title={t.why}>
              <Why {...parts} />
            </Part>
          </div>
          <div>
            <Part number={3} title={t.other}>
              <Parties {...parties} sides={['respondent', 'third']} />
            </Part>
          </div>
          <div>
            <Part number={4} title={t.where}>
              <Where {...parts} />
            </Part>
            <Part number={5} title={t.money}>
              <AmountAndFiles {...parts} />
            </Part>
            <Part number={6} title={t.willingHead}>
              <Willing {...parts} />
            </Part>
          </div>
        </div>
        <footer className="reception-foot">
          <Button onClick={() => setConsulting(true)}>
            {t.consultOnly} <kbd>Ctrl+Shift+Enter</kbd>
          </Button>
          <span className="second" role="status">
            {draft.kept ? t.kept : t.notKept} {draft.found && draft.kept ? t.foundDraft : ''}
          </span>
          {draft.kept ? (
            <button type="button" className="link-button" onClick={draft.clear}>
              {t.startOver}
            </button>
          ) : null}
          <Button type="primary" loading={pending} onClick={submit} data-walk="end" className="reception-submit">
            {pending ? t.registering : t.register} <kbd>Ctrl+Enter</kbd>
          </Button>
        </footer>
      </div>
      {consulting ? (
        <VisitOnly
          memo={draft.value.facts}
          headCount={draft.value.headCount}
          onClose={() => setConsulting(false)}
          onRecorded={() => {
            setConsulting(false);
            setRecorded(true);
          }}
        />
      ) : null}
    </div>
  );
}
