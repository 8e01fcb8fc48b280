import fc from 'fast-check';
import { startClock } from '../../deadlines/clockChanges.ts';
import { type Role, roles } from '../../platform/actor.ts';
import { defaultCountyRules } from '../defaultRules.ts';
import type { Dispute } from '../dispute.ts';
import { statuses } from '../procedure.ts';
import { clockRuleOf } from '../rules.ts';
import { aContext, aDispute, tuesday } from './aDispute.ts';
import { city, cityHousing, community, court, grid, housing, justice, street, xiaodian, yingze } from './network.ts';
import { aPost, housingMediator, id, jiaMin, justiceHead, otherHandler, wuZhiqiang } from './people.ts';

const units = [housing, justice, court, street, yingze, city, cityHousing];
const places = ['140106', '140106004', community, grid, '140106005001'];
const anyUnit = fc.constantFrom(...units);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyHandler = fc.constantFrom(wuZhiqiang.postId, otherHandler.postId, housingMediator.postId);
const beforeUnits = new Set<Dispute['status']>(['registered', 'declined', 'accepted']);
const needUnit = new Set<Dispute['status']>(['dispatched', 'inMediation', 'settled', 'mediationFailed', 'terminated']);

const support = fc.record({
  unitId: anyUnit,
  task: fc.constant('协办'),
  doneAt: fc.constantFrom(null, tuesday),
});

const anyClocks = fc
  .subarray(['accept', 'deploy', 'acknowledge', 'report', 'handle', 'verify', 'contest', 'strikeOff'])
  .map((kinds) =>
    kinds.flatMap((kind) => {
      const ruleOf = (name: string) => clockRuleOf(defaultCountyRules, name, 'ordinary');
      const change = startClock(kind, { ...aContext(), step: 'test', ruleOf });
      return change.kind === 'start' ? [change.clock] : [];
    }),
  );

const anyMaterial = fc.constantFrom<Dispute['materials'][number]['state']>(
  'proposed',
  'approved',
  'refused',
  'received',
);

/** A dispute somewhere on its way; what cannot be so together is not made. */
export const anyDispute: fc.Arbitrary<Dispute> = fc
  .record({
    status: fc.constantFrom(...statuses),
    restricted: fc.boolean(),
    regionCode: fc.constantFrom(...places),
    receivingCenterId: fc.constantFrom(yingze, street, city),
    leadUnitId: maybe(anyUnit),
    handlerPostId: maybe(anyHandler),
    firstContactPostId: fc.constant(jiaMin.postId),
    formerUnitIds: fc.uniqueArray(anyUnit, { maxLength: 3 }),
    namedPostIds: fc.subarray([justiceHead.postId, wuZhiqiang.postId]),
    supportingUnits: fc.uniqueArray(support, { selector: (each) => each.unitId, maxLength: 3 }),
    difficulty: maybe(fc.constantFrom('simple' as const, 'ordinary' as const)),
    contested: fc.boolean(),
    returnVisited: fc.boolean(),
    rated: fc.boolean(),
    clocks: anyClocks,
    materials: fc.array(anyMaterial, { maxLength: 1 }).map((states) =>
      states.map((state) => ({
        id: id(1),
        what: '照片',
        state,
        limitAt: tuesday,
        askedByPostId: null,
        ground: 'material' as const,
        unitId: null,
      })),
    ),
  })
  .map((made) => {
    const leadUnitId = beforeUnits.has(made.status)
      ? null
      : (made.leadUnitId ?? (needUnit.has(made.status) ? housing : null));
    const ended = ['closed', 'struckOff', 'archived'].includes(made.status);
    return aDispute({
      ...made,
      leadUnitId,
      handlerPostId: leadUnitId === null || made.status === 'dispatched' ? null : made.handlerPostId,
      formerUnitIds: made.formerUnitIds.filter((unitId) => unitId !== leadUnitId),
      supportingUnits: made.supportingUnits.filter(({ unitId }) => unitId !== leadUnitId),
      contested: ended && made.contested,
      closedAt: ended ? tuesday : null,
    });
  });

const anyRole: fc.Arbitrary<Role> = fc.constantFrom(...roles);

/** Any post in any unit, senseless ones too: nothing may hang on a role standing where it should. */
export const anyActor = fc
  .record({
    role: anyRole,
    unitId: fc.constantFrom(...units, xiaodian),
    regionCode: fc.constantFrom(...places, '140105'),
  })
  .map(({ role, unitId, regionCode }) => aPost(role, unitId, '某人', undefined, regionCode));
