import { useState } from 'react';
import { sendFile } from '../../ui/sendFile.ts';
import { api } from './api.ts';

export type Uploaded = { id: string; name: string; size: number };
export type Pending = { key: number; name: string; percent: number; problem: string | null };

type Answer = Uploaded[] & { error?: { message?: string } };

async function sendOnce(file: File, onProgress: (percent: number) => void): Promise<Uploaded> {
  let answer = await sendFile('/api/uploads', file, onProgress);
  if (answer.status === 401) {
    // Any question of ours brings up the log-in over the page; then the file goes out again.
    await api.get('/api/me');
    answer = await sendFile('/api/uploads', file, onProgress);
  }
  const body = answer.body as Answer | null;
  const [uploaded] = answer.status < 300 && Array.isArray(body) ? body : [];
  if (!uploaded) throw new Error(body?.error?.message ?? String(answer.status));
  return uploaded;
}

let keys = 0;

/** Files go out as soon as they are chosen, each on its own, so that one bad file stops no other. */
export function useUploads(onUploaded: (file: Uploaded) => void) {
  const [pending, setPending] = useState<Pending[]>([]);
  const change = (key: number, part: Partial<Pending>) =>
    setPending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: number) => setPending((all) => all.filter((one) => one.key !== key));
  const add = (files: Iterable<File>) => {
    for (const file of files) {
      keys += 1;
      const key = keys;
      setPending((all) => [...all, { key, name: file.name, percent: 0, problem: null }]);
      sendOnce(file, (percent) => change(key, { percent })).then(
        (uploaded) => {
          drop(key);
          onUploaded(uploaded);
        },
        (error: unknown) => change(key, { problem: error instanceof Error ? error.message : String(error) }),
      );
    }
  };
  return { pending, add, drop, busy: pending.some((one) => one.problem === null) };
}
