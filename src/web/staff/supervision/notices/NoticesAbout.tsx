import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { DisputeView } from '../../../../disputes/views.ts';
import { mayEnter } from '../../../../people/doors.ts';
import { tableTime } from '../../../../ui/dates.ts';
import { Strip } from '../../../../ui/Strip.tsx';
import { usePost } from '../../useMe.ts';
import { IssueDialog, type Issued } from './IssueDialog.tsx';
import { useNoticeWords } from './words.ts';

const over: readonly string[] = ['declined', 'struckOff', 'archived'];

/** The server decides: it alone knows which center stands above which. */
function useMayIssue(view: DisputeView): boolean {
  const { role, centerId } = usePost();
  if (!mayEnter('issuingNotices', role) || over.includes(view.status)) return false;
  const leadOnly = centerId === view.leadUnit?.id && centerId !== view.center.id;
  return role === 'politicalLegalMember' || !leadOnly;
}

/** The notices about one dispute, and a new one for those who may. */
export function NoticesAbout({ view }: { view: DisputeView }) {
  const t = useNoticeWords();
  const mayIssue = useMayIssue(view);
  const [open, setOpen] = useState(false);
  const [issued, setIssued] = useState<Issued | null>(null);
  return (
    <section aria-labelledby="supervision-head">
      <h2 id="supervision-head">
        {t.ofDispute} {view.supervision.length > 0 ? view.supervision.length : ''}
      </h2>
      {issued ? <Strip onClose={() => setIssued(null)}>{issued.sentence}</Strip> : null}
      {view.supervision.length === 0 ? <p className="second">{t.noneAbout}</p> : null}
      <ul className="bare-list">
        {view.supervision.map((notice) => (
          <li key={notice.code}>
            <Link to="/supervision/notices/$code" params={{ code: notice.code }}>
              {t.oneAbout(notice.level, notice.unit, tableTime(notice.sentAt))}
            </Link>{' '}
            <span className="second">
              {notice.number} {notice.statusLabel}
            </span>
          </li>
        ))}
      </ul>
      {mayIssue ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {t.issue}
        </Button>
      ) : null}
      {open ? <IssueDialog view={view} onClose={() => setOpen(false)} onDone={setIssued} /> : null}
    </section>
  );
}
