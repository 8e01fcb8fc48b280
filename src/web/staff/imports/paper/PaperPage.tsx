import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { PaperView } from '../../../../imports/paperViews.ts';
import { formatCode } from '../../../../platform/disputeCode.ts';
import { ActDialog } from '../../../../ui/ActDialog.tsx';
import { tableTime } from '../../../../ui/dates.ts';
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { HeadRow } from '../../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../../ui/PageState.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { TableScroll } from '../../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { EmergencySheet } from './EmergencySheet.tsx';
import './paper.css';
import { usePads, usePaper, useVoid } from './usePaper.ts';
import { usePaperWords } from './words.ts';

function ReprintDialog({ id, pads, onClose }: { id: string; pads: ReturnType<typeof usePads>; onClose: () => void }) {
  const t = usePaperWords();
  return (
    <ActDialog
      title={t.reprintTitle}
      act={t.reprintAct}
      leave={t.leaveReprint}
      isPending={pads.print.isPending}
      error={pads.print.error}
      onAct={() => pads.print.mutate({ id }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t.reprintText}</p>
    </ActDialog>
  );
}

function Pads({ view }: { view: PaperView }) {
  const t = usePaperWords();
  const pads = usePads();
  const [again, setAgain] = useState<string | null>(null);
  const error = again === null ? pads.print.error : null;
  return (
    <section className="paper-part" aria-labelledby="paper-pads">
      <h2 id="paper-pads">{t.reserveHead}</h2>
      <p className="second">{t.reserveNote}</p>
      {error && <ErrorSummary errors={[]} message={error.message} requestId={error.requestId} />}
      <Button loading={pads.print.isPending} onClick={() => pads.print.mutate({ size: view.rules.padSize })}>
        {pads.print.isPending ? t.reserving : t.reserve(view.rules.padSize)}
      </Button>
      {pads.print.data && !pads.print.data.opened && (
        <Strip tone="info">
          {t.blocked} <a href={pads.print.data.address}>{t.openIt}</a>
        </Strip>
      )}
      {view.pads.length === 0 ? (
        <Empty>{t.nonePads}</Empty>
      ) : (
        <TableScroll label={t.pads}>
          <table className="table">
            <HeadRow heads={[t.reserved, t.by, t.left, t.entered, t.voided, t.prints, t.reprint]} />
            <tbody>
              {view.pads.map((pad) => (
                <tr key={pad.id}>
                  <td className="nowrap">{tableTime(pad.reservedAt)}</td>
                  <td className="nowrap">{pad.reservedBy}</td>
                  <td>
                    {pad.outstanding} / {pad.size}
                  </td>
                  <td>{pad.entered}</td>
                  <td>{pad.voided}</td>
                  <td>{pad.prints}</td>
                  <td>
                    {pad.outstanding > 0 && (
                      <Button size="small" onClick={() => setAgain(pad.id)}>
                        {t.reprint}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {again && <ReprintDialog id={again} pads={pads} onClose={() => setAgain(null)} />}
    </section>
  );
}

function VoidDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const t = usePaperWords();
  const [reason, setReason] = useState('');
  const voiding = useVoid(code);
  return (
    <ActDialog
      title={t.voidTitle(formatCode(code))}
      act={t.voidAct}
      leave={t.leaveVoid}
      isPending={voiding.isPending}
      error={voiding.error}
      onAct={() => voiding.mutate(reason.trim(), { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t.voidText}</p>
      <Field name="reason" label={t.reason} error={voiding.error?.fields.reason}>
        {(control) => <Input {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </ActDialog>
  );
}

function Outstanding({ view }: { view: PaperView }) {
  const t = usePaperWords();
  const [voiding, setVoiding] = useState<string | null>(null);
  const out = view.codes.filter(({ state }) => state === 'outstanding');
  return (
    <section className="paper-part" aria-labelledby="paper-out">
      <h2 id="paper-out">{t.enterHead}</h2>
      <p className="second">{t.enterNote}</p>
      {out.length === 0 ? (
        <Empty>{t.noneOut}</Empty>
      ) : (
        <TableScroll label={t.outstanding(out.length)}>
          <table className="table">
            <caption>{t.outstanding(out.length)}</caption>
            <HeadRow heads={[t.code, t.reserved, t.enter, t.void]} />
            <tbody>
              {out.map(({ code, reservedAt }) => (
                <tr key={code}>
                  <td className="nowrap">{formatCode(code)}</td>
                  <td className="nowrap">{tableTime(reservedAt)}</td>
                  <td>
                    <Link to="/paper/$code" params={{ code }} aria-label={t.entryOf(formatCode(code))}>
                      {t.enter}
                    </Link>
                  </td>
                  <td>
                    <button type="button" className="link-button" onClick={() => setVoiding(code)}>
                      {t.void}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {voiding && <VoidDialog code={voiding} onClose={() => setVoiding(null)} />}
    </section>
  );
}

/** What is prepared for the day when nothing works, and what came back from it. */
export function PaperPage() {
  const t = usePaperWords();
  usePageTitle(t.title);
  const paper = usePaper();
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
      </header>
      <p className="paper-intro">{t.intro}</p>
      <PageState query={paper}>
        {(view) => (
          <>
            <Outstanding view={view} />
            <Pads view={view} />
            <EmergencySheet />
          </>
        )}
      </PageState>
    </div>
  );
}
