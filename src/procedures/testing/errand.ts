import { Type } from 'typebox';
import { listedDate } from '../../deadlines/leading.ts';
import type { Decision } from '../../matters/decision.ts';
import { StepInput } from '../../matters/fields.ts';
import { Refusal, refuseIf } from '../../platform/refusal.ts';
import type { Life } from '../engine.ts';
import { FollowInput } from '../follow.ts';
import type { Head, StepContext } from '../head.ts';
import type { Kind, Row } from '../kind.ts';
import { headKey, leaderKey, unique, unitKey } from '../owners.ts';
import { doneWord } from '../sentences.ts';
import type { ErrandRules } from './errand.rules.ts';

// The smallest kind of matter that uses all of the engine: an errand 差事 that a center gives a unit, about a dispute.

type Status = 'given' | 'done' | 'returned';
type Place = 'giver' | 'carrier' | 'system';

const carriers = ['unitHead@carrier', 'handler@carrier'] as const;

// biome-ignore format: one row a step
export const steps = {
  finish: { noun: 'finishings', from: ['given'], to: 'done', who: carriers, label: '办好差事', labelEn: 'Finish', starts: [], stops: ['report'], basis: '测试', weight: 'tells', press: true },
  handBack: { noun: 'hand-backs', from: ['given'], to: 'returned', who: carriers, label: '交回差事', labelEn: 'Hand back', starts: [], stops: ['report'], basis: '测试', weight: 'legal' },
  giveAgain: { noun: 'givings', from: ['returned'], to: 'given', who: ['dispatcher@giver'], label: '再派差事', labelEn: 'Give again', starts: ['report'], stops: [], basis: '测试', weight: 'tells' },
  followMatter: { noun: 'matter-moves', from: ['given', 'returned'], to: null, who: ['system@system'], label: '随纠纷变动', labelEn: 'Follow', starts: [], stops: [], basis: '测试', weight: 'tells' },
} as const satisfies Record<string, Row<Status, Place>>;
export type Step = keyof typeof steps;

export type Errand = Head & { status: Status; carrierUnitId: string; tries: number };
type Context = StepContext<Errand, ErrandRules>;

const standing = ({ status, receivingCenterId, carrierUnitId }: Errand) => ({
  status,
  receivingCenterId,
  carrierUnitId,
});

export const errandKind: Kind<Step, ReturnType<typeof standing>> = {
  ...{ name: 'errand', path: 'errands', page: '/errands/', code: '^CS\\d{14}$', called: '这件差事', tag: '测试 test' },
  ...{ rules: ['clocks'], steps, follow: 'followMatter' },
  words: {
    finish: { deed: '办好了', deedEn: 'Done' },
    handBack: { deed: '交回', deedEn: 'Hand back', undo: '交回以后由中心再派。' },
    giveAgain: { deed: '再派', deedEn: 'Give again', done: '又派出去了' },
    followMatter: { deed: '随纠纷变动', deedEn: 'Follow' },
  },
  statuses: {
    given: { zh: '派出', en: 'Given', resident: '有人在跑' },
    done: { zh: '办好', en: 'Done', resident: '跑好了' },
    returned: { zh: '交回', en: 'Returned', resident: '还没有人跑' },
  },
  way: [
    { at: ['given', 'returned'], label: '派出', resident: '在跑' },
    { at: ['done'], label: '办好', resident: '跑好' },
  ],
  places: {
    giver: { words: '派出中心的', holds: ({ receivingCenterId }, { centerId }) => centerId === receivingCenterId },
    carrier: { words: '跑腿单位的', holds: ({ carrierUnitId }, { unitId }) => unitId === carrierUnitId },
    system: { words: '', holds: (_, { role }) => role === 'system' },
  },
};

export const SaidInput = StepInput({ said: Type.String({ minLength: 2, maxLength: 200, title: '要说的话' }) });
type Said = { said: string };
const note = ({ said }: Said, kind: string, { newId }: Context) => [
  { id: newId(), kind, visibility: 'shared' as const, body: said },
];

export const finish = (errand: Errand, input: Said, context: Context): Decision => ({
  ...{ type: 'finish', data: { tries: errand.tries }, notes: note(input, 'finish', context) },
  tell: [{ owner: leaderKey(errand.receivingCenterId), text: '差事办好了。' }],
});

export const handBack = (_errand: Errand, input: Said, context: Context): Decision => ({
  ...{ type: 'handBack', notes: note(input, 'handBack', context) },
});

/** Three times is enough: whatever one types, it is not given a fourth time. */
export const hindersGiving = ({ tries }: Errand): Refusal | null =>
  tries < 3 ? null : new Refusal('conflict', 'triedThrice', '已经派过三次，换个办法。');

export const giveAgain = (errand: Errand, input: Said, context: Context): Decision => {
  refuseIf(hindersGiving(errand));
  const tell = [{ owner: headKey(errand.carrierUnitId), text: '差事又派给你单位了。' }];
  return { type: 'giveAgain', own: { tries: errand.tries + 1 }, notes: note(input, 'giveAgain', context), tell };
};

export const followMatter = (_errand: Errand, { restricted, namedPostIds }: FollowInput): Decision => ({
  ...{ type: 'followMatter', data: { restricted } },
  matter: { restricted, named_post_ids: [...namedPostIds] },
});
export { FollowInput };

export const errandLife: Life<Errand, ErrandRules, Step> = {
  standing,
  after: (before, { own = {}, matter = {} }, step) => ({
    ...before,
    version: before.version + 1,
    status: steps[step].to ?? before.status,
    tries: Number(own.tries ?? before.tries),
    restricted: matter.restricted ?? before.restricted,
    namedPostIds: matter.named_post_ids ?? before.namedPostIds,
  }),
  seenBy: ({ restricted, namedPostIds, receivingCenterId, carrierUnitId }) =>
    restricted
      ? unique(['system', leaderKey(receivingCenterId), ...namedPostIds.map((id) => `p:${id}`)])
      : ['system', unitKey(receivingCenterId), unitKey(carrierUnitId), `h:${carrierUnitId}`],
  owed: ({ status, clocks, carrierUnitId, receivingCenterId }) => {
    if (status === 'done') return [];
    const owner = status === 'given' ? headKey(carrierUnitId) : `c:${receivingCenterId}#dispatcher`;
    return [
      { owner, act: status === 'given' ? 'finish' : 'giveAgain', clockKind: 'report', dueAt: listedDate(clocks) },
    ];
  },
  listedDue: ({ clocks }) => listedDate(clocks),
  ruleOf: ({ clocks }, clockKind) => clocks[clockKind] as ErrandRules['clocks'][string],
  chargedTo: (_kind, _binds, { carrierUnitId }) => carrierUnitId,
  undoneBy: () => null,
  done: ({ step }) => `${doneWord(errandKind, step as Step)}。`,
};
