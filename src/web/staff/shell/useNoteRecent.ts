import { useEffect } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import { usePost } from '../useMe.ts';
import { noteRecent } from './recent.ts';

const nameOf = ({ parties }: DisputeView, side: string): string =>
  parties.find((party) => party.side === side && party.representsPartyId === null)?.name ?? '';

/** The page that is open is the first of what was open last. */
export function useNoteRecent(view: DisputeView): void {
  const { id } = usePost();
  useEffect(() => {
    const { code, codeShort, title } = view;
    const partiesLine = [nameOf(view, 'applicant'), nameOf(view, 'respondent')].filter(Boolean).join('｜');
    noteRecent(id, { code, codeShort, title, partiesLine });
  }, [id, view]);
}
