import { type Static, Type } from 'typebox';
import { services, serviceWords } from './services.ts';

const service = Type.Enum(services, {
  words: Object.fromEntries(services.map((each) => [each, serviceWords[each].zh])),
});

const Group = Type.Object(
  {
    prefix: Type.String({ pattern: '^[A-Z]$', title: '号头', description: '一个大写字母，印在号前面' }),
    name: Type.String({ minLength: 1, maxLength: 16, title: '取号机上写什么' }),
    services: Type.Array(service, { maxItems: 20, uniqueItems: true, title: '包括哪些服务' }),
    counters: Type.String({
      pattern: '^(\\d{1,3}(、\\d{1,3})*)?$',
      title: '在几号窗口办',
      description: '例如 1、2、3；空着，每个窗口都可以叫',
    }),
    where: Type.String({ maxLength: 30, title: '去哪里等' }),
  },
  { additionalProperties: false, title: '一类号' },
);

const Priority = Type.Object(
  {
    code: Type.String(),
    label: Type.String({ minLength: 1, maxLength: 20, title: '哪种情况可以先办' }),
  },
  { additionalProperties: false },
);

/** How a hall lets people wait. No regulation says any of it: all ours [G], to be chosen by each county. */
export const HallRules = Type.Object(
  {
    groups: Type.Array(Group, { minItems: 1, maxItems: 12, title: '排队的号分几类' }),
    priorities: Type.Array(Priority, {
      maxItems: 10,
      title: '可以先办的情况',
      description: '取号时自己说，不要证明。没有统一规定，由本地定。',
    }),
    priorityRun: Type.Integer({
      minimum: 1,
      maximum: 20,
      title: '最多连着叫几个优先号',
      description: '再多就先叫一个普通号，免得别人一直等',
    }),
    skipBehind: Type.Integer({ minimum: 1, maximum: 20, title: '叫了没到，往后排几个' }),
    estimateFrom: Type.Integer({
      minimum: 3,
      maximum: 200,
      title: '当天办完几个号以后才估等多久',
      description: '少于这个数，只写前面几个人，不估时间',
    }),
    groupFrom: Type.Integer({ minimum: 2, maximum: 100, unit: '人', title: '几个人一起来算群体接待' }),
    paper: Type.Enum(['58', '80'], { title: '小票纸宽', words: { 58: '58 毫米', 80: '80 毫米' } }),
    slotCapacity: Type.Integer({ minimum: 0, maximum: 50, title: '每半小时约几个人', description: '0 就是不接受预约' }),
    daysAhead: Type.Integer({ minimum: 1, maximum: 60, unit: '天', title: '最多提前几天约' }),
    perPhone: Type.Integer({ minimum: 1, maximum: 10, title: '一个电话最多约着几个' }),
    bookable: Type.Array(service, { maxItems: 20, uniqueItems: true, title: '哪些服务可以预约' }),
  },
  { additionalProperties: false, title: '接待大厅' },
);
export type HallRules = Static<typeof HallRules>;
export type TicketGroup = HallRules['groups'][number];

export const defaultHall: HallRules = {
  groups: [
    {
      prefix: 'A',
      name: '矛盾纠纷、综合受理',
      services: ['consultation', 'mediation', 'guidance'],
      counters: '',
      where: '引导受理区',
    },
    {
      prefix: 'B',
      name: '法律咨询、法律援助、公证',
      services: ['legalAdvice', 'legalAid', 'notary'],
      counters: '',
      where: '引导受理区',
    },
    {
      prefix: 'C',
      name: '诉讼、仲裁、行政复议',
      services: ['litigation', 'arbitration', 'reconsideration'],
      counters: '',
      where: '引导受理区',
    },
    { prefix: 'D', name: '信访', services: ['petition'], counters: '', where: '引导受理区' },
    { prefix: 'E', name: '心理服务', services: ['psychology'], counters: '', where: '引导受理区' },
  ],
  priorities: [
    { code: 'elderly', label: '老年人' },
    { code: 'pregnant', label: '孕妇' },
    { code: 'disabled', label: '残疾人' },
    { code: 'withInfant', label: '带婴幼儿' },
  ],
  priorityRun: 2,
  skipBehind: 2,
  estimateFrom: 8,
  groupFrom: 5,
  paper: '80',
  slotCapacity: 2,
  daysAhead: 14,
  perPhone: 2,
  bookable: ['consultation', 'mediation', 'legalAdvice', 'legalAid', 'petition', 'psychology'],
};

/** The counters that call numbers of a group; none named: every one. */
export const countersOf = ({ counters }: Pick<TicketGroup, 'counters'>): readonly number[] =>
  counters === '' ? [] : counters.split('、').map(Number);

export const groupOf = (rules: HallRules, prefix: string): TicketGroup | undefined =>
  rules.groups.find((group) => group.prefix === prefix);

/** The kind of number for a service; what no group names waits with the first. */
export const groupFor = (rules: HallRules, wanted: string): TicketGroup | undefined =>
  rules.groups.find(({ services: own }) => own.some((each) => each === wanted)) ?? rules.groups[0];

export const priorityLabel = (rules: HallRules, code: string | null): string | null =>
  code === null ? null : (rules.priorities.find((each) => each.code === code)?.label ?? '优先');
