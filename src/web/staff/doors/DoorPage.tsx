import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { doorOfCode } from '../../../doors/allDoors.ts';
import type { DoorView } from '../../../doors/doorViews.ts';
import type { StepDone } from '../../../procedures/views.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import type { Forms } from '../steps/forms.ts';
import { StepPanel } from '../steps/StepPanel.tsx';
import { useOpenStep } from '../steps/useOpenStep.ts';
import { NextOwed } from '../work/NextOwed.tsx';
import { About, Application, Around } from './DoorParts.tsx';
import { doorForms } from './forms.tsx';
import { doorQuery } from './queries.ts';
import { useDoorWords } from './words.ts';

const route = getRouteApi('/app/doors/$code');
type Doors = Forms<DoorView, string>;

const labelOf = ({ kind }: Doors, zh: boolean, step: string): string =>
  (zh ? kind.steps[step]?.label : kind.steps[step]?.labelEn) ?? step;

function Doing({ view, forms, onOpen }: { view: DoorView; forms: Doors; onOpen: (step: string) => void }) {
  const t = useDoorWords();
  const zh = useLanguage() === 'zh';
  const { later } = view.steps;
  // What is complete is handed in next; until then it is filled in.
  const now =
    view.missing.length === 0
      ? view.steps.now.toSorted((a, b) => Number(b === 'handIn') - Number(a === 'handIn'))
      : view.steps.now;
  return (
    <section aria-labelledby="door-doing">
      <h2 id="door-doing">{t.doing}</h2>
      {now.length === 0 ? <p className="second">{view.ended ? t.ended : t.nothing}</p> : null}
      <div className="row">
        {now.map((step, at) => (
          <Button key={step} type={at === 0 ? 'primary' : 'default'} onClick={() => onOpen(step)}>
            {labelOf(forms, zh, step)}
          </Button>
        ))}
      </div>
      {later
        .filter(({ name }) => name === 'handIn' && view.status === 'preparing')
        .map(({ name, sentence }) => (
          <p key={name} className="second">
            {labelOf(forms, zh, name)}：{sentence}
          </p>
        ))}
    </section>
  );
}

function Door({ view }: { view: DoorView }) {
  const t = useDoorWords();
  const zh = useLanguage() === 'zh';
  const forms = useMemo(() => doorForms(doorOfCode(view.code)), [view.code]);
  const { open, refused, show: setOpen } = useOpenStep(forms, view);
  const [done, setDone] = useState<StepDone | null>(null);
  usePageTitle(t.page(view.label));
  const close = () => setOpen(null);
  return (
    <>
      <div className="page-head">
        <h1>{view.label}</h1>
        <span>
          <StateIcon shape={view.ended ? 'done' : 'info'} /> {view.statusLabel}
        </span>
      </div>
      {done ? (
        <Strip key={done.version} onClose={() => setDone(null)} actions={<NextOwed after={view.code} />}>
          {done.sentence}
        </Strip>
      ) : null}
      {refused ? (
        <Strip tone="info" onClose={close}>
          {refused}
        </Strip>
      ) : null}
      <Doing view={view} forms={forms} onOpen={setOpen} />
      <About view={view} />
      <Application view={view} />
      <Around view={view} />
      {open ? (
        <Modal open width={720} title={labelOf(forms, zh, open)} onCancel={close} footer={null}>
          <StepPanel
            forms={forms}
            view={view}
            step={open}
            inDialog
            onClose={close}
            onDone={(answer) => {
              setDone(answer);
              close();
            }}
          />
        </Modal>
      ) : null}
    </>
  );
}

/** One door of law: how far it is, what is missing and who can bring it, what this post can do now. */
export function DoorPage() {
  const { code } = route.useParams();
  const query = useQuery(doorQuery(code));
  return (
    <div className="page">{<PageState query={query}>{(view) => <Door key={view.code} view={view} />}</PageState>}</div>
  );
}
