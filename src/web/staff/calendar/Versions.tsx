import { changedDays, type VersionView, type YearView } from '../../../calendar/yearView.ts';
import { tableTime } from '../../../ui/dates.ts';
import { ChangedDays } from './DraftPanel.tsx';
import { useCalendarWords } from './words.ts';

type Props = { view: YearView; onMoved: (version: VersionView) => void };

/** Every version that ever held, what each changed, and which dates it moved. */
export function Versions({ view, onMoved }: Props) {
  const t = useCalendarWords();
  return (
    <section className="calendar-panel" aria-label={t.history}>
      <h2>{t.history}</h2>
      {view.versions.map((version, place) => {
        const former = view.versions[place + 1];
        const changes = former ? changedDays(former.days, version.days) : [];
        const { publishedAt, publishedBy } = version;
        return (
          <div key={version.version}>
            <h3>
              {t.version(version.version)} {place === 0 && <span className="second">{t.current}</span>}
            </h3>
            <p className="second">
              {version.source}
              {' · '}
              {publishedAt ? t.by(publishedBy ?? '', tableTime(publishedAt)) : t.shipped}
            </p>
            {changes.length > 0 && (
              <details>
                <summary>{t.compare(changes.length)}</summary>
                <ChangedDays changes={changes} />
              </details>
            )}
            {version.runId && (
              <button type="button" className="link-button" onClick={() => onMoved(version)}>
                {t.movedThen}
              </button>
            )}
          </div>
        );
      })}
      {view.versions.length === 0 && <p>{t.none}</p>}
    </section>
  );
}
