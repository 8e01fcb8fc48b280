import { useState } from 'react';
import type { PresenceLine } from '../../attendance/views.ts';
import { Strip } from '../../ui/Strip.tsx';
import { CallDialog } from './attendance/CallDialog.tsx';
import { BriefingPage } from './briefing/BriefingPage.tsx';
import { queryClient } from './queries.ts';

/** The leader's morning, and calling a unit that is missing without leaving it. */
export function MorningPage() {
  const [called, setCalled] = useState<{ center: string; line: PresenceLine } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const onDone = ({ sentence }: { sentence?: string }) => {
    setCalled(null);
    setDone(sentence ?? null);
    void queryClient.invalidateQueries({ queryKey: ['briefing'] });
  };
  return (
    <>
      {done && <Strip onClose={() => setDone(null)}>{done}</Strip>}
      <BriefingPage onCall={(center, line) => setCalled({ center, line })} />
      {called && <CallDialog {...called} onClose={() => setCalled(null)} onDone={onDone} />}
    </>
  );
}
