import { remembered } from './remembered.ts';

/** How one person has the keys: letters on or off (WCAG 2.1.4), and another key for one of ours. */
export type KeySettings = { letters: boolean; own: Readonly<Record<string, string>> };

const initial: KeySettings = { letters: true, own: {} };
const all = remembered<Record<string, KeySettings>>('keys', {});
let person = '';

/** Kept for each person who logs in at this machine. */
export const keySettings = {
  get: (): KeySettings => all.get()[person] ?? initial,
  set: (settings: KeySettings): void => all.set({ ...all.get(), [person]: settings }),
  subscribe: all.subscribe,
  of(personId: string): void {
    person = personId;
  },
};

/** The key that is pressed for one of ours, as it is printed on a button. */
export const keyFace = (key: string): string => keySettings.get().own[key] ?? key;

/** Which of our keys a pressed one stands for; nothing when its own act was given another key. */
export function keyMeant(pressed: string): string | undefined {
  const { own } = keySettings.get();
  const given = Object.entries(own).find(([, chosen]) => chosen === pressed)?.[0];
  return given ?? (pressed in own ? undefined : pressed);
}
