import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { StepName } from '../../../disputes/procedure.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import type { StepDone } from '../../../procedures/views.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { disputeQuery } from '../queries.ts';
import { LiveChanges } from '../shell/Changes.tsx';
import { useNoteRecent } from '../shell/useNoteRecent.ts';
import { StepPanel } from '../steps/StepPanel.tsx';
import { useOpenStep } from '../steps/useOpenStep.ts';
import { NextOwed } from '../work/NextOwed.tsx';
import { Clocks, Outside, Working } from './Around.tsx';
import { Agreements } from './agreement/Agreements.tsx';
import { useWords } from './catalog.ts';
import { Doing } from './Doing.tsx';
import './dispute.css';
import { Facts } from './Facts.tsx';
import { IdentityBar } from './IdentityBar.tsx';
import { Linked } from './Linked.tsx';
import { Files } from './Papers.tsx';
import { Parties } from './Parties.tsx';
import { PrintFoot } from './PrintFoot.tsx';
import { Prints } from './Prints.tsx';
import { ProcedureLine } from './ProcedureLine.tsx';
import { Ruler } from './Ruler.tsx';
import { Settlements } from './Settlements.tsx';
import { disputeForms } from './steps/forms.tsx';
import { TakeBack } from './TakeBack.tsx';
import { Timeline } from './Timeline.tsx';
import { Told } from './Told.tsx';

const route = getRouteApi('/app/disputes/$code');

function Done({ done, view, onUndo, onClose }: DoneProps) {
  const t = useWords();
  const undoable = done.undoUntil !== null && view.steps.now.includes('undoDispatch');
  useHotkeys({ U: onUndo }, { enabled: undoable });
  return (
    <Strip
      onClose={onClose}
      actions={
        <>
          {undoable ? (
            <Button size="small" onClick={onUndo}>
              {t.undo} <kbd>U</kbd>
            </Button>
          ) : null}
          <NextOwed after={view.code} />
        </>
      }
    >
      {done.sentence}
      {done.undoUntil || done.takeBack ? done.undo : ''}
    </Strip>
  );
}
type DoneProps = { done: StepDone; view: DisputeView; onUndo: () => void; onClose: () => void };

/** Steps that need more room than the column has. */
const widths: Readonly<Partial<Record<StepName, number>>> = { dispatch: 720, draftAgreement: 1200 };

function StepForm({ view, step, onClose, onDone }: StepFormProps) {
  const t = useWords();
  const panel = (inDialog: boolean) => (
    <StepPanel
      key={step}
      forms={disputeForms}
      view={view}
      step={step}
      inDialog={inDialog}
      onClose={onClose}
      onDone={onDone}
    />
  );
  const width = widths[step];
  if (width === undefined) return panel(false);
  const title = step === 'dispatch' ? t.dispatchTitle(view.title) : t.agreementTitle(view.title);
  return (
    <Modal open width={width} title={title} onCancel={onClose} footer={null} style={{ top: 8 }}>
      {panel(true)}
    </Modal>
  );
}
type StepFormProps = {
  view: DisputeView;
  step: StepName;
  onClose: () => void;
  onDone: (done: StepDone) => void;
};

type Pieces = { supervision: (view: DisputeView) => ReactNode; roster: (view: DisputeView) => ReactNode };

function Matter({ view, supervision, roster }: { view: DisputeView } & Pieces) {
  const t = useWords();
  usePageTitle(t.page(view.codeShort));
  useNoteRecent(view);
  const { open, refused, show } = useOpenStep(disputeForms, view);
  const [done, setDone] = useState<StepDone | null>(null);
  const setOpen = (step: StepName | null) => {
    setDone(null);
    show(step);
  };
  const may = (step: StepName) => (view.steps.now.includes(step) ? () => setOpen(step) : undefined);
  const finish = (answer: StepDone) => {
    setDone(answer);
    show(null);
  };
  const inColumn = open !== null && !(open in widths);
  return (
    <>
      <IdentityBar view={view} />
      <div className="page dispute">
        <LiveChanges queryKey={['dispute', view.code]} code={view.code} />
        <ProcedureLine view={view} />
        <Ruler view={view} />
        {done && !open ? (
          <Done
            key={done.version}
            done={done}
            view={view}
            onUndo={() => setOpen('undoDispatch')}
            onClose={() => setDone(null)}
          />
        ) : null}
        {view.takeBack ? <TakeBack key={view.version} view={view} label={view.takeBack} onDone={finish} /> : null}
        {refused ? (
          <Strip tone="info" onClose={() => setOpen(null)}>
            {refused}
          </Strip>
        ) : null}
        <div className="dispute-columns">
          <div className="dispute-doing">
            {inColumn ? null : <Doing view={view} onAct={setOpen} />}
            {open ? <StepForm view={view} step={open} onClose={() => setOpen(null)} onDone={finish} /> : null}
          </div>
          <div className="dispute-reading">
            <Facts view={view} onAmend={may('amend')} />
            <Parties view={view} />
            {roster(view)}
            <Agreements view={view} />
            <Settlements view={view} />
            <Files view={view} onAdd={may('addFile')} />
            <Timeline entries={view.timeline} />
          </div>
          <div className="dispute-around">
            <Linked view={view} />
            <Working view={view} />
            <Clocks view={view} />
            {supervision(view)}
            <Told view={view} />
            <Outside view={view} />
            <Prints view={view} />
          </div>
        </div>
        <PrintFoot view={view} />
      </div>
    </>
  );
}

/** One dispute: what it is, where it stands, what is owed, and who did what. */
export function DisputePage(pieces: Pieces) {
  const { code } = route.useParams();
  const query = useQuery(disputeQuery(code));
  const page = <PageState query={query}>{(view) => <Matter key={view.code} view={view} {...pieces} />}</PageState>;
  return query.data ? page : <div className="page">{page}</div>;
}
