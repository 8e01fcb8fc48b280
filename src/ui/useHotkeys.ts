import { useEffect, useRef } from 'react';
import { keyRegistry, type Registered } from './keyRegistry.ts';
import { keyMeant, keySettings } from './keySettings.ts';

/**
 * Keys as they are printed on buttons: 'A', 'Ctrl+K', '/', 'F2', 'Escape', 'Alt+1', 'G W' (one after the other).
 * Letters are the same with and without Shift.
 */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

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

export const isPlain = (name: string): boolean => name.length === 1 || name === 'Space';

/** Space presses a button and ticks a box: there it is not ours. */
const hasOwnSpace = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button,input,summary,[role=button],[role=radio]') !== null;

const isOpenList = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';

/** A dialog or an open list has its own keys; those of the page behind it rest. */
const restsBehind = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role=dialog],[role=listbox],[role=menu]') !== null;

type Options = { enabled?: boolean; inDialog?: boolean; help?: Registered['rows'] };

/** What a key that is pressed means here, and its act. */
function listener(current: { current: Hotkeys }, inDialog: boolean): (event: KeyboardEvent) => void {
  let before = { name: '', at: 0 };
  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event) || (!inDialog && restsBehind(event.target))) return;
    const name = keyName(event);
    if (name === 'Space' && hasOwnSpace(event.target)) return;
    if (isPlain(name) && (isField(event.target) || !keySettings.get().letters)) return;
    const sequence = event.timeStamp - before.at < sequenceMs ? `${before.name} ${name}` : '';
    before = { name, at: event.timeStamp };
    const meant = isPlain(name) ? keyMeant(name) : name;
    const act = current.current[sequence] ?? (meant === undefined ? undefined : current.current[meant]);
    if (!act) return;
    before.name = '';
    event.preventDefault();
    act(event);
  };
}

/**
 * Keys of a page, or with `inDialog` of a dialog. Plain keys act only outside of fields, and never while composing. `help`:
 * what the list of keys says of them, where the key alone does not tell.
 */
export function useHotkeys(keys: Hotkeys, { enabled = true, inDialog = false, help }: Options = {}): void {
  const current = useRef(keys);
  current.current = keys;
  const names = Object.keys(keys).join(' | ');
  const rows = JSON.stringify(help ?? null);
  useEffect(() => {
    if (!enabled || names === '') return;
    return keyRegistry.add({
      keys: names.split(' | '),
      rows: (JSON.parse(rows) as Registered['rows'] | null) ?? undefined,
      inDialog,
    });
  }, [names, rows, enabled, inDialog]);
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = listener(current, inDialog);
    // A list that is chosen from takes every Enter for itself. Shut, it must not swallow the key that is written on the button.
    const early = (event: KeyboardEvent) => {
      if (keyName(event) !== 'Ctrl+Enter' || isOpenList(event.target)) return;
      onKeyDown(event);
      if (event.defaultPrevented) event.stopPropagation();
    };
    window.addEventListener('keydown', early, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', early, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled, inDialog]);
}
