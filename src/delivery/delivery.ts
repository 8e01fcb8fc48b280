/** How a resident is reached outside the house. */
export const channels = ['sms', 'call', 'letter'] as const;
export type Channel = (typeof channels)[number];
/** What a person may ask for; `none`: they look by themselves. */
export const wishes = [...channels, 'none'] as const;
export type Wish = (typeof wishes)[number];

export const deliveryStates = ['due', 'sending', 'printed', 'sent', 'delivered', 'failed', 'cancelled'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const channelLabels: Record<Wish, { zh: string; en: string }> = {
  sms: { zh: '短信', en: 'SMS' },
  call: { zh: '打电话', en: 'Call' },
  letter: { zh: '纸质信', en: 'Letter' },
  none: { zh: '自己查', en: 'Looks by themselves' },
};

/** Sent is not delivered: only a receipt, a voice that answered or a signature makes it so. */
export function stateWords(channel: Channel, state: DeliveryState): { zh: string; en: string } {
  const words: Record<DeliveryState, { zh: string; en: string }> = {
    due:
      channel === 'call'
        ? { zh: '要打', en: 'to call' }
        : channel === 'letter'
          ? { zh: '要打印', en: 'to print' }
          : { zh: '等着发', en: 'waiting' },
    sending: { zh: '正在发', en: 'being sent' },
    printed: { zh: '已打印，还没寄', en: 'printed, not posted' },
    sent: channel === 'letter' ? { zh: '已寄出，还没有回证', en: 'posted' } : { zh: '已发出，还没有回执', en: 'sent' },
    delivered:
      channel === 'call'
        ? { zh: '打通说清了', en: 'told by phone' }
        : channel === 'letter'
          ? { zh: '本人签收', en: 'signed for' }
          : { zh: '手机收到', en: 'received' },
    failed: { zh: '没有送到', en: 'not delivered' },
    cancelled: { zh: '不用送了', en: 'cancelled' },
  };
  return words[state];
}

/** Why a delivery stands where it stands, in words for the list. Codes lie in the row. */
export const whyWords: Readonly<Record<string, { zh: string; en: string }>> = {
  wish: { zh: '本人要的方式', en: 'asked for' },
  mobile: { zh: '留了手机', en: 'has a mobile number' },
  landline: { zh: '留的是座机', en: 'has a landline' },
  noPhone: { zh: '没留电话', en: 'no number' },
  noGateway: { zh: '没有接短信', en: 'no SMS gateway' },
  restricted: { zh: '限制知悉：先电话确认方便不方便', en: 'restricted: ask first' },
  noReceipt: { zh: '短信没有回执', en: 'no receipt' },
  undelivered: { zh: '短信没有送到', en: 'SMS undelivered' },
  refused: { zh: '短信网关没有收下', en: 'gateway refused' },
  unknown: { zh: '短信发没发出不清楚', en: 'unknown whether sent' },
  noAnswer: { zh: '电话没人接', en: 'no answer' },
  wrongNumber: { zh: '号码不对', en: 'wrong number' },
  returned: { zh: '信退回来了', en: 'letter returned' },
  notWanted: { zh: '本人说不用通知', en: 'not wanted' },
  takenBack: { zh: '那一步点错了，已撤回', en: 'the step was taken back' },
  desk: { zh: '中心决定不送', en: 'the desk decided' },
};
