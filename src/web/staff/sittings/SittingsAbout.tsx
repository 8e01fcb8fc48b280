import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import { resultWords } from '../../../sittings/words.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { CallDialog, type Called } from './CallDialog.tsx';
import { sittingsAboutQuery } from './queries.ts';
import { useSittingWords } from './words.ts';

/** The sittings about one dispute, and a new one for those who may call it. */
export function SittingsAbout({ view }: { view: DisputeView }) {
  const t = useSittingWords();
  const language = useLanguage();
  const { data } = useQuery(sittingsAboutQuery(view.code));
  const [open, setOpen] = useState(false);
  const [called, setCalled] = useState<Called | null>(null);
  if (!data || (data.rows.length === 0 && !data.mayCall)) return null;
  return (
    <section aria-labelledby="sittings-head">
      <h2 id="sittings-head">
        {t.title} {data.rows.length > 0 ? data.rows.length : ''}
      </h2>
      {called ? (
        <Strip onClose={() => setCalled(null)}>
          {called.sentence}
          {called.warnings.join('')}
        </Strip>
      ) : null}
      {data.rows.length === 0 ? <p className="second">{t.noneAbout}</p> : null}
      <ul className="bare-list">
        {data.rows.map((row) => (
          <li key={row.code}>
            <Link to="/sittings/$code" params={{ code: row.code }} search={{}}>
              {row.when} {row.rooms}
            </Link>{' '}
            <span className="second">
              {row.result ? resultWords[row.result][language] : row.statusLabel}
              {row.needsRoom ? ` ${t.needsRoom}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {data.mayCall ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {t.call}
        </Button>
      ) : null}
      {open ? <CallDialog view={view} onClose={() => setOpen(false)} onDone={setCalled} /> : null}
    </section>
  );
}
