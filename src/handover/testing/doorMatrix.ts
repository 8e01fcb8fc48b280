import { type Case, type Matrix, matrixOf } from '../../procedures/testing/matrix.ts';
import { type DoorSpec, type DoorStanding, doorKind } from '../doorKind.ts';

const center = '140106-center';
const me = 'post-me';
const at = (unitId: string, centerId: string | null = null) => ({ postId: me, unitId, centerId });
const usual: Omit<DoorStanding, 'status'> = {
  ...{ applicantIds: [], receivingCenterId: center, handsPostIds: ['post-other'], leadUnitId: '140106-housing' },
  ...{ bodyUnitId: '140106-body', handedIn: true, outside: false },
};
const outside = { ...usual, outside: true };

/** Every way in which a post can stand to a door. */
const cases: Case<DoorStanding>[] = [
  { name: 'who asks', places: ['applicant'], actor: at(''), standing: { ...usual, applicantIds: [me] } },
  { name: 'the center', places: ['center', 'desk'], actor: at(center, center), standing: usual },
  { name: 'who opened it', places: ['hands'], actor: at('140106-justice'), standing: { ...usual, handsPostIds: [me] } },
  { name: 'the unit that leads', places: ['lead'], actor: at('140106-housing'), standing: usual },
  { name: 'the body', places: ['body'], actor: at('140106-body'), standing: usual },
  { name: 'the body before', places: [], actor: at('140106-body'), standing: { ...usual, handedIn: false } },
  {
    ...{
      name: 'who opened it, the body outside',
      places: ['hands', 'recorder', 'outside'],
      actor: at('140106-justice'),
    },
    standing: { ...outside, handsPostIds: [me] },
  },
  {
    name: 'the center, the body outside',
    places: ['center', 'desk', 'writing', 'outside'],
    actor: at(center, center),
    standing: outside,
  },
  { name: 'another unit', places: [], actor: at('140106-health'), standing: usual },
];

/** Whoever stands at the counter or has it in hand. */
const desk =
  'receptionist@center dispatcher@center centerLeader@center receptionist@desk dispatcher@desk centerLeader@desk';
export const keeping = `${desk} handler@hands mediator@hands unitHead@hands unitHead@lead`;
/** Whoever writes down what a body outside said. */
export const writing =
  'receptionist@writing dispatcher@writing centerLeader@writing receptionist@recorder dispatcher@recorder centerLeader@recorder handler@recorder mediator@recorder unitHead@recorder';

/** What is done on our side of every door, by hand. */
export const ownLines: Matrix = {
  fillDoor: { at: 'preparing supplementing', by: `party@applicant ${keeping}`, why: 'a party fills in his own form' },
  handIn: { at: 'preparing', by: keeping, why: 'nothing leaves the house unseen' },
  supplement: { at: 'supplementing', by: keeping, why: 'what is asked for is brought to the counter' },
  callBody: { at: 'handedIn accepted', by: keeping, why: 'delivered is not received' },
  withdrawDoor: {
    ...{ at: 'preparing handedIn supplementing accepted', by: `party@applicant ${keeping}` },
    why: 'whoever asked may stop asking',
  },
  remindLimit: {
    ...{ at: 'preparing handedIn supplementing accepted decided refused', by: 'system@system' },
    why: 'a right runs out whatever became of the door',
  },
  followMatter: { at: 'preparing handedIn supplementing accepted', by: 'system@system', why: 'it follows its dispute' },
};

export const doorMatrix = (spec: DoorSpec) => matrixOf(doorKind(spec), cases);
