import { stepNames, stepOf } from '../../../../disputes/procedure.ts';
import type { KeySettings } from '../../../../ui/keySettings.ts';

/** What lists and the frame have for themselves; G begins a pair of keys. */
const always = ['J', 'K', 'N', 'X', 'G', '/', '?', '.', 'F', 'U', 'SPACE'];

/** Every single key that means something somewhere: another act cannot have it too. */
export const takenKeys = (): string[] => {
  const letters = stepNames.flatMap((name) => stepOf(name).key?.toUpperCase() ?? []);
  return [...new Set([...always, ...letters])];
};

export type Refused = 'notPlain' | 'taken';

/** Another key for one of ours: a letter, a digit or a sign that nothing else has; the old one again undoes it. */
export function changeKey(settings: KeySettings, key: string, pressed: string): KeySettings | Refused {
  const chosen = pressed === ' ' ? 'SPACE' : pressed.toUpperCase();
  if (Array.from(chosen).length !== 1 || !/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(chosen)) return 'notPlain';
  const { [key]: _old, ...others } = settings.own;
  if (chosen === key) return { ...settings, own: others };
  const used = new Set([...takenKeys().filter((each) => !(each in others)), ...Object.values(others)]);
  return used.has(chosen) ? 'taken' : { ...settings, own: { ...others, [key]: chosen } };
}
