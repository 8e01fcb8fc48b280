import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { PostView } from '../../../people/me.ts';
import { isComposing } from '../../../ui/useHotkeys.ts';
import type { Found } from './palette.ts';
import { usePaletteWords } from './paletteWords.ts';
import { useMatterActs } from './useMatterActs.ts';
import { usePalette } from './usePalette.ts';

/** Where the caret stands after the last character: → then means the matter, not the text. */
const atEnd = ({ currentTarget }: KeyboardEvent<HTMLInputElement>): boolean =>
  currentTarget.selectionStart === currentTarget.value.length;

function useOpen(onClose: () => void) {
  const router = useRouter();
  return (one: Found, newTab: boolean) => {
    if (newTab) window.open(one.to, '_blank');
    else void router.navigate({ href: one.to });
    onClose();
  };
}

/** Enter before the answer is there opens the first of it. */
function useEntered(waiting: boolean, first: Found | undefined, open: (one: Found, newTab: boolean) => void) {
  const [entered, setEntered] = useState<boolean | null>(null);
  useEffect(() => {
    if (entered === null || waiting) return;
    setEntered(null);
    if (first) open(first, entered);
  });
  return setEntered;
}

type Walk = {
  listed: readonly Found[];
  at: number;
  inActs: boolean;
  waiting: boolean;
  choose(at: number): void;
  go(code: string | null): void;
  enter(newTab: boolean): void;
  open(one: Found, newTab: boolean): void;
};

function onKey(event: KeyboardEvent<HTMLInputElement>, walk: Walk): void {
  if (isComposing(event.nativeEvent)) return;
  const { listed, at, inActs } = walk;
  const one = listed[at];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const newTab = event.ctrlKey || event.metaKey;
  if (step && listed.length > 0) walk.choose((at + step + listed.length) % listed.length);
  else if (event.key === 'ArrowRight' && !inActs && one?.code && atEnd(event)) walk.go(one.code);
  else if (event.key === 'ArrowLeft' && inActs) walk.go(null);
  else if (event.key === 'Enter' && walk.waiting) walk.enter(newTab);
  else if (event.key === 'Enter') one && walk.open(one, newTab);
  else return;
  event.preventDefault();
}

/** What is typed, what is chosen of what was found, and what the keys do to it. */
export function usePaletteBox(post: PostView, onClose: () => void) {
  const t = usePaletteWords();
  const open = useOpen(onClose);
  const [text, setText] = useState('');
  const [chosen, choose] = useState(0);
  const [matter, setMatter] = useState<string | null>(null);
  const found = usePalette(text, post);
  const acts = useMatterActs(matter);
  const inActs = matter !== null;
  const { rows, waiting, error } = inActs ? acts : found;
  const address = found.groups.find(({ all }) => all)?.all;
  const last = !inActs && address ? { id: 'all', to: address, label: t.all, reason: '' } : undefined;
  const listed: Found[] = last ? [...rows, last] : rows;
  const at = Math.min(chosen, Math.max(0, listed.length - 1));
  const enter = useEntered(waiting, listed[0], open);
  const go = (code: string | null) => {
    setMatter(code);
    choose(0);
  };
  const type = (next: string) => {
    setText(next);
    enter(null);
    go(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) =>
    onKey(event, { listed, at, inActs, waiting, choose, go, enter, open });
  return { t, text, type, found, rows, last, listed, at, inActs, waiting, error, open, onKeyDown };
}
