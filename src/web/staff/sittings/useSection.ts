import { useCallback, useEffect, useRef, useState } from 'react';
import type { MinutesView, SittingView } from '../../../sittings/sittingViews.ts';
import type { Section } from '../../../sittings/words.ts';
import { type Draft, useDraft } from '../../../ui/draft.ts';
import { ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { useMe } from '../useMe.ts';

type Written = { text: string; base: number };
type Kept = { version: number; text: string; both: boolean };
/** As often as what was written goes out, while somebody writes. */
const EACH_MS = 2_000;
const nothing = () => null;

function shownAgain(code: string, row: MinutesView): void {
  queryClient.setQueryData<SittingView>(['sitting', code], (view) => {
    if (!view) return view;
    const others = view.minutes.filter((each) => each.disputeId !== row.disputeId || each.section !== row.section);
    return { ...view, minutes: [...others, row] };
  });
}

/** Sends what stands in `latest`, one at a time; what was typed meanwhile goes on from there. */
function useSending(
  code: string,
  part: { disputeId: string; section: Section },
  latest: { readonly current: Written | null },
  { set, clear }: Pick<Draft<Written | null>, 'set' | 'clear'>,
) {
  const { user } = useMe();
  const { disputeId, section } = part;
  const [problem, setProblem] = useState<ApiError | null>(null);
  const [both, setBoth] = useState(false);
  const busy = useRef(false);
  const save = useCallback(
    async (take = false) => {
      const sent = latest.current;
      if (!sent || busy.current) return;
      busy.current = true;
      try {
        const body = { disputeId, section, ...sent, take };
        const { version, text, both: two } = await api.put<Kept>(`/api/sittings/${code}/minutes`, body);
        const at = new Date().toISOString();
        shownAgain(code, { disputeId, section, version, text, by: user.name, at, heldBy: null });
        setProblem(null);
        setBoth(two);
        if (latest.current?.text === sent.text) clear();
        else if (!two) set((now) => now && { ...now, base: version });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        setProblem(error);
      } finally {
        busy.current = false;
      }
    },
    [code, disputeId, section, user.name, latest, set, clear],
  );
  return { problem, both, save };
}

/** One section of the minutes: what is written stays on this machine until the server has it, and goes out by itself. */
export function useSection(view: SittingView, disputeId: string, section: Section) {
  const { user } = useMe();
  const { code } = view;
  const kept = view.minutes.find((each) => each.disputeId === disputeId && each.section === section);
  const draft = useDraft<Written | null>(user.id, `${code}.minutes.${disputeId}.${section}`, nothing);
  const latest = useRef(draft.value);
  latest.current = draft.value;
  const { problem, both, save } = useSending(code, { disputeId, section }, latest, draft);
  const dirty = draft.value !== null;
  useEffect(() => {
    if (!dirty) return;
    const timer = window.setInterval(() => void save(), EACH_MS);
    return () => window.clearInterval(timer);
  }, [dirty, save]);
  const write = (text: string) => draft.set((now) => ({ text, base: now?.base ?? kept?.version ?? 0 }));
  return { kept, text: draft.value?.text ?? kept?.text ?? '', dirty, problem, both, write, save };
}
