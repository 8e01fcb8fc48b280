import { type Case, matrixOf } from '../../procedures/testing/matrix.ts';
import { disputeKind, type Standing } from '../kind.ts';

const receiving = '140106-center';
const lead = '140106-housing';
const support = '140106-justice';
const leadingStreet = '140106004-center';
const me = 'post-me';

const usual = {
  receivingCenterId: receiving,
  leadUnitId: lead,
  handlerPostId: 'post-other',
  supportingUnitIds: [support],
};
const at = (unitId: string, centerId: string | null = null) => ({ postId: me, unitId, centerId });

/** Everywhere a post can stand to a dispute, and what that counts as. */
export const cases: readonly Case<Standing>[] = [
  { name: 'receivingCenter', places: ['receivingCenter'], actor: at(receiving, receiving), standing: usual },
  { name: 'centerAbove', places: ['superiorCenter'], actor: at('140100-center', '140100-center'), standing: usual },
  { name: 'otherCenter', places: [], actor: at('140105-center', '140105-center'), standing: usual },
  { name: 'leadUnit', places: ['leadUnit'], actor: at(lead), standing: usual },
  {
    name: 'leadCenter',
    places: ['leadUnit'],
    actor: at(leadingStreet, leadingStreet),
    standing: { ...usual, leadUnitId: leadingStreet },
  },
  {
    name: 'receivingCenterThatLeads',
    places: ['receivingCenter', 'leadUnit'],
    actor: at(receiving, receiving),
    standing: { ...usual, leadUnitId: receiving },
  },
  {
    name: 'assigned',
    places: ['leadUnit', 'assigned'],
    actor: at(lead),
    standing: { ...usual, handlerPostId: me },
  },
  {
    name: 'handing it over',
    places: ['leadUnit', 'handing'],
    actor: at(lead),
    standing: { ...usual, handingPostIds: [me] },
  },
  {
    name: 'appointed to mediate',
    places: ['appointed'],
    actor: at('140106-tradeUnion'),
    standing: { ...usual, mediatorPostIds: [me] },
  },
  { name: 'supportingUnit', places: ['supportingUnit'], actor: at(support), standing: usual },
  { name: 'otherUnit', places: [], actor: at('140106-health'), standing: usual },
  {
    name: 'formerUnit, nobody leads yet',
    places: [],
    actor: at(lead),
    standing: { ...usual, leadUnitId: null, handlerPostId: null, supportingUnitIds: [] },
  },
];

export const { differences, firstDifference, gaps } = matrixOf(disputeKind, cases);
