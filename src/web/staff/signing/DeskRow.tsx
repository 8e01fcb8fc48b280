import { useState } from 'react';
import { doubtWords } from '../../../signing/objectAtSigning.ts';
import type { PlaceView } from '../../../signing/signingViews.ts';
import { AskReason } from '../../../ui/AskReason.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { useTableAct } from './queries.ts';
import { useSigningWords } from './words.ts';

type Props = {
  code: string;
  place: PlaceView;
  picked: boolean;
  onPick: (picked: boolean) => void;
  onDone: (done: string) => void;
};

function Acts({ code, place, onDone }: Pick<Props, 'code' | 'place' | 'onDone'>) {
  const t = useSigningWords();
  const [open, setOpen] = useState(false);
  const { agreementId, partyId, doubt, signed } = place;
  const clearing = doubt !== null;
  const act = useTableAct(code, clearing ? 'signing-answers' : 'signature-voidings', ({ sentence }) => {
    setOpen(false);
    onDone(sentence);
  });
  if (!signed && !doubt) return null;
  if (!open)
    return (
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {clearing ? t.clear : t.void}
      </button>
    );
  return (
    <AskReason
      name={clearing ? 'answer' : 'reason'}
      label={clearing ? t.clearHow : t.voidWhy}
      hint={clearing ? undefined : t.voidHint}
      act={clearing ? t.clear : t.void}
      leave={t.leave}
      pending={act.isPending}
      error={act.error}
      onSend={(words) => act.mutate({ agreementId, partyId, ...(clearing ? { answer: words } : { reason: words }) })}
      onLeave={() => setOpen(false)}
    />
  );
}

/** One name of one agreement, for the mediator: how it stands, and what can be done about it. */
export function DeskRow({ code, place, picked, onPick, onDone }: Props) {
  const t = useSigningWords();
  const language = useLanguage();
  const { name, role, number, signed, doubt } = place;
  return (
    <tr>
      <td>
        {signed || doubt ? null : (
          <input
            type="checkbox"
            checked={picked}
            aria-label={t.pick(name)}
            onChange={({ target }) => onPick(target.checked)}
          />
        )}
      </td>
      <td>
        {name} <span className="second">{role}</span>
      </td>
      <td>{number}</td>
      <td>
        {signed
          ? `${tableTime(signed.at)} ${t[signed.how]}${signed.inStead ? ` · ${t.bySomebody(signed.signer)}` : ''} · ${t.witness(signed.witness)}`
          : null}
        {doubt ? `${tableTime(doubt.at)} ${doubtWords[doubt.what][language]}` : null}
        {signed || doubt ? null : t.notYet}
      </td>
      <td>
        <Acts code={code} place={place} onDone={onDone} />
      </td>
    </tr>
  );
}
