import { useState } from 'react';
import { mainWay } from '../../../disputes/mainWay.ts';
import { statusLabels } from '../../../disputes/procedure.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { Leaf, StateIcon } from '../../../ui/StateIcon.tsx';
import { LegalRoutes } from '../LegalRoutes.tsx';
import { useWords } from './catalog.ts';

/** The way of a dispute with one leaf: here. Below it the branch that opens when it cannot be settled. */
export function ProcedureLine({ view }: { view: DisputeView }) {
  const t = useWords();
  const language = useLanguage();
  const [ways, setWays] = useState(view.status === 'mediationFailed' || view.status === 'terminated');
  const here = mainWay.findIndex((stop) => stop.at.includes(view.status));
  return (
    <nav className="way" aria-label={t.procedure}>
      <ol>
        {mainWay.map((stop, index) => (
          <li
            key={stop.label}
            className={index < here ? 'way-done' : index === here ? 'way-here' : 'way-ahead'}
            aria-current={index === here ? 'step' : undefined}
          >
            {index === here ? <Leaf size={18} /> : null}
            {index === here ? (
              <>
                <b>{statusLabels[view.status][language]}</b> <span className="second">{t.here}</span>
              </>
            ) : (
              <>
                {language === 'zh' ? stop.label : stop.at[0] && statusLabels[stop.at[0]].en}
                {index < here ? (
                  <>
                    <StateIcon shape="done" />
                    <span className="hidden-text">{t.doneStep}</span>
                  </>
                ) : null}
              </>
            )}
          </li>
        ))}
      </ol>
      <span className="way-branch">
        <span className="second">{t.failing} ↓</span>{' '}
        <button type="button" className="link-button" aria-expanded={ways} onClick={() => setWays(!ways)}>
          {ways ? t.hideWays : t.ways}
        </button>
      </span>
      {ways ? (
        <div className="routes-panel way-routes">
          <LegalRoutes categoryCode={view.category.code} />
        </div>
      ) : null}
    </nav>
  );
}
