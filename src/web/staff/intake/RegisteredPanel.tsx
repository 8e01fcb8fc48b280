import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Registered } from '../../../disputes/views.ts';
import { PaperState } from '../../../ui/PaperState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { type ApiError, api } from '../api.ts';
import { type OpenedPdf, openPdf } from '../openPdf.ts';
import { useWords } from './catalog.ts';

type Slip = Registered['slips'][number];
type SlipProps = { code: string; slip: Slip; largePrint: boolean; first: boolean };

function SlipOf({ code, slip, largePrint, first }: SlipProps) {
  const t = useWords();
  const body = { partyId: slip.partyId, pin: slip.pin, largePrint };
  const printing = useMutation<OpenedPdf, ApiError>({
    mutationFn: async () => openPdf(await api.blob('POST', `/api/disputes/${code}/slips`, { body })),
  });
  const begun = useRef(false);
  const { mutate } = printing;
  const print = () => mutate();
  useHotkeys({ F8: print }, { enabled: first });
  useEffect(() => {
    if (begun.current || !first || largePrint) return;
    begun.current = true;
    mutate();
  }, [first, largePrint, mutate]);
  return (
    <li className="slip">
      <span className="slip-name">{slip.name}</span>
      <span className="second">{t.pin}</span>
      <output className="slip-pin" aria-label={`${t.pin} ${[...slip.pin].join(' ')}`}>
        {slip.pin.slice(0, 3)} {slip.pin.slice(3)}
      </output>
      {printing.isIdle ? (
        <Button onClick={print}>
          {t.print} {first ? <kbd>F8</kbd> : null}
        </Button>
      ) : null}
      <PaperState name={t.slip} making={printing} onAgain={print} />
    </li>
  );
}

/** What to hand over and what comes next; one key starts the next person's registration. */
export function RegisteredPanel({ registered, onNext }: { registered: Registered; onNext: () => void }) {
  const t = useWords();
  const [largePrint, setLargePrint] = useState(false);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  useHotkeys({ 'Ctrl+Enter': onNext });
  return (
    <div className="page-narrow">
      <h2 className="registered-head">
        {t.registered} {registered.codeGrouped}
      </h2>
      <Strip>{registered.sentence}</Strip>
      <p>{t.oneEach}</p>
      <ul className="slips" key={String(largePrint)}>
        {registered.slips.map((slip, index) => (
          <SlipOf key={slip.partyId} code={registered.code} slip={slip} largePrint={largePrint} first={index === 0} />
        ))}
      </ul>
      <div className="row">
        <Button ref={next} type="primary" onClick={onNext}>
          {t.next} <kbd>Ctrl+Enter</kbd>
        </Button>
        <Link to="/disputes/$code" params={{ code: registered.code }}>
          {t.openMatter} {registered.codeShort}
        </Link>
        <Checkbox checked={largePrint} onChange={(event) => setLargePrint(event.target.checked)}>
          {t.large}
        </Checkbox>
      </div>
    </div>
  );
}
