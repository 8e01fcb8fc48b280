import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type SentenceGroup, sentenceGroups } from '../../../law/sentence.ts';
import type { SentenceLine } from '../../../law/sentenceLine.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { Acts, type Done } from './Acts.tsx';
import { isIn, lawChanged, sentencesQuery, type View, views } from './queries.ts';
import { SentenceTable } from './SentenceTable.tsx';
import { useLawWords } from './words.ts';
import './law.css';

const route = getRouteApi('/app/law');
const groups = Object.keys(sentenceGroups) as SentenceGroup[];

function Sentences({ sentences, mayReview }: { sentences: SentenceLine[]; mayReview: boolean }) {
  const t = useLawWords();
  const navigate = useNavigate();
  const { view = 'all' } = route.useSearch();
  const [ticked, setTicked] = useState<string[]>([]);
  const [done, setDone] = useState<Done | null>(null);
  const shown = sentences.filter((line) => isIn(view, line));
  const finished = (what: Done) => {
    setTicked([]);
    setDone(what);
    void lawChanged();
  };
  return (
    <>
      <div className="row no-print">
        <Choice
          name="view"
          label={t.view}
          value={view}
          options={views.map((value) => ({
            value,
            label: t[value](sentences.filter((line) => isIn(value, line)).length),
          }))}
          onChange={(next: View) => void navigate({ to: '/law', search: next === 'all' ? {} : { view: next } })}
        />
      </div>
      {done && <Strip onClose={() => setDone(null)}>{t[`${done}_done`]}</Strip>}
      {mayReview && <Acts chosen={shown.filter(({ id }) => ticked.includes(id))} onDone={finished} />}
      {shown.length === 0 && <Empty>{t.none}</Empty>}
      {groups.map((group) => {
        const lines = shown.filter((line) => line.group === group);
        const onTick = mayReview ? setTicked : null;
        return lines.length > 0 && <SentenceTable key={group} {...{ group, lines, ticked, onTick }} />;
      })}
    </>
  );
}

/** Every sentence of law that people read, with its article, and who reviewed it until when. */
export function SentencesPage() {
  const t = useLawWords();
  usePageTitle(t.title);
  const query = useQuery(sentencesQuery);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <button type="button" className="link-button no-print page-head-end" onClick={() => window.print()}>
          {t.print}
        </button>
      </div>
      <p className="second law-intro">{t.intro}</p>
      <PageState query={query}>{(page) => <Sentences {...page} />}</PageState>
    </div>
  );
}
