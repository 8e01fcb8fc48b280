import { Button, ConfigProvider } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { fieldId } from '../../../ui/Field.tsx';
import { focusFirstField, walkFields } from '../../../ui/fieldWalk.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { useWords } from './catalog.ts';
import type { RegisterForm } from './form.ts';
import { RegisteredPanel } from './RegisteredPanel.tsx';
import './intake.css';
import { SameMatter } from './SameMatter.tsx';
import { SixParts } from './SixParts.tsx';
import { useFromVisit } from './useFromVisit.ts';
import { type Registration, useRegistration } from './useRegistration.ts';
import { VisitOnly } from './VisitOnly.tsx';

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

const focusIt = (undo: HTMLElement | null) => undo?.focus();

function Foot({ registration, onConsult }: { registration: Registration; onConsult: () => void }) {
  const t = useWords();
  const { draft, pending, submit } = registration;
  const [cleared, setCleared] = useState<RegisterForm | null>(null);
  const startOver = () => {
    setCleared(draft.value);
    draft.clear();
  };
  return (
    <footer className="reception-foot">
      <Button onClick={onConsult}>
        {t.consultOnly} <kbd>Ctrl+Shift+Enter</kbd>
      </Button>
      <span className="second" role="status">
        {draft.kept ? t.kept : t.notKept} {draft.found && draft.kept ? t.foundDraft : ''}
      </span>
      {draft.kept ? (
        <button type="button" className="link-button" onClick={startOver}>
          {t.startOver}
        </button>
      ) : null}
      {cleared && !draft.kept ? (
        <span role="status">
          {t.cleared}{' '}
          <button type="button" className="link-button" onClick={() => draft.set(cleared)} ref={focusIt}>
            {t.bringBack}
          </button>
        </span>
      ) : null}
      <Button type="primary" loading={pending} onClick={submit} data-walk="end" className="reception-submit">
        {pending ? t.registering : t.register} <kbd>Ctrl+Enter</kbd>
      </Button>
    </footer>
  );
}

/** What stands beside the form while somebody is still at the counter. */
function Beside({ registration }: { registration: Registration }) {
  const { draft, pending, join } = registration;
  return (
    <aside className="reception-beside" data-walk="skip">
      <SameMatter form={draft.value} pending={pending} onJoin={join} />
    </aside>
  );
}

function Form({ registration }: { registration: Registration }) {
  const t = useWords();
  const { draft, errors, change, problem, submit } = registration;
  const [consulting, setConsulting] = useState(false);
  const [recorded, setRecorded] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  usePartKeys({ submit, consult: () => setConsulting(true) }, !consulting);
  useEffect(() => focusFirstField(form.current), []);
  const { facts, headCount } = draft.value;
  return (
    <>
      {recorded ? <Strip onClose={() => setRecorded(false)}>{t.recorded}</Strip> : null}
      {draft.value.visitId ? <Strip tone="info">{t.fromVisit}</Strip> : null}
      <ErrorSummary
        errors={Object.entries(errors).map(([field, sentence]) => ({ field, sentence }))}
        message={Object.keys(errors).length > 0 ? undefined : problem?.message}
        requestId={problem?.kind === 'bug' ? problem.requestId : undefined}
        idOf={fieldId}
      />
      <div ref={form} data-walk="form" onKeyDownCapture={walkFields}>
        <div className="reception-work">
          <SixParts registration={registration} />
          <Beside registration={registration} />
        </div>
        <Foot registration={registration} onConsult={() => setConsulting(true)} />
      </div>
      {consulting ? (
        <VisitOnly
          begun={{ services: ['consultation'], memo: facts, headCount }}
          onClose={() => setConsulting(false)}
          onDispute={(visit) => {
            setConsulting(false);
            const services = visit.services.includes('mediation')
              ? visit.services
              : [...visit.services, 'mediation' as const];
            change((old) => ({ ...old, services, facts: visit.memo, headCount: visit.headCount }));
          }}
          onRecorded={() => {
            setConsulting(false);
            setRecorded(true);
            // What is half registered of somebody else stays.
            if (!draft.value.parties.some(({ name }) => name.trim() !== '')) draft.clear();
          }}
        />
      ) : null}
    </>
  );
}

export type Counter = { onCalled: () => void; begun: boolean; printsNumber: boolean };

/** A walk-in from the call to the printed slip, with the hands on the keys. */
export function RegisterPage({ strip }: { strip: (counter: Counter) => ReactNode }) {
  const t = useWords();
  usePageTitle(t.page);
  const registration = useRegistration();
  const { draft, registered, startNext } = registration;
  useFromVisit(registration);
  const begin = () => {
    startNext();
    focusFirstField(document.querySelector('.reception-columns'));
  };
  return (
    <ConfigProvider theme={{ token: { controlHeight: 32 } }}>
      <div className="reception page">
        <h1 className="hidden-text">{t.page}</h1>
        {strip({ onCalled: begin, begun: draft.kept && !registered, printsNumber: !registered })}
        {registered ? (
          <RegisteredPanel registered={registered} onNext={startNext} />
        ) : (
          <Form registration={registration} />
        )}
      </div>
    </ConfigProvider>
  );
}
