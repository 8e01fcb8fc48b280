import { Button } from 'antd';
import { dayOf } from '../../../platform/now.ts';
import type { SigningView } from '../../../signing/signingViews.ts';
import { dayText } from '../../../ui/dates.ts';
import { useTableAct } from './queries.ts';
import { useSigningWords } from './words.ts';

/** Signature of the mediator and seal: both on paper, by hand. Written down for every agreement that lies there. */
export function Attest({ view, onDone }: { view: SigningView; onDone: (done: string) => void }) {
  const t = useSigningWords();
  const act = useTableAct(view.code, 'agreement-attestations', ({ sentence }) => onDone(sentence));
  const agreements = [...new Map(view.places.map(({ agreementId, digest }) => [agreementId, digest]))].map(
    ([agreementId, digest]) => ({ agreementId, digest }),
  );
  const onDay = dayOf(new Date());
  const said = new Set(
    view.attested.map(({ what, who, onDay: day }) =>
      what === 'seal' ? t.attestedSeal(who, dayText(day)) : t.attestedMediator(who, dayText(day)),
    ),
  );
  return (
    <section className="section-flat" aria-labelledby="attest-head">
      <h2 id="attest-head">{t.attest}</h2>
      <p className="second">{t.attestNote}</p>
      {[...said].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="row">
        {view.mediators.map(({ postId, name }) => (
          <Button
            key={postId}
            disabled={act.isPending}
            onClick={() => act.mutate({ agreements, what: 'mediator', postId, onDay })}
          >
            {t.mediatorSigned(name)}
          </Button>
        ))}
        <Button disabled={act.isPending} onClick={() => act.mutate({ agreements, what: 'seal', postId: null, onDay })}>
          {t.sealed}
        </Button>
      </p>
      {act.error ? <p role="alert">{act.error.message}</p> : null}
    </section>
  );
}
