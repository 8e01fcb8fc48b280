import { type SayingId, say } from '../law/say.ts';
import { Refusal } from '../platform/refusal.ts';

export const ways = ['committee', 'authority', 'opponent', 'acknowledged', 'suit', 'police'] as const;
export type Way = (typeof ways)[number];

export const no = (code: string, field: string, sentence: string) =>
  new Refusal('invalid', code, sentence, { [field]: sentence });

type Said = { said: (body: string, claim: string) => string; effect: SayingId };

/** How each is said, and the sentence of law by which it interrupts. */
export const told: Readonly<Record<Way, Said>> = {
  committee: { said: (body, claim) => `向${body}提出请求：${claim}`, effect: 'interruptedByRequest' },
  authority: { said: (body, claim) => `向${body}提出请求：${claim}`, effect: 'interruptedByRequest' },
  opponent: { said: (body, claim) => `向对方要求履行（${body}）：${claim}`, effect: 'interruptedByDemand' },
  acknowledged: { said: (body, claim) => `对方同意履行（${body}）：${claim}`, effect: 'interruptedByDemand' },
  suit: { said: (body, claim) => say('suedOrArbitrated', { body, claim }), effect: 'interruptedByDemand' },
  police: { said: (body, claim) => `报案、控告（${body}）：${claim}`, effect: 'interruptedByReport' },
};

/** 劳动争议调解仲裁法 27(2): asking the other side, asking an authority for help, the other side agreeing to pay. */
export const laborWays: ReadonlySet<Way> = new Set(['committee', 'authority', 'opponent', 'acknowledged']);

/** Art. 12 is cited only where the body is one that by law resolves such disputes; the center's desk only receives. */
export function checkBody({ way, body, power }: { way: Way; body: string; power?: string }): void {
  if (/综治中心|社会治安综合治理中心/.test(body))
    throw no(
      'centerIsNone',
      'body',
      '在综治中心登记，不等于向有权解决的组织提出请求。写接收请求的调解委员会或者机关。',
    );
  if (way === 'committee' && !/调解委员会|调委会/.test(body))
    throw no('noCommittee', 'body', '写人民调解委员会的名称；别的机关、组织，选「其他有权解决的机关、组织」。');
  if (way === 'authority' && !power) throw no('powerNeeded', 'power', '写它凭哪条法律有权解决这类纠纷。');
}
