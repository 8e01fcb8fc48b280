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
type Held = { latest: Written; saved: Written; revision: number; busy: Promise<void> | null };
type Heard = {
  onWritten(written: Written): void;
  onAnswer(answer: Answer): void;
  onMerged(merged: Merged): void;
  onState(state: 'saved' | 'saving' | 'unsaved'): void;
};

const QUIET_MS = 700;
const writtenOf = ({ value, effectiveFrom, basis, note }: DraftView): Written => ({
  value,
  effectiveFrom,
  basis,
  note,
});
const isDayText = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

/** Somebody else saved first: what only they changed is theirs, what I changed is mine. */
async function mergeIn(id: string, held: Held, heard: Heard): Promise<void> {
  const theirs = await api.get<DraftView>(`/api/settings/drafts/${id}`);
  const { value, clashes } = mergeRules(held.saved.value, held.latest.value, theirs.value);
  held.saved = writtenOf(theirs);
  held.revision = theirs.revision;
  held.latest = { ...held.latest, value: value as Rules };
  heard.onWritten(held.latest);
  heard.onMerged({ who: theirs.savedBy, clashes: clashes.map(pathText) });
}

async function put(id: string, held: Held, heard: Heard): Promise<void> {
  const sent = held.latest;
  const effectiveFrom = isDayText(sent.effectiveFrom) ? sent.effectiveFrom : null;
  heard.onState('saving');
  try {
    const body = { ...sent, effectiveFrom, revision: held.revision };
    const answer = await api.put<Answer>(`/api/settings/drafts/${id}`, body);
    held.saved = sent;
    held.revision = answer.revision;
    heard.onAnswer(answer);
    heard.onState(held.latest === sent ? 'saved' : 'unsaved');
  } catch (error) {
    if (error instanceof ApiError && error.code === 'savedByOther') return mergeIn(id, held, heard);
    heard.onState('unsaved');
    throw error;
  }
}

/** Until what stands here is what the server has; one request at a time. */
async function saveAll(id: string, held: Held, heard: Heard): Promise<void> {
  await held.busy?.catch(() => {});
  while (held.latest !== held.saved) {
    held.busy = put(id, held, heard);
    await held.busy;
  }
}

/**
 * A draft being written: saved on the server as soon as the hand rests, and before leaving. When somebody else saved
 * meanwhile, both are put together and saved again: nobody's work is lost.
 */
export function useDraftEditor(draft: DraftView) {
  const { id } = draft;
  const [written, setWritten] = useState<Written>(() => writtenOf(draft));
  const [told, setTold] = useState<Pick<Answer, 'savedAt' | 'problems' | 'warnings'>>(draft);
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved');
  const [merged, setMerged] = useState<Merged | null>(null);
  const held = useRef<Held>({ latest: written, saved: written, revision: draft.revision, busy: null });
  const save = useCallback(
    () =>
      saveAll(id, held.current, {
        onWritten: setWritten,
        onAnswer: setTold,
        onMerged: setMerged,
        onState: setState,
      }),
    [id],
  );
  useEffect(() => {
    if (written === held.current.saved) return;
    const timer = setTimeout(() => void save().catch(() => {}), QUIET_MS);
    return () => clearTimeout(timer);
  }, [written, save]);
  // Leaving for another page: what was typed last goes too.
  useEffect(() => {
    const leave = () => queryClient.invalidateQueries(draftQuery(id));
    return () => void save().then(leave, leave);
  }, [save, id]);

  const change = useCallback((part: Partial<Written>) => {
    held.current.latest = { ...held.current.latest, ...part };
    setWritten(held.current.latest);
    setState('unsaved');
  }, []);
  const set = (path: Path, next: unknown) =>
    change({ value: withValue(held.current.latest.value, path, next) as Rules });
  return { written, told, state, merged, dismiss: () => setMerged(null), change, set, save };
}
