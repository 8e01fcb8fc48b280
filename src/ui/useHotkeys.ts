import { useEffect, useRef } from 'react';
import { remembered } from './remembered.ts';

/**
 * Keys as they are printed on buttons: 'A', 'Ctrl+K', '/', 'F2', 'Escape', 'Alt+1', 'G W' (one after the other).
 * Letters are the same with and without Shift.
 */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** WCAG 2.1.4: keys of a single letter can be switched off. */
export const letterKeys = remembered('letterKeys', true);

const sequenceMs = 1500;

/** An input method that composes sends keys that are not meant for us. */
export function isComposing(event: { isComposing?: boolean; keyCode?: number }): boolean {
  return event.isComposing === true || event.keyCode === 229;
}

export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]),textarea,select');
}

export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'code'>): string {
  // With Alt, some systems write ¡ for 1: the key itself counts then.
  const key = event.altKey && /^(Digit|Key)/.test(event.code) ? event.code.slice(-1) : event.key;
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${name}`;
}

const isPlain = (name: string): boolean => name.length === 1 || name === 'Space';

/** Space presses a button and ticks a box: there it is not ours. */
const hasOwnSpace = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button,input,summary,[role=button],[role=radio]') !== null;

/** A dialog or an open list has its own keys; those of the page behind it rest. */
const restsBehind = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role=dialog],[role=listbox],[role=menu]') !== null;

/** Keys of a page, or with `inDialog` of a dialog. Plain keys act only outside of fields, and never while composing. */
export function useHotkeys(keys: Hotkeys, { enabled = true, inDialog = false } = {}): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    if (!enabled) return;
    let before = { name: '', at: 0 };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || (!inDialog && restsBehind(event.target))) return;
      const name = keyName(event);
      if (name === 'Space' && hasOwnSpace(event.target)) return;
      if (isPlain(name) && (isField(event.target) || !letterKeys.get())) return;
      const sequence = event.timeStamp - before.at < sequenceMs ? `${before.name} ${name}` : '';
      before = { name, at: event.timeStamp };
      const act = current.current[sequence] ?? current.current[name];
      if (!act) return;
      before.name = '';
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled, inDialog]);
}
