import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DisputeView } from '../../../disputes/views.ts';
import type { Together } from '../../../linking/linksView.ts';
import { tableDay } from '../../../ui/dates.ts';
import { linksQuery } from '../linking/queries.ts';
import { useLinkingWords } from '../linking/words.ts';

function One({ matter }: { matter: Together }) {
  const t = useLinkingWords();
  return (
    <div className="linked-matter">
      <Link to="/disputes/$code" params={{ code: matter.code }}>
        {matter.codeShort}
      </Link>{' '}
      {matter.partiesLine || matter.title}
      <span className="second">
        {' '}
        {t.registeredOn(tableDay(matter.openedAt))} {matter.center} {matter.over ? t.over : matter.statusLabel}
      </span>
    </div>
  );
}

/** What this dispute is handled together with; nothing where it goes its own way. */
export function Linked({ view }: { view: DisputeView }) {
  const t = useLinkingWords();
  const { data } = useQuery(linksQuery(view.code, view.version));
  if (!data || (!data.lead && data.followers.length === 0 && data.hidden === 0)) return null;
  return (
    <section aria-labelledby="linked-head">
      <h2 id="linked-head">{t.together}</h2>
      <dl className="matter-facts fact-narrow">
        {data.lead ? <dt>{t.follows}</dt> : null}
        {data.lead ? (
          <dd>
            <One matter={data.lead} />
            {view.status === 'linked' ? <p className="second">{t.clocksRest}</p> : null}
          </dd>
        ) : null}
        {data.followers.length > 0 ? <dt>{t.followed}</dt> : null}
        {data.followers.length > 0 ? (
          <dd>
            {data.followers.map((matter) => (
              <One key={matter.code} matter={matter} />
            ))}
          </dd>
        ) : null}
      </dl>
      {data.hidden > 0 ? <p className="second">{t.hidden(data.hidden)}</p> : null}
    </section>
  );
}
