import { confirmation } from '../confirmation/confirmation.ts';
import type { DoorSpec } from '../handover/doorKind.ts';
import { laborArbitration } from '../laborArbitration/laborArbitration.ts';

/** The doors of law, in the order in which people look for them. */
export const allDoors: readonly DoorSpec[] = [confirmation, laborArbitration];

/** The kind of a door, by the letters of its code. */
export function doorOfCode(code: string): DoorSpec {
  const found = allDoors.find(({ letters }) => code.startsWith(letters));
  if (!found) throw new Error(`no door has the letters of ${code}`);
  return found;
}
