import { Refusal } from '../platform/refusal.ts';

export const ways = ['committee', 'authority', 'opponent', 'acknowledged', 'suit', 'police'] as const;
export type Way = (typeof ways)[number];

export const no = (code: string, field: string, sentence: string) =>
  new Refusal('invalid', code, sentence, { [field]: sentence });

/** How each is said, and by which article it interrupts: 诉讼时效规定 12, 13, 民法典 195. */
export const told: Readonly<Record<Way, { said: (body: string, claim: string) => string; basis: string }>> = {
  committee: { said: (body, claim) => `向${body}提出请求：${claim}`, basis: '诉讼时效规定第12条' },
  authority: { said: (body, claim) => `向${body}提出请求：${claim}`, basis: '诉讼时效规定第12条' },
  opponent: { said: (body, claim) => `向对方要求履行（${body}）：${claim}`, basis: '民法典第195条' },
  acknowledged: { said: (body, claim) => `对方同意履行（${body}）：${claim}`, basis: '民法典第195条' },
  suit: { said: (body, claim) => `起诉或者申请仲裁（${body}）：${claim}`, basis: '民法典第195条' },
  police: { said: (body, claim) => `报案、控告（${body}）：${claim}`, basis: '诉讼时效规定第13条' },
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
