import { useState } from 'react';
import { isBlank, type Point } from '../../../agreements/strokes.ts';
import type { PlaceView } from '../../../signing/signingViews.ts';
import { newCommandId } from '../api.ts';
import { OnPaper } from './OnPaper.tsx';
import { Pad } from './Pad.tsx';
import { paperOf, useTableAct } from './queries.ts';
import { useSigningWords } from './words.ts';

type Props = { code: string; place: PlaceView; mediator: string; onDone: (sentence: string) => void };

function Tick({ label, value, onChange }: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <label className="signing-tick">
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} /> {label}
    </label>
  );
}

/** Who may put this name: the party, and those who are registered to sign for it. */
function Whose({ place, value, onChange }: { place: PlaceView; value: string; onChange: (id: string) => void }) {
  const t = useSigningWords();
  const { standIns, partyId, minor, kind, name } = place;
  const self = minor || kind === 'organization' ? [] : [{ id: partyId, label: `${t.self}（${name}）` }];
  const hands = [...self, ...standIns.map((each) => ({ id: each.id, label: t.instead(each.name) }))];
  if (hands.length === 0) return <p>{t.representNeeded}</p>;
  if (hands.length === 1 && self.length === 1) return null;
  return (
    <fieldset className="signing-row">
      <legend>{t.whose}</legend>
      {hands.map(({ id, label }) => (
        <label key={id} className="signing-tick">
          <input type="radio" name="whose" checked={value === id} onChange={() => onChange(id)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}

const firstHand = ({ standIns, partyId, minor, kind }: PlaceView): string =>
  minor || kind === 'organization' ? (standIns[0]?.id ?? '') : partyId;

/** The field to sign in, whose hand it is, what was checked, and the one press. */
export function SignFields({ code, place, mediator, onDone }: Props) {
  const t = useSigningWords();
  const [strokes, setStrokes] = useState<Point[][]>([]);
  const [signer, setSigner] = useState(firstHand(place));
  const [idChecked, setIdChecked] = useState(false);
  const [authoritySeen, setAuthoritySeen] = useState(false);
  const [commandId, setCommandId] = useState(newCommandId);
  const act = useTableAct(code, 'signatures', () => {
    window.open(paperOf(code, place), '_blank');
    onDone(t.done(place.name));
  });
  const { agreementId, digest, partyId } = place;
  const inStead = signer !== partyId;
  const draw = (next: Point[][]) => {
    setStrokes(next);
    setCommandId(newCommandId());
  };
  const ready = !isBlank(strokes) && idChecked && signer !== '' && (!inStead || authoritySeen);
  const device = navigator.userAgent.slice(0, 300);
  const send = () =>
    act.mutate({
      ...{ agreementId, digest, partyId, signerPartyId: signer, strokes, device, idChecked, authoritySeen, commandId },
    });
  return (
    <>
      <Whose place={place} value={signer} onChange={setSigner} />
      {signer === '' ? null : (
        <div className="signing-field">
          <div>
            <p className="signing-label">{t.signHere}</p>
            <Pad label={t.signHere} strokes={strokes} onChange={draw} />
          </div>
          <div className="signing-side">
            <Tick label={t.idChecked(mediator)} value={idChecked} onChange={setIdChecked} />
            {inStead ? <Tick label={t.authority} value={authoritySeen} onChange={setAuthoritySeen} /> : null}
            <button type="button" className="signing-button" disabled={strokes.length === 0} onClick={() => draw([])}>
              {t.again}
            </button>
            <button
              type="button"
              className="signing-button signing-large signing-sign"
              disabled={!ready || act.isPending}
              onClick={send}
            >
              {t.sign}
            </button>
            {act.error ? <p role="alert">{act.error.message}</p> : null}
          </div>
        </div>
      )}
      <OnPaper code={code} place={place} signer={signer || partyId} onDone={onDone} />
    </>
  );
}
