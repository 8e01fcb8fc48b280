import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { formatTime } from '../../../platform/now.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { api } from '../api.ts';
import { type Upkeep, upkeepChanged } from './queries.ts';
import { useOperationsWords } from './words.ts';

const inBeijing = (at: string): string => formatTime(new Date(at));

/** A clock that was moved: what happened, what waits for it, and the one press that lets it go on. */
export function ClockJumps({ jumps }: { jumps: Upkeep['clockJumps'] }) {
  const t = useOperationsWords();
  const release = useMutation({ mutationFn: () => api.post('/api/clock-releases', {}), onSettled: upkeepChanged });
  if (jumps.length === 0) return null;
  return (
    <Strip
      tone="late"
      standing
      actions={
        <Button loading={release.isPending} onClick={() => release.mutate()}>
          {t.clockRight}
        </Button>
      }
    >
      {jumps.map(({ noticedAt, seconds }) => (
        <div key={noticedAt + seconds}>{t.clockJumped(inBeijing(noticedAt), seconds)}</div>
      ))}
      <div>{t.clockWaits}</div>
      {release.error && <div role="alert">{release.error.message}</div>}
    </Strip>
  );
}

/** A house that came back from a backup: what waits, until somebody compared what went out meanwhile. */
export function Restorations({ restorations }: Pick<Upkeep, 'restorations'>) {
  const t = useOperationsWords();
  const release = useMutation({
    mutationFn: () => api.post('/api/restoration-releases', {}),
    onSettled: upkeepChanged,
  });
  if (restorations.length === 0) return null;
  return (
    <Strip
      tone="late"
      standing
      actions={
        <Button loading={release.isPending} onClick={() => release.mutate()}>
          {t.compared}
        </Button>
      }
    >
      {restorations.map(({ restoredAt, until, backup }) => (
        <div key={restoredAt}>{t.cameBack(inBeijing(restoredAt), until && inBeijing(until), backup)}</div>
      ))}
      <div>{t.cameBackWaits}</div>
      {release.error && <div role="alert">{release.error.message}</div>}
    </Strip>
  );
}
