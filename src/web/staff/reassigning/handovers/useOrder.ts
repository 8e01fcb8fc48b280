import { useState } from 'react';
import { addDays } from '../../../../platform/now.ts';
import { readDay } from '../../../../platform/readDay.ts';
import type { HoldingsView, HoldingView } from '../../../../reassigning/holderView.ts';
import { shareOut } from '../../../../reassigning/shareOut.ts';
import { useMe } from '../../useMe.ts';

type Given = { view: HoldingsView; items: readonly HoldingView[] };

/** Who can take most of it comes first, then whoever has least in hand. */
function useReceivers(view: HoldingsView, items: readonly HoldingView[]) {
  const able = (postId: string) => items.filter(({ receivers }) => receivers.includes(postId)).length;
  return view.receivers
    .filter(({ postId }) => able(postId) > 0)
    .toSorted((a, b) => able(b.postId) - able(a.postId) || Number(a.leads) - Number(b.leads) || a.load - b.load);
}

export function useOrder({ view, items }: Given) {
  const { today } = useMe();
  const receivers = useReceivers(view, items);
  const [chosen, setChosen] = useState<readonly string[]>(receivers[0] ? [receivers[0].postId] : []);
  const [note, setNote] = useState('');
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const [until, setUntil] = useState(addDays(today, view.handoverDays));
  const shared = shareOut(
    items,
    receivers.filter(({ postId }) => chosen.includes(postId)),
  );
  const toOf = (code: string): string | undefined => own[code] ?? shared.get(code);
  const order = {
    fromPostId: view.holder.postId,
    until: readDay(until, today, 'future') ?? until,
    items: items.flatMap(({ code }) => {
      const toPostId = toOf(code);
      const words = (notes[code] ?? note).trim();
      return toPostId ? [{ code, toPostId, ...(words && { note: words }) }] : [];
    }),
  };
  return {
    receivers,
    chosen,
    setChosen,
    note,
    setNote,
    notes,
    setNotes,
    own,
    setOwn,
    until,
    setUntil,
    toOf,
    order,
    today,
  };
}
