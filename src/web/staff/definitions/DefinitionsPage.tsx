import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { allDefinitions, type Defined, definitionGroups } from '../../../definitions/definitions.ts';
import { asOfText } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { english } from './data/english.ts';
import { OpenLine } from './OpenLine.tsx';
import { definitionsQuery } from './query.ts';
import { useDefinitionWords } from './words.ts';
import './definitions.css';

function Line({ id, term, text, here }: Pick<Defined, 'id' | 'term' | 'text'> & { here: boolean }) {
  const words = useLanguage() === 'zh' ? { term, text } : english[id];
  return (
    <div id={id} className={here ? 'definition definition-here' : 'definition'}>
      <dt>{words.term}</dt>
      <dd>{words.text}</dd>
    </div>
  );
}

/** The numbers of now stand above the words: what is open, three ways. */
function Now() {
  const t = useDefinitionWords();
  const query = useQuery(definitionsQuery);
  if (query.data?.open === null) return null;
  return (
    <PageState query={query} loading={<Loading rows={3} height={24} />}>
      {({ open, waiting, place, asOf }) =>
        open && (
          <>
            <p className="second">
              {place} · {t.asOf(asOfText(asOf))}
            </p>
            <OpenLine counts={open} waiting={waiting} />
          </>
        )
      }
    </PageState>
  );
}

/** What every figure counts, one line each with an address of its own; on paper as it stands. */
export function DefinitionsPage() {
  const t = useDefinitionWords();
  const hash = useLocation({ select: (location) => location.hash });
  const { data } = useQuery(definitionsQuery);
  const all = allDefinitions(data?.smallNumber);
  usePageTitle(t.title);
  // What stands above may grow when its numbers come: whoever came for a line stays at it.
  const settled = data !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again when the numbers came
  useEffect(() => {
    document.getElementById(hash)?.scrollIntoView({ block: 'start' });
  }, [hash, settled]);
  return (
    <div className="page definitions-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <span className="page-head-end no-print">
          <Button size="small" onClick={() => window.print()}>
            {t.print}
          </Button>
        </span>
      </div>
      <p className="second no-print">{t.intro}</p>
      <nav className="row no-print" aria-label={t.groups}>
        {definitionGroups.map((group) => (
          <a key={group} href={`#group.${group}`}>
            {t[group]}
          </a>
        ))}
      </nav>
      {definitionGroups.map((group) => (
        <section key={group} aria-labelledby={`group.${group}`} className="definitions-group">
          <h2 id={`group.${group}`}>{t[group]}</h2>
          {group === 'open' && <Now />}
          <dl>
            {all
              .filter((each) => each.group === group)
              .map((each) => (
                <Line key={each.id} {...each} here={each.id === hash} />
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
