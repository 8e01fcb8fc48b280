import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import { mayEnter } from '../../../people/doors.ts';
import { PaperState } from '../../../ui/PaperState.tsx';
import { type ApiError, api } from '../api.ts';
import { type OpenedPdf, openPdf } from '../openPdf.ts';
import { usePost } from '../useMe.ts';
import { useWords } from './catalog.ts';

/** Slips with a new PIN are issued where the matter was received. */
function mayPrintSlip(view: DisputeView, post: { centerId: string | null; role: string }): boolean {
  return post.centerId === view.center.id && mayEnter('registering', post.role) && view.parties.length > 0;
}

/** Every screen has a printed twin. */
export function Prints({ view }: { view: DisputeView }) {
  const t = useWords();
  const post = usePost();
  const [largePrint, setLargePrint] = useState(false);
  const printing = useMutation<OpenedPdf, ApiError, string>({
    mutationFn: async (partyId) =>
      openPdf(await api.blob('POST', `/api/disputes/${view.code}/slips`, { body: { partyId, largePrint } })),
  });
  const principals = view.parties.filter(({ representsPartyId, brief }) => representsPartyId === null && !brief);
  const applicants = principals.filter(({ side }) => side === 'applicant');
  const query = largePrint ? '?largePrint=true' : '';
  return (
    <section aria-labelledby="prints-head" className="dispute-prints">
      <h2 id="prints-head">{t.papers}</h2>
      <div className="row">
        {view.sight === 'full' ? (
          <Link to="/disputes/$code/dossier" params={{ code: view.code }}>
            {t.dossier}
          </Link>
        ) : null}
        <a href={`/api/disputes/${view.code}/progress-sheet.pdf${query}`} target="_blank" rel="noreferrer">
          {t.progressSheet}
        </a>
        {principals.map((party) => (
          <a
            key={party.id}
            href={`/api/disputes/${view.code}/progress-sheet.pdf?partyId=${party.id}${largePrint ? '&largePrint=true' : ''}`}
            target="_blank"
            rel="noreferrer"
            title={t.ownSheetHint}
          >
            {t.ownSheet(party.name)}
          </a>
        ))}
        {view.status === 'declined' ? (
          <a href={`/api/disputes/${view.code}/decline-notice.pdf${query}`} target="_blank" rel="noreferrer">
            {t.declineNotice}
          </a>
        ) : null}
        {mayPrintSlip(view, post)
          ? applicants.map((party) => (
              <button
                key={party.id}
                type="button"
                className="link-button"
                title={t.newSlipHint}
                disabled={printing.isPending}
                onClick={() => printing.mutate(party.id)}
              >
                {t.newSlip} {party.name}
              </button>
            ))
          : null}
        <Checkbox checked={largePrint} onChange={(event) => setLargePrint(event.target.checked)}>
          {t.largePrint}
        </Checkbox>
      </div>
      <PaperState
        name={t.slip}
        making={printing}
        onAgain={() => printing.variables && printing.mutate(printing.variables)}
      />
    </section>
  );
}
