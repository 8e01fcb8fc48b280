import { type Static, Type } from 'typebox';
import { type TellingEvent, tellingEvents } from './tellingEvents.ts';

const clockTime = (title: string) => Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', title });

const Event = Type.Unsafe<TellingEvent>(
  Type.Union(
    Object.entries(tellingEvents).map(([event, title]) => Type.Literal(event, { title })),
    { title: '哪一步' },
  ),
);

/** One kind of news, and how it reads as an SMS. */
const MessageTemplate = Type.Object(
  {
    event: Event,
    text: Type.String({
      minLength: 4,
      maxLength: 200,
      title: '短信怎么写',
      description: '可以用 {内容} {编号} {中心} {电话} {查询}；[[ ]] 里的话，里面有空着的就整句不写。',
    }),
    gatewayCode: Type.String({ maxLength: 40, title: '运营商报备的模板号', description: '没有报备就空着。' }),
  },
  { additionalProperties: false, title: '一种短信' },
);
export type MessageTemplate = Static<typeof MessageTemplate>;

/** How residents hear of news. No regulation fixes these numbers: all of it is ours [G], to be chosen by each county. */
export const DeliveryRules = Type.Object(
  {
    sms: Type.Boolean({ title: '用短信通知', description: '要先接好短信网关。没接时一律改打电话。' }),
    quietFrom: clockTime('晚上几点以后不发短信、不打电话'),
    quietTo: clockTime('早上几点以后再发'),
    holdMinutes: Type.Integer({
      minimum: 0,
      maximum: 120,
      title: '话等多久再送出去',
      unit: '分钟',
      description: '这段时间里点错了还能撤回，当事人不会收到。',
    }),
    receiptHours: Type.Integer({ minimum: 1, maximum: 168, title: '短信多久没有回执就改打电话', unit: '小时' }),
    callAttempts: Type.Integer({ minimum: 1, maximum: 10, title: '电话打几次没人接就改寄信', unit: '次' }),
    callRetryHours: Type.Integer({ minimum: 1, maximum: 72, title: '没人接，隔多久再打', unit: '小时' }),
    staleHours: Type.Integer({
      minimum: 1,
      maximum: 720,
      title: '晚了多久的话就不再往外送',
      unit: '小时',
      description: '系统停过几天时，旧话不再发，查询页上都有。',
    }),
    worthACall: Type.Array(Event, {
      uniqueItems: true,
      maxItems: 60,
      title: '哪些步值得打电话、寄信',
      description: '别的步只发短信，没收到也不再追；本人要求打电话或寄信的，每步都告诉。',
    }),
    generic: Type.String({
      minLength: 4,
      maxLength: 200,
      title: '没有单写的，短信这样写',
      description: '不写事情的内容，免得别人看到。',
    }),
    templates: Type.Array(MessageTemplate, { maxItems: 60, title: '各步的短信' }),
  },
  { additionalProperties: false, title: '通知当事人' },
);
export type DeliveryRules = Static<typeof DeliveryRules>;

const closing = '编号{编号}[[，查询{查询}]][[，有事打{电话}]]。';
const template = (event: TellingEvent, text = '{内容}'): MessageTemplate => ({
  event,
  text: `【{中心}】${text}${closing}`,
  gatewayCode: '',
});

export const defaultDelivery: DeliveryRules = {
  sms: true,
  quietFrom: '21:00',
  quietTo: '08:00',
  holdMinutes: 10,
  receiptHours: 24,
  callAttempts: 3,
  callRetryHours: 4,
  staleHours: 72,
  worthACall: [
    'decline',
    'dispatch',
    'requestMaterial',
    'startStatutory',
    'changeStatutory',
    'remindLimit',
    'message',
    'settle',
    'fail',
    'terminate',
    'verifyClosure',
    'closeLinked',
    'reopen',
    'keepClosed',
  ],
  generic: `【{中心}】您的事有新的进展。${closing}`,
  templates: [
    ...(['dispatch', 'acknowledge', 'transfer', 'escalate', 'rule', 'assign'] as const).map((event) => template(event)),
    ...(['decidePause', 'decideExtension', 'submitClosure', 'verifyClosure', 'closeLinked', 'reopen'] as const).map(
      (event) => template(event),
    ),
    template('requestMaterial'),
    template('remindLimit'),
    template('startStatutory'),
    template('message', '承办人给您留了话，请到查询页看，或打电话问。'),
  ],
};

export const isWorthACall = ({ worthACall }: Pick<DeliveryRules, 'worthACall'>, event: string): boolean =>
  (worthACall as readonly string[]).includes(event);
