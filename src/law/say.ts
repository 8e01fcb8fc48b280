import { sayings } from './data/sayings.ts';

export type SayingId = keyof typeof sayings;

/** A sentence of the catalog with what differs each time put in: say('lateSuit', { day: '9月1日' }). */
export function say(id: SayingId, parts: Readonly<Record<string, string>> = {}): string {
  return sayings[id].text.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '');
}
