import { App, Button } from 'antd';
import { useState } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import { ClockFaceText } from '../../../ui/Clock.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { useWords, type Words } from './catalog.ts';

type Grade = 'high' | 'medium' | 'low';
const isGrade = (word: string | null): word is Grade => word === 'high' || word === 'medium' || word === 'low';

function grades({ difficulty, urgency, gravity }: DisputeView, t: Words): string {
  if (difficulty !== 'simple' && difficulty !== 'ordinary' && difficulty !== 'complex') return t.ungraded;
  const parts = [isGrade(urgency) && t.urgent(t[urgency]), isGrade(gravity) && t.grave(t[gravity])];
  return [t[difficulty], ...parts].filter(Boolean).join(' · ');
}

/** Stays on top: which matter this is, how it is read aloud, who took it in first, and the nearest date. */
export function IdentityBar({ view }: { view: DisputeView }) {
  const t = useWords();
  const { message } = App.useApp();
  const [aloud, setAloud] = useState(false);
  const leading = view.clocks.find((clock) => clock.leading);
  const copy = async () => {
    await navigator.clipboard.writeText(view.code);
    void message.success(t.copied);
  };
  return (
    <header className="identity">
      <div className="identity-line">
        <span className="identity-code">{view.codeGrouped}</span>
        <span className="second">
          {view.category.name} · {view.leadUnit?.short ?? view.center.short}
        </span>
        <Button size="small" onClick={() => void copy()}>
          {t.copy}
        </Button>
        <Button size="small" aria-expanded={aloud} onClick={() => setAloud(!aloud)}>
          {t.aloud}
        </Button>
        {aloud ? <output className="identity-aloud">{view.codeAloud}</output> : null}
        <span className="identity-end">
          {leading ? (
            <>
              <span className="second">{leading.label}</span> <ClockFaceText face={leading} />
            </>
          ) : null}
        </span>
      </div>
      <div className="identity-line">
        <h1>{view.title}</h1>
        <span className="second identity-end">
          {t.firstContact} {view.firstContact.name || t.notSaid}
          {view.firstContact.unit ? `（${view.firstContact.unit}）` : ''}　{grades(view, t)}
          {view.reopened > 0 ? `　${t.reopened(view.reopened)}` : ''}
        </span>
      </div>
      {view.restricted || view.contested ? (
        <div className="identity-line">
          {view.restricted ? (
            <span className="identity-flag">
              <StateIcon shape="info" /> {t.restricted}
            </span>
          ) : null}
          {view.contested ? (
            <span className="identity-flag">
              <StateIcon shape="info" /> {t.contested}
            </span>
          ) : null}
        </div>
      ) : null}
    </header>
  );
}
