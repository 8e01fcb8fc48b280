import type { NewNote } from '../matters/decision.ts';

export type LegalRoute = { code: string; label: string; sentence: string; basis: string };

const lawsuit: LegalRoute = {
  code: 'courtFiling',
  label: '向法院起诉',
  sentence: '向人民法院起诉。一般要在知道权利受损起三年内。',
  basis: '《民法典》第一百八十八条；《民事诉讼法》第一百二十六条',
};
const arbitration: LegalRoute = {
  code: 'laborArbitration',
  label: '申请劳动仲裁',
  sentence: '申请劳动人事争议仲裁。一般要在知道权利受损起一年内，不收费。',
  basis: '《劳动争议调解仲裁法》第二十七条',
};
const paymentOrder: LegalRoute = {
  code: 'paymentOrder',
  label: '申请支付令',
  sentence: '拖欠劳动报酬等达成协议后不给的，可以向人民法院申请支付令。',
  basis: '《劳动争议调解仲裁法》第十六条',
};
const reconsideration: LegalRoute = {
  code: 'administrativeReconsideration',
  label: '申请行政复议',
  sentence: '对行政机关的决定不服的，知道之日起六十日内申请行政复议。',
  basis: '《行政复议法》第二十条',
};
const landArbitration: LegalRoute = {
  code: 'landArbitration',
  label: '申请农村土地承包仲裁',
  sentence: '农村土地承包纠纷可以向仲裁委员会申请仲裁，一般在两年内。',
  basis: '《农村土地承包经营纠纷调解仲裁法》第十八条',
};
const legalAid: LegalRoute = {
  code: 'legalAid',
  label: '申请法律援助',
  sentence: '经济困难的可以到窗口申请法律援助，七日内答复。',
  basis: '《法律援助法》第四十三条',
};

const byCategory: Readonly<Record<string, readonly LegalRoute[]>> = {
  '07': [landArbitration, lawsuit],
  '08': [reconsideration, lawsuit],
  '10': [arbitration, paymentOrder, lawsuit],
  '11': [arbitration, lawsuit],
};

/** The ways that remain besides mediation, in the order people usually take them. Never a condition for any of them. */
export function legalRoutes(categoryCode: string): readonly LegalRoute[] {
  return [...(byCategory[categoryCode] ?? [lawsuit]), legalAid];
}

/** Told in writing when mediation ends without an agreement (人民调解法 art. 26), as a note that the parties read. */
export function routesTold(
  categoryCode: string,
  newId: () => string,
): { codes: string[]; spoken: string; note: NewNote } {
  const routes = legalRoutes(categoryCode);
  const body = routes.map((route) => route.sentence).join('\n');
  return {
    codes: routes.map((route) => route.code),
    spoken: `您还可以：${routes.map((route) => route.label).join('、')}。`,
    note: { id: newId(), kind: 'routes', visibility: 'resident', body },
  };
}
