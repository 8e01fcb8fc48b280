import { doubts, doubtWords } from '../../../signing/objectAtSigning.ts';
import type { PlaceView } from '../../../signing/signingViews.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { useTableAct } from './queries.ts';
import { useSigningWords } from './words.ts';

type Props = { code: string; place: PlaceView; onDone: (sentence: string) => void };

/** Saying that something is wrong is as large and as near as signing. */
export function Doubts({ code, place, onDone }: Props) {
  const t = useSigningWords();
  const language = useLanguage();
  const act = useTableAct(code, 'signing-objections', () => onDone(t.doubted(place.name)));
  const { agreementId, digest, partyId } = place;
  return (
    <fieldset className="signing-row">
      <legend>{t.wrong}</legend>
      {doubts.map((what) => (
        <button
          key={what}
          type="button"
          className="signing-button signing-large"
          disabled={act.isPending}
          onClick={() => act.mutate({ agreementId, digest, partyId, what })}
        >
          {doubtWords[what][language]}
        </button>
      ))}
      {act.error ? <p role="alert">{act.error.message}</p> : null}
    </fieldset>
  );
}
