import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatTime } from '../../../platform/now.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { api } from '../api.ts';
import { type Upkeep, upkeepChanged } from './queries.ts';
import { useOperationsWords } from './words.ts';

const inBeijing = (at: string): string => formatTime(new Date(at));

type Props = { address: string; act: string; waits: string; children: ReactNode };

/** What happened, what waits because of it, and the one press that lets it go on. */
function Held({ address, act, waits, children }: Props) {
  const release = useMutation({ mutationFn: () => api.post(address, {}), onSettled: upkeepChanged });
  const press = (
    <Button loading={release.isPending} onClick={() => release.mutate()}>
      {act}
    </Button>
  );
  return (
    <Strip tone="late" standing actions={press}>
      {children}
      <div>{waits}</div>
      {release.error && <div role="alert">{release.error.message}</div>}
    </Strip>
  );
}

/** A clock that was moved. */
export function ClockJumps({ jumps }: { jumps: Upkeep['clockJumps'] }) {
  const t = useOperationsWords();
  if (jumps.length === 0) return null;
  return (
    <Held address="/api/clock-releases" act={t.clockRight} waits={t.clockWaits}>
      {jumps.map(({ noticedAt, seconds }) => (
        <div key={noticedAt + seconds}>{t.clockJumped(inBeijing(noticedAt), seconds)}</div>
      ))}
    </Held>
  );
}

/** A house that came back from a backup: until somebody compared what went out meanwhile. */
export function Restorations({ restorations }: Pick<Upkeep, 'restorations'>) {
  const t = useOperationsWords();
  if (restorations.length === 0) return null;
  return (
    <Held address="/api/restoration-releases" act={t.compared} waits={t.cameBackWaits}>
      {restorations.map(({ restoredAt, until, backup }) => (
        <div key={restoredAt}>{t.cameBack(inBeijing(restoredAt), until && inBeijing(until), backup)}</div>
      ))}
    </Held>
  );
}
