import type { Decision } from '../matters/decision.ts';
import type { MaterialRequest, Waiting } from './waiting.ts';

type Rows = Required<Pick<Decision, 'inserts' | 'changes'>>;

function materialsAfter({ materials }: Waiting, { inserts, changes }: Rows): MaterialRequest[] {
  const states = new Map(
    changes.flatMap((each) => (each.table === 'material_request' ? [[each.id, each.set.state] as const] : [])),
  );
  const known = materials.map((each) => ({
    ...each,
    state: (states.get(each.id) as MaterialRequest['state']) ?? each.state,
  }));
  const asked = inserts.flatMap((each): MaterialRequest[] => {
    if (each.into !== 'material_request') return [];
    const { id, what, limit_at, asked_by_post_id = null, ground = 'material', unit_id = null } = each.values;
    const of = { askedByPostId: asked_by_post_id, unitId: unit_id };
    return [{ id, what, state: 'proposed', limitAt: limit_at as Date, ground, ...of }];
  });
  return [...known, ...asked];
}

function extensionsAfter({ extensionRequests }: Waiting, { inserts, changes }: Rows): Waiting['extensionRequests'] {
  const states = new Map(
    changes.flatMap((each) => (each.table === 'extension_request' ? [[each.id, each.set.state] as const] : [])),
  );
  const known = extensionRequests.map((each) => ({ ...each, state: states.get(each.id) ?? each.state }));
  const asked = inserts.flatMap((each) => {
    if (each.into !== 'extension_request') return [];
    const { id, clock_id, length, unit, reason, plan, late, state, asked_by_post_id } = each.values;
    const ids = { id, clockId: clock_id, askedByPostId: asked_by_post_id ?? null };
    return [{ ...ids, length, unit, reason, plan, late, state }];
  });
  return [...known, ...asked];
}

/** What the matter waits for and what more time is asked for, as a step leaves it. */
export const afterWait = (before: Waiting, rows: Rows): Pick<Waiting, 'materials' | 'extensionRequests'> => ({
  materials: materialsAfter(before, rows),
  extensionRequests: extensionsAfter(before, rows),
});
