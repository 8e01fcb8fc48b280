import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { SittingView } from '../../../sittings/sittingViews.ts';
import { doorQuery } from './queries.ts';
import { useSittingWords } from './words.ts';

/** The whole screen and nothing else on it: what lies below is not for those who look at it now. */
function Screen({ view, onClose }: { view: SittingView; onClose: () => void }) {
  const t = useSittingWords();
  const { data, error } = useQuery(doorQuery(view.code));
  const digits = data ? `${data.code.slice(0, 3)} ${data.code.slice(3)}` : '';
  return (
    <Modal
      open
      title={`${view.title} ${view.when}`}
      width="100vw"
      style={{ top: 0, maxWidth: '100vw', margin: 0, paddingBottom: 0 }}
      styles={{ container: { minHeight: '100vh', borderRadius: 0 } }}
      footer={null}
      onCancel={onClose}
      closable={{ 'aria-label': t.doorClose }}
    >
      <div className="sitting-screen">
        <p>{t.doorHint}</p>
        <p className="sitting-door">{digits}</p>
        {error ? <p className="late-text">{error.message}</p> : null}
        <Button onClick={onClose}>{t.doorClose}</Button>
      </div>
    </Modal>
  );
}

/** Parties sign in on their own page with its digits; a photo of them that is sent on is dead in half a minute. */
export function Door({ view }: { view: SittingView }) {
  const t = useSittingWords();
  const [open, setOpen] = useState(false);
  if (view.status !== 'inSession' || !view.steps.now.includes('tickPresence')) return null;
  return (
    <p>
      <Button size="small" onClick={() => setOpen(true)}>
        {t.door}
      </Button>
      {open ? <Screen view={view} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}
