import { useState } from 'react';
import type { PlaceView } from '../../../signing/signingViews.ts';
import { paperOf, useTableAct } from './queries.ts';
import { useSigningWords } from './words.ts';

type Props = { code: string; place: PlaceView; signer: string; onDone: (sentence: string) => void };

/** For who cannot write, or will not on a screen: the paper is printed, signed by hand or thumb, and recorded as that. */
export function OnPaper({ code, place, signer, onDone }: Props) {
  const t = useSigningWords();
  const [paperSeen, setPaperSeen] = useState(false);
  const act = useTableAct(code, 'paper-signatures', () => onDone(t.done(place.name)));
  const { agreementId, digest, partyId } = place;
  const send = () => act.mutate({ signatures: [{ agreementId, digest, partyId, signerPartyId: signer }], paperSeen });
  return (
    <details className="signing-paper">
      <summary>{t.onPaper}</summary>
      <p className="signing-row">
        <a className="signing-button" href={paperOf(code, place)} target="_blank" rel="noreferrer">
          {t.printFirst}
        </a>
        <label className="signing-tick">
          <input type="checkbox" checked={paperSeen} onChange={({ target }) => setPaperSeen(target.checked)} />{' '}
          {t.paperSeen}
        </label>
        <button type="button" className="signing-button" disabled={!paperSeen || act.isPending} onClick={send}>
          {t.paperDone}
        </button>
      </p>
      {act.error ? <p role="alert">{act.error.message}</p> : null}
    </details>
  );
}
