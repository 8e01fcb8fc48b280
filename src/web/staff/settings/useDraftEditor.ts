import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftView } from '../../../settings/draftView.ts';
import { mergeRules } from '../../../settings/merge.ts';
import { type Path, pathText, withValue } from '../../../settings/shape.ts';
import { ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { draftQuery, type Rules } from './queries.ts';

/** What people write in a draft. */
type Written = { value: Rules; effectiveFrom: string | null; basis: string; note: string };
type Answer = { revision: number; savedAt: string } & Pick<DraftView, 'problems' | 'warnings'>;
type Merged = { who: string; clashes: readonly string[] };

const QUIET_MS = 700;
const writtenOf = ({ value, effectiveFrom, basis, note }: DraftView): Written => ({
  value,
  effectiveFrom,
  basis,
  note,
});

/**
 * A draft being written: saved on the server as soon as the hand rests, and before leaving. When somebody else saved
 * meanwhile, both are put together and saved again: nobody's work is lost.
 */
export function useDraftEditor(draft: DraftView) {
  const [written, setWritten] = useState<Written>(() => writtenOf(draft));
  const [told, setTold] = useState<Pick<Answer, 'savedAt' | 'problems' | 'warnings'>>(draft);
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved');
  const [merged, setMerged] = useState<Merged | null>(null);
  const latest = useRef(written);
  const saved = useRef({ written: writtenOf(draft), revision: draft.revision });
  const busy = useRef<Promise<void> | null>(null);

  const mergeIn = useCallback(async () => {
    const theirs = await api.get<DraftView>(`/api/settings/drafts/${draft.id}`);
    const mine = latest.current;
    const { value, clashes } = mergeRules(saved.current.written.value, mine.value, theirs.value);
    saved.current = { written: writtenOf(theirs), revision: theirs.revision };
    latest.current = { ...mine, value: value as Rules };
    setWritten(latest.current);
    setMerged({ who: theirs.savedBy, clashes: clashes.map(pathText) });
  }, [draft.id]);

  const put = useCallback(async () => {
    const sent = latest.current;
    setState('saving');
    try {
      const answer = await api.put<Answer>(`/api/settings/drafts/${draft.id}`, {
        revision: saved.current.revision,
        ...sent,
        effectiveFrom: /^\d{4}-\d{2}-\d{2}$/.test(sent.effectiveFrom ?? '') ? sent.effectiveFrom : null,
      });
      saved.current = { written: sent, revision: answer.revision };
      setTold(answer);
      setState(latest.current === sent ? 'saved' : 'unsaved');
    } catch (error) {
      if (error instanceof ApiError && error.code === 'savedByOther') return mergeIn();
      setState('unsaved');
      throw error;
    }
  }, [draft.id, mergeIn]);

  /** Until what stands here is what the server has. */
  const save = useCallback(async (): Promise<void> => {
    await busy.current?.catch(() => {});
    if (latest.current === saved.current.written) return;
    busy.current = put();
    await busy.current;
    if (latest.current !== saved.current.written) await save();
  }, [put]);

  useEffect(() => {
    if (written === saved.current.written) return;
    const timer = setTimeout(() => void save().catch(() => {}), QUIET_MS);
    return () => clearTimeout(timer);
  }, [written, save]);
  // Leaving the page for another one: what was typed last goes too.
  useEffect(
    () => () =>
      void save()
        .catch(() => {})
        .then(() => queryClient.invalidateQueries(draftQuery(draft.id))),
    [save, draft.id],
  );

  const change = useCallback((part: Partial<Written>) => {
    latest.current = { ...latest.current, ...part };
    setWritten(latest.current);
    setState('unsaved');
  }, []);
  const set = useCallback(
    (path: Path, next: unknown) => change({ value: withValue(latest.current.value, path, next) as Rules }),
    [change],
  );
  return { written, told, state, merged, dismiss: () => setMerged(null), change, set, save };
}
