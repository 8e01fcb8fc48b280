import type { DoorContext, DoorFacts } from '../handover/door.ts';
import type { DoorSpec } from '../handover/doorKind.ts';
import { formatDue } from '../platform/now.ts';
import type { WayRow } from './doorViews.ts';
import { bodyFor } from './openDoor.ts';

/** Every way that a form stands here for: open and until when, or not and why. What a county switched off is still told. */
export function waysOpen(
  doors: readonly DoorSpec[],
  countyCode: string,
  facts: DoorFacts,
  { network, rules }: Pick<DoorContext, 'network'> & { rules: Pick<DoorContext['rules'], 'doors'> },
): WayRow[] {
  return doors.flatMap(({ ways }) =>
    Object.entries(ways).map(([name, way]): WayRow => {
      const entry = way.entry(facts);
      const unit = bodyFor(countyCode, way, network);
      const until = entry.open && entry.until ? `到${formatDue(entry.until)}。` : '';
      return {
        ...{ way: name, label: way.label, body: unit?.name ?? way.body, bodyUnitId: unit?.id ?? null },
        ...{ open: entry.open, joint: way.joint, secret: way.secret, off: rules.doors.off.includes(name) },
        words: entry.open ? `${until}${entry.note}` : entry.why,
        until: entry.open ? (entry.until?.toISOString() ?? null) : null,
      };
    }),
  );
}
