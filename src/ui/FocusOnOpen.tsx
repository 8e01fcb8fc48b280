import { useEffect } from 'react';

/** In a dialog: puts the cursor where typing begins, after the dialog has put it on its first button. */
export function FocusOnOpen({ id }: { id: string }) {
  useEffect(() => {
    const focus = () => document.getElementById(id)?.focus();
    queueMicrotask(focus);
    const frame = requestAnimationFrame(focus);
    return () => cancelAnimationFrame(frame);
  }, [id]);
  return null;
}
