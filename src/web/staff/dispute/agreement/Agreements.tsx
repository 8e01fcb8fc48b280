import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { AgreementView, VersionView } from '../../../../agreements/agreementViews.ts';
import type { DisputeView } from '../../../../disputes/views.ts';
import { tableTime } from '../../../../ui/dates.ts';
import './agreement.css';
import { useWords } from './catalog.ts';
import { differences } from './differences.ts';
import { agreementsQuery } from './queries.ts';

function Version({ version, before }: { version: VersionView; before: VersionView | undefined }) {
  const t = useWords();
  const pieces = before ? differences(before.words, version.words) : [{ text: version.words, mark: 'same' as const }];
  return (
    <div>
      <p>
        <b>{t.versionBy(version.version, tableTime(version.at), version.by)}</b> {version.reason}
        {before ? <span className="second">　{t.comparedWith(before.version)}</span> : null}
      </p>
      <p className="reading agreement-words" lang="zh">
        {pieces.map(({ text, mark }, index) => {
          const key = `${index} ${mark}`;
          if (mark === 'added') return <ins key={key}>{text}</ins>;
          return mark === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
        })}
      </p>
      <p className="second agreement-digest">
        {t.digest} {version.digest}
      </p>
    </div>
  );
}

function One({ code, agreement }: { code: string; agreement: AgreementView }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { id, number, version, lockedAt, versions } = agreement;
  return (
    <div>
      <p className="row">
        <b>{t.head(number ?? '', version)}</b>
        <span className="second">{lockedAt ? t.locked(tableTime(lockedAt)) : t.draft}</span>
        <a href={`/api/disputes/${code}/agreements/${id}/agreement.pdf`} target="_blank" rel="noreferrer">
          {t.print}
        </a>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.hide : t.versions}
        </Button>
      </p>
      {open
        ? versions.map((each, index) => <Version key={each.version} version={each} before={versions[index + 1]} />)
        : null}
    </div>
  );
}

/** What was written of agreements: each with its number, its paper and its versions against each other. */
export function Agreements({ view }: { view: DisputeView }) {
  const t = useWords();
  const { data } = useQuery({ ...agreementsQuery(view.code), enabled: view.facts !== null });
  const all = data?.agreements ?? [];
  if (all.length === 0) return null;
  return (
    <section className="section-flat" aria-labelledby="agreements-head">
      <h2 id="agreements-head">{t.agreements}</h2>
      {all.some(({ lockedAt }) => lockedAt !== null) ? (
        <p>
          <Link to="/disputes/$code/signing" params={{ code: view.code }}>
            {t.signatures}
          </Link>
        </p>
      ) : null}
      {all.map((agreement) => (
        <One key={agreement.id} code={view.code} agreement={agreement} />
      ))}
    </section>
  );
}
