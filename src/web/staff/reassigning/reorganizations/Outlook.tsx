import type { PlanView } from '../../../../reassigning/reorganizationView.ts';
import { Counts } from './Counts.tsx';
import './reorganizations.css';
import { useReorganizationWords } from './words.ts';

type Pair = PlanView['units'][number];
const line = ({ from, fromName, to, toName }: Pair): string =>
  /^\d+$/.test(from) ? `${fromName} ${from} → ${toName} ${to}` : `${fromName} → ${toName}`;

function Pairs({ title, pairs }: { title: string; pairs: readonly Pair[] }) {
  if (pairs.length === 0) return null;
  return (
    <>
      <h4>
        {title} <span className="second">{pairs.length}</span>
      </h4>
      <ul className="reorganization-list">
        {pairs.map((pair) => (
          <li key={pair.from}>{line(pair)}</li>
        ))}
      </ul>
    </>
  );
}

/** Where each thing goes, who goes along, and what can no longer be changed afterwards. */
export function Outlook({ view }: { view: PlanView }) {
  const t = useReorganizationWords();
  return (
    <section className="consequences" aria-label={t.outlook}>
      <h3>{t.outlook}</h3>
      <Counts counts={view.counts} />
      <Pairs title={t.units} pairs={view.units} />
      <Pairs title={t.regions} pairs={view.regions} />
      {view.regions.length > 1 && <p className="second">{t.codesHint}</p>}
      <Pairs title={t.movedUnits} pairs={view.movedUnits} />
      {view.posts.length > 0 && (
        <>
          <h4>{t.people(view.posts.length)}</h4>
          <ul className="reorganization-list">
            {view.posts.map((post) => (
              <li key={`${post.name}${post.roleLabel}${post.from}`}>
                {post.name} {post.roleLabel} <span className="second">{post.to ? `→ ${post.to}` : t.ends}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t.unchanged}</p>
      <p className="second">{t.undoable}</p>
    </section>
  );
}
