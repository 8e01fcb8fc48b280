import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { PlaceView, SigningView } from '../../../signing/signingViews.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { Attest } from './Attest.tsx';
import { DeskRow } from './DeskRow.tsx';
import { tableQuery, useTableAct } from './queries.ts';
import { keyOf, peopleOf, signedOf } from './queue.ts';
import { Tables } from './Tables.tsx';
import { useSigningWords } from './words.ts';

const route = getRouteApi('/app/disputes/$code/signing');

/** 「纸上都签了」: those who are ticked, at once. */
function OnPaperMany({ code, picked, onDone }: { code: string; picked: PlaceView[]; onDone: (done: string) => void }) {
  const t = useSigningWords();
  const [paperSeen, setPaperSeen] = useState(false);
  const act = useTableAct(code, 'paper-signatures', ({ sentence }) => onDone(sentence));
  const signatures = picked.map(({ agreementId, digest, partyId, minor, standIns }) => ({
    ...{ agreementId, digest, partyId },
    // A child's guardian signed; who signed for an organization may be somebody who is not registered.
    signerPartyId: minor ? (standIns[0]?.id ?? partyId) : partyId,
  }));
  return (
    <p className="row">
      <label>
        <input type="checkbox" checked={paperSeen} onChange={({ target }) => setPaperSeen(target.checked)} />{' '}
        {t.paperSeen}
      </label>
      <Button
        type="primary"
        disabled={picked.length === 0 || !paperSeen || act.isPending}
        onClick={() => act.mutate({ signatures, paperSeen })}
      >
        {t.paperMany(picked.length)}
      </Button>
      {act.error ? <span role="alert">{act.error.message}</span> : null}
    </p>
  );
}

/** Paper, manifest and verifier, an archive for each agreement. */
function Proofs({ view }: { view: SigningView }) {
  const t = useSigningWords();
  const numbers = new Map(view.places.map(({ agreementId, number }) => [agreementId, number]));
  return (
    <section className="section-flat" aria-labelledby="proof-head">
      <h2 id="proof-head">{t.proof}</h2>
      {[...numbers].map(([id, number]) => (
        <p key={id}>
          <a href={`/api/disputes/${view.code}/agreements/${id}/proof.tar`}>{number}</a>
        </p>
      ))}
    </section>
  );
}

function Desk({ view }: { view: SigningView }) {
  const t = useSigningWords();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<string | null>(null);
  const { code, places, today } = view;
  const open = places.filter(({ signed, doubt }) => signed === null && doubt === null);
  const pick = (key: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(key);
    else next.delete(key);
    setPicked(next);
  };
  const onDone = (sentence: string) => {
    setPicked(new Set());
    setDone(sentence);
  };
  const missing = peopleOf(places, ({ signed }) => signed === null);
  return (
    <>
      <p>
        {t.counts(
          ...signedOf(places),
          peopleOf(places, ({ paid }) => paid),
          today,
        )}{' '}
        · {missing > 0 ? t.missing(missing) : t.all}
      </p>
      {done ? <Strip onClose={() => setDone(null)}>{done}</Strip> : null}
      <p className="row">
        <a href={`/signing/${code}`} target="_blank" rel="noreferrer">
          {t.openTable}
        </a>
        <Button disabled={open.length === 0} onClick={() => setPicked(new Set(open.map(keyOf)))}>
          {t.pickMissing}
        </Button>
      </p>
      <OnPaperMany code={code} picked={open.filter((each) => picked.has(keyOf(each)))} onDone={onDone} />
      <TableScroll label={t.signatures}>
        <table className="table">
          <HeadRow heads={['', t.name, t.agreement, t.state, t.acts]} />
          <tbody>
            {places.map((place) => (
              <DeskRow
                key={keyOf(place)}
                code={code}
                place={place}
                picked={picked.has(keyOf(place))}
                onPick={(on) => pick(keyOf(place), on)}
                onDone={onDone}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Tables code={code} />
      <Attest view={view} onDone={onDone} />
      <Proofs view={view} />
    </>
  );
}

/** 签名: the mediator's side of the signing table. Who is missing, who doubted, what stands on paper. */
export function DeskPage() {
  const t = useSigningWords();
  usePageTitle(t.signatures);
  const { code } = route.useParams();
  const table = useQuery(tableQuery(code));
  return (
    <div className="page stack">
      <p>
        <Link to="/disputes/$code" params={{ code }}>
          {t.back}
        </Link>
      </p>
      <h1>{t.signatures}</h1>
      <PageState query={table}>{(view) => (view.places.length > 0 ? <Desk view={view} /> : <p>{t.none}</p>)}</PageState>
    </div>
  );
}
