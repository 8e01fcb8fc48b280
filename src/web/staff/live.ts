import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { LiveEvent } from '../../matters/liveStream.ts';

type Listener = (event: LiveEvent) => void;
export type LiveState = 'connecting' | 'live' | 'off';

/** A page that nobody sees lets go of its stream: browsers allow six to a server, and every tab would take one. */
const HIDDEN_MS = 5_000;
const RETRY_MS = 15_000;
/** What I did myself is on my page already. */
const OWN_MS = 3_000;

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
const own = new Map<string, number>();
let state: LiveState = 'connecting';
let source: EventSource | undefined;
let timer: number | undefined;
let wanted = 0;

function become(next: LiveState): void {
  if (state === next) return;
  state = next;
  for (const watcher of watchers) watcher();
}

function tell(event: LiveEvent): void {
  if (event.kind === 'matter' && performance.now() - (own.get(event.code) ?? -OWN_MS) < OWN_MS) return;
  for (const listener of [...listeners]) listener(event);
}

function close(): void {
  source?.close();
  source = undefined;
  window.clearTimeout(timer);
}

function open(afterGap = false): void {
  if (source || wanted === 0) return;
  window.clearTimeout(timer);
  const stream = new EventSource('/api/live');
  source = stream;
  stream.onopen = () => {
    become('live');
    // What happened while there was no stream. A page that was hidden asks anew by itself when it is looked at again.
    if (afterGap) tell({ kind: 'catchUp' });
  };
  stream.onmessage = ({ data }) => tell(JSON.parse(data as string) as LiveEvent);
  stream.onerror = () => {
    become('off');
    if (stream.readyState !== EventSource.CLOSED) return;
    close();
    timer = window.setTimeout(() => open(true), RETRY_MS);
  };
}

function onVisibility(): void {
  window.clearTimeout(timer);
  if (document.visibilityState === 'visible') open();
  else timer = window.setTimeout(close, HIDDEN_MS);
}

export const live = {
  get: (): LiveState => state,
  subscribe(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  listen(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  mine: (code: string): void => void own.set(code, performance.now()),
  /** From the moment my act goes out until it is answered: the house may tell of it before it answers me. */
  acting(code: string): () => void {
    own.set(code, Number.POSITIVE_INFINITY);
    return () => live.mine(code);
  },
  /** For as long as somebody is logged in; a log-in anew begins a stream anew. */
  start(): () => void {
    wanted += 1;
    document.addEventListener('visibilitychange', onVisibility);
    open();
    return () => {
      wanted -= 1;
      if (wanted > 0) return;
      document.removeEventListener('visibilitychange', onVisibility);
      close();
      become('connecting');
    };
  },
};

export const useLiveState = (): LiveState => useSyncExternalStore(live.subscribe, live.get);

/** Hears what changes, while the page is there. */
export function useLive(onEvent: Listener): void {
  const current = useRef(onEvent);
  current.current = onEvent;
  useEffect(() => live.listen((event) => current.current(event)), []);
}
