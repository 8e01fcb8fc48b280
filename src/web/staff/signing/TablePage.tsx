import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { doubtWords } from '../../../signing/objectAtSigning.ts';
import type { PlaceView, SigningView } from '../../../signing/signingViews.ts';
import { tableTime } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { Doubts } from './Doubts.tsx';
import { OwnWords } from './OwnWords.tsx';
import { paperOf, tableQuery, wordsQuery } from './queries.ts';
import { found, keyOf, nextPlace, peopleOf, signedOf } from './queue.ts';
import { SignFields } from './SignFields.tsx';
import './signing.css';
import { useSigningWords } from './words.ts';

const route = getRouteApi('/signing/$code');
type Choose = (place: PlaceView) => void;

function Finder({ places, onChoose }: { places: readonly PlaceView[]; onChoose: Choose }) {
  const t = useSigningWords();
  const [typed, setTyped] = useState('');
  const hits = found(places, typed);
  return (
    <div className="signing-find">
      <label>
        {t.find}{' '}
        <input
          type="search"
          value={typed}
          placeholder={t.findHint}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      {typed.trim() !== '' && hits.length === 0 ? <p role="status">{t.nobodyFound}</p> : null}
      {hits.map((place) => (
        <button
          key={keyOf(place)}
          type="button"
          className="signing-button"
          onClick={() => {
            setTyped('');
            onChoose(place);
          }}
        >
          {place.name} {place.number}
        </button>
      ))}
    </div>
  );
}

type AtTable = { view: SigningView; place: PlaceView; onDone: (sentence: string) => void };

/** The person who sits at the table now, and nobody else. */
function Seat({ view, place, onDone }: AtTable) {
  const t = useSigningWords();
  const language = useLanguage();
  const words = useQuery(wordsQuery(view.code, place));
  const { signed, doubt } = place;
  return (
    <section aria-label={place.name}>
      <PageState query={words}>
        {(own) => (
          <OwnWords
            place={place}
            words={own}
            beside={signed || doubt ? null : <Doubts code={view.code} place={place} onDone={onDone} />}
          />
        )}
      </PageState>
      {signed ? (
        <p className="signing-row">
          {t.signedAlready(tableTime(signed.at), t[signed.how])}
          <a className="signing-button" href={paperOf(view.code, place)} target="_blank" rel="noreferrer">
            {t.print}
          </a>
        </p>
      ) : null}
      {doubt ? <p role="status">{t.stillDoubted(doubtWords[doubt.what][language])}</p> : null}
      {signed || doubt || !words.data ? null : (
        <>
          <SignFields
            code={view.code}
            place={place}
            mediator={view.mediators.map(({ name }) => name).join('、')}
            onDone={onDone}
          />
        </>
      )}
    </section>
  );
}

function Table({ view }: { view: SigningView }) {
  const t = useSigningWords();
  const [at, setAt] = useState<string | null>(null);
  const [large, setLarge] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { places } = view;
  const place = places.find((each) => keyOf(each) === at);
  const next = nextPlace(places, place);
  const choose = (chosen: PlaceView) => {
    setSaid(null);
    setAt(keyOf(chosen));
  };
  return (
    <main className={large ? 'signing signing-larger' : 'signing'}>
      <header className="signing-row">
        <h1>{view.title}</h1>
        <p>
          {t.counts(
            ...signedOf(places),
            peopleOf(places, ({ paid }) => paid),
            view.today,
          )}
        </p>
        <button type="button" className="signing-button" aria-pressed={large} onClick={() => setLarge(!large)}>
          {large ? t.smaller : t.larger}
        </button>
      </header>
      <div className="signing-row">
        {next ? (
          <button type="button" className="signing-button signing-large" onClick={() => choose(next)}>
            {t.next(next.name)}
          </button>
        ) : (
          <p>{places.length === 0 ? t.none : t.nobodyLeft}</p>
        )}
        <Finder places={places} onChoose={choose} />
      </div>
      {said ? <Strip onClose={() => setSaid(null)}>{said}</Strip> : null}
      {place ? (
        <Seat key={`${keyOf(place)} ${place.digest}`} view={view} place={place} onDone={setSaid} />
      ) : next ? (
        <p>{t.start}</p>
      ) : null}
    </main>
  );
}

/** 签字桌: lies on the table between mediator and parties. Nothing leads away from it, and no other matter is named. */
export function TablePage() {
  const t = useSigningWords();
  usePageTitle(t.title);
  const { code } = route.useParams();
  const table = useQuery(tableQuery(code));
  return <PageState query={table}>{(view) => <Table view={view} />}</PageState>;
}
